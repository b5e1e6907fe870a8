-- The postings of $ids as they are shown, with their texts.
SELECT
    id, title, company, url, places, countries, workplace, workplace_limits, role, seniority, visa, language, invented,
    first_posted, last_posted, CASE WHEN copies = 1 THEN closes END AS closes, copies, parts, reposts, findings, text, groups,
    pay_min, pay_max, pay_currency, pay_period, pay_basis, pay_from, pay_year_min, pay_year_max
FROM posting
WHERE id IN (SELECT unnest($ids::VARCHAR[]));
