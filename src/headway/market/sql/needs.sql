-- For each role, cluster of companies and need (a number of the role): the postings that name one of the need's skills.
-- need NULL: all postings of the role. A posting belongs to its family and to its more special role.
WITH asked AS (
    SELECT unnest($roles::VARCHAR[]) AS role, unnest($needs::INTEGER[]) AS need, unnest($skills::VARCHAR[]) AS skill
),
wanted AS (
    SELECT asked.role, asked.need, code
    FROM asked
    JOIN counted_code USING (skill)
    WHERE is_way(counted_code.need, $by::VARCHAR)
),
placed AS (
    SELECT
        row, codes,
        cluster_of(firm, $groups::UBIGINT) AS cluster,
        unnest(list_distinct(list_filter([role, job], lambda x: x IS NOT NULL))) AS role
    FROM counted_there($country::VARCHAR)
    WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
        AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
        AND is_dated(posted, $since::DATE, $before::DATE)
),
one_role AS (SELECT * FROM placed WHERE $role::VARCHAR IS NULL OR role = $role::VARCHAR),
named AS (SELECT row, role, cluster, unnest(codes) AS code FROM one_role),
met AS (
    SELECT DISTINCT named.row, named.role, named.cluster, wanted.need
    FROM named
    JOIN wanted ON wanted.role = named.role AND wanted.code = named.code
)
SELECT role, cluster, need, count(*) AS postings FROM met GROUP BY ALL
UNION ALL
SELECT role, cluster, NULL, count(*) FROM one_role GROUP BY ALL
ORDER BY ALL;
