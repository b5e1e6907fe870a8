-- What postings of roles ($roles; null: any) say of their pay, each advert once whatever the city. $skills: with skills.
SELECT DISTINCT ON (digest, title, company, pay_currency, pay_year_min, pay_year_max, countries)
    role, job, seniority, countries, company, workplace, coalesce(posted, imported) AS seen, invented,
    pay_currency AS currency, pay_year_min AS low, pay_year_max AS high, pay_from AS origin,
    CASE WHEN $skills THEN [s.skill FOR s IN skills] END AS skills
FROM posting
WHERE $roles IS NULL OR list_contains($roles, role) OR list_contains($roles, job)
ORDER BY digest, title, company, pay_currency, pay_year_min, pay_year_max, countries, id;
