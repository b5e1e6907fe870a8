-- Every posting as filters, ranking and planning see it: what it is, what it says, what it asks for. Its date is the last
-- one: what was put up again lately is open. Its countries are those of all its copies; where these were last put up in
-- each is told where that is not the same (`DE 2026-05-05, FR `: undated there). The last day to apply is told of one that
-- has no copies only: another copy may be open still.
SELECT
    id, company, last_posted AS posted, CASE WHEN copies = 1 THEN closes END AS closes, invented, role, coalesce(job, role) AS job, seniority, workplace,
    nullif(array_to_string(countries, ' '), '') AS country,
    coalesce(visa, 'unstated') AS visa, pay_year_min, pay_year_max, pay_currency,
    min_years, degree, degree_equivalent,
    CASE
        WHEN len(list_distinct([coalesce(part.last_posted, 'epoch'::DATE) for part in parts])) > 1
        THEN array_to_string(
            [part.country || ' ' || coalesce(part.last_posted::VARCHAR, '') for part in parts if part.country IS NOT NULL], ', '
        )
    END AS posted_there,
    list_transform(groups, lambda g: {'any_of': g.any_of, 'need': g.need, 'level': g.level, 'count': g.count}) AS groups
FROM posting;
