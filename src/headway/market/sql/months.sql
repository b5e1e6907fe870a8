-- Postings of each month, and how many name each of the skills in $listed in the way asked for; skill NULL: all.
WITH dated AS (
    SELECT date_trunc('month', posted)::DATE AS month, codes
    FROM counted_there($country::VARCHAR)
    WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
        AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
        AND is_dated(posted, $since::DATE, $before::DATE)
),
named AS (SELECT month, unnest(codes) AS code FROM dated),
summed AS (SELECT month, code, count(*) AS postings FROM named GROUP BY ALL)
SELECT month, NULL AS skill, count(*) AS postings FROM dated GROUP BY ALL
UNION ALL
SELECT month, skill, sum(postings)::BIGINT
FROM summed
JOIN counted_code USING (code)
WHERE is_way(need, $by::VARCHAR) AND list_contains($listed::VARCHAR[], skill)
GROUP BY ALL
ORDER BY ALL;
