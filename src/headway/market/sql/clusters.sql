-- The postings counted, by cluster of companies: all, with a date, posted on or after $split.
WITH placed AS (
    SELECT cluster_of(firm, $groups::UBIGINT) AS cluster, posted
    FROM counted_there($country::VARCHAR)
    WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
        AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
        AND is_dated(posted, $since::DATE, $before::DATE)
)
SELECT
    cluster, count(*) AS postings, count(posted) AS dated, count_if(coalesce(posted >= $split::DATE, false)) AS late
FROM placed
GROUP BY ALL
ORDER BY ALL;
