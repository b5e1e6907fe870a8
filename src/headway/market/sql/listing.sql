-- Every posting as filters, ranking and planning see it: what it is, what it says, what it asks for.
SELECT
    id, company, posted, invented, role, coalesce(job, role) AS job, seniority, workplace, country,
    coalesce(visa, 'unstated') AS visa, pay_year_min, pay_year_max, pay_currency,
    min_years, degree, degree_equivalent,
    list_transform(groups, lambda g: {'any_of': g.any_of, 'need': g.need, 'level': g.level}) AS groups
FROM posting;
