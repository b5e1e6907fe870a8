-- The postings of each cluster, and the sums of their times (months from $since) and of the squares.
WITH timed AS (
    SELECT
        cluster_of(firm, $groups::UBIGINT) AS cluster,
        date_diff('day', $since::DATE, posted) AS days
    FROM counted_there($country::VARCHAR)
    WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
        AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
        AND is_dated(posted, $since::DATE, $before::DATE)
)
SELECT
    cluster, count(*) AS postings,
    sum(days)::DOUBLE / 30.4375 AS t,
    sum(days * days)::DOUBLE / (30.4375 * 30.4375) AS t2
FROM timed
GROUP BY ALL
ORDER BY ALL;
