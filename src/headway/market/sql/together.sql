-- For each cluster and each pair of the skills in $listed: how many postings name both.
WITH named AS (
    SELECT
        cluster_of(company, id, $groups::UBIGINT) AS cluster,
        list_filter(list_transform(skills, lambda x: x.skill), lambda s: list_contains($listed::VARCHAR[], s)) AS listed
    FROM posting
    WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
        AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
        AND is_dated(posted, $since::DATE, $before::DATE)
),
firsts AS (SELECT cluster, listed, unnest(listed) AS one FROM named),
pairs AS (SELECT cluster, one, unnest(listed) AS other FROM firsts)
SELECT cluster, one || ' ' || other AS skill, count(*) AS both
FROM pairs
WHERE one < other
GROUP BY ALL
ORDER BY ALL;
