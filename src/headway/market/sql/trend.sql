-- For each cluster of companies and each skill: the postings that name it in the way asked for, and the sum of their
-- times (months from $since).
WITH named AS (
    SELECT
        cluster_of(firm, $groups::UBIGINT) AS cluster,
        date_diff('day', $since::DATE, posted) AS days,
        unnest(codes) AS code
    FROM counted_there($country::VARCHAR)
    WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
        AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
        AND is_dated(posted, $since::DATE, $before::DATE)
),
summed AS (SELECT cluster, code, count(*) AS named, sum(days) AS days FROM named GROUP BY ALL)
SELECT cluster, skill, sum(named)::BIGINT AS named, sum(days)::DOUBLE / 30.4375 AS named_t
FROM summed
JOIN counted_code USING (code)
WHERE is_way(need, $by::VARCHAR)
GROUP BY ALL
ORDER BY ALL;
