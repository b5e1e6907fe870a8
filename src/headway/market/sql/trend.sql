-- For each cluster of companies and each skill: the postings that name it in the way asked for, and the sum of their
-- times (months from $since).
WITH named AS (
    SELECT
        cluster_of(company, id, $groups::UBIGINT) AS cluster,
        date_diff('day', $since::DATE, posted) / 30.4375 AS t,
        unnest(skills) AS asked
    FROM posting
    WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
        AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
        AND is_dated(posted, $since::DATE, $before::DATE)
)
SELECT cluster, asked.skill AS skill, count(*) AS named, sum(t) AS named_t
FROM named
WHERE is_way(asked.need, $by::VARCHAR)
GROUP BY ALL
ORDER BY ALL;
