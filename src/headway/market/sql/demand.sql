-- For each cluster of companies and each skill: how many postings name it, and how; dated: with a date; late: posted on
-- or after $split. Asked only of postings that also name $beside, where that is given.
WITH named AS (
    SELECT
        cluster_of(firm, $groups::UBIGINT) AS cluster,
        posted IS NOT NULL AS dated,
        coalesce(posted >= $split::DATE, false) AS late,
        unnest(codes) AS code
    FROM counted_there($country::VARCHAR)
    WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
        AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
        AND is_dated(posted, $since::DATE, $before::DATE)
        AND (
            $beside::VARCHAR IS NULL
            OR list_has_any(codes, (SELECT list(code) FROM counted_code WHERE skill = $beside::VARCHAR))
        )
),
summed AS (
    SELECT cluster, code, count(*) AS named, count_if(dated) AS dated, count_if(late) AS late
    FROM named
    GROUP BY ALL
)
SELECT
    cluster, skill,
    sum(named)::BIGINT AS named,
    coalesce(sum(named) FILTER (WHERE need = 'required'), 0)::BIGINT AS required,
    coalesce(sum(named) FILTER (WHERE need = 'preferred'), 0)::BIGINT AS preferred,
    coalesce(sum(named) FILTER (WHERE choice), 0)::BIGINT AS choice,
    sum(dated)::BIGINT AS dated,
    sum(late)::BIGINT AS late
FROM summed
JOIN counted_code USING (code)
GROUP BY ALL
ORDER BY ALL;
