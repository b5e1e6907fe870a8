-- For each cluster and each pair of the skills in $listed (60 at most): how many postings name both. Each posting
-- becomes a mask of the listed skills it names, and masks are counted before they are taken apart into pairs.
WITH place AS (
    SELECT skill, list_position($listed::VARCHAR[], skill) - 1 AS bit
    FROM (SELECT DISTINCT skill FROM counted_code)
    WHERE list_contains($listed::VARCHAR[], skill)
),
wanted AS (SELECT code, 1::BIGINT << bit AS mask FROM counted_code JOIN place USING (skill)),
named AS (
    SELECT row, cluster_of(firm, $groups::UBIGINT) AS cluster, unnest(codes) AS code
    FROM counted_there($country::VARCHAR)
    WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
        AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
        AND is_dated(posted, $since::DATE, $before::DATE)
),
masked AS (SELECT row, cluster, bit_or(mask) AS mask FROM named JOIN wanted USING (code) GROUP BY row, cluster),
summed AS (SELECT cluster, mask, count(*) AS postings FROM masked GROUP BY cluster, mask),
pairs AS (
    SELECT one.skill || ' ' || other.skill AS skill, (1::BIGINT << one.bit) | (1::BIGINT << other.bit) AS mask
    FROM place AS one
    JOIN place AS other ON one.skill < other.skill
)
SELECT cluster, pairs.skill AS skill, sum(postings)::BIGINT AS both
FROM summed
JOIN pairs ON summed.mask & pairs.mask = pairs.mask
GROUP BY ALL
ORDER BY ALL;
