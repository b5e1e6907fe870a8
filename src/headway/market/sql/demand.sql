-- For each cluster of companies and each skill: how many postings name it, and how; dated: with a date; late: posted on
-- or after $split. Asked only of postings that also name $beside, where that is given.
WITH named AS (
    SELECT
        cluster_of(company, id, $groups::UBIGINT) AS cluster,
        posted IS NOT NULL AS dated,
        coalesce(posted >= $split::DATE, false) AS late,
        unnest(skills) AS asked
    FROM posting
    WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
        AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
        AND is_dated(posted, $since::DATE, $before::DATE)
        AND ($beside::VARCHAR IS NULL OR list_contains(list_transform(skills, lambda x: x.skill), $beside::VARCHAR))
)
SELECT
    cluster, asked.skill AS skill,
    count(*) AS named,
    count_if(asked.need = 'required') AS required,
    count_if(asked.need = 'preferred') AS preferred,
    count_if(asked.choice) AS choice,
    count_if(dated) AS dated,
    count_if(late) AS late
FROM named
GROUP BY ALL
ORDER BY ALL;
