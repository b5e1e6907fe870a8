-- What filters and the ranking need of every posting beside its demands, in the order of sql/demands.sql.
SELECT
    id, title, company, url, locations, posted, invented, role, job, seniority, min_years, degree,
    pay_year_min, pay_year_max, pay_currency, pay_from, workplace, workplace_limits, country, visa, language
FROM posting
ORDER BY id;
