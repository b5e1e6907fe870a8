-- What postings of a role ($role; null: any) say of their pay. Equal texts with equal pay count once, whatever the city.
SELECT DISTINCT ON (digest, title, company, pay_currency, pay_year_min, pay_year_max, country)
    role, job, seniority, country, company, workplace, coalesce(posted, imported) AS seen, invented,
    pay_currency AS currency, pay_year_min AS low, pay_year_max AS high, pay_from AS origin,
    [s.skill FOR s IN skills] AS skills
FROM posting
WHERE $role IS NULL OR role = $role OR job = $role
ORDER BY digest, title, company, pay_currency, pay_year_min, pay_year_max, country, id;
