-- Postings of each month, and how many name each of the skills in $listed in the way asked for; skill NULL: all.
WITH dated AS (
    SELECT date_trunc('month', posted)::DATE AS month, skills
    FROM posting
    WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
        AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
        AND is_dated(posted, $since::DATE, $before::DATE)
),
named AS (SELECT month, unnest(skills) AS asked FROM dated)
SELECT month, NULL AS skill, count(*) AS postings FROM dated GROUP BY ALL
UNION ALL
SELECT month, asked.skill, count(*)
FROM named
WHERE is_way(asked.need, $by::VARCHAR) AND list_contains($listed::VARCHAR[], asked.skill)
GROUP BY ALL
ORDER BY ALL;
