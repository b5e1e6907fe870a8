-- The postings with what counting needs of them, and no more. firm: a number for the company; a posting that names none
-- is a company of its own. codes: of counted_code, what the posting asks for.
CREATE TEMP TABLE counted_row AS
WITH numbered AS (SELECT *, row_number() OVER () AS row FROM posting),
asked AS (SELECT row, unnest(skills) AS asked FROM numbered),
coded AS (
    SELECT row, list(code) AS codes
    FROM asked
    JOIN counted_code
        ON counted_code.skill = asked.asked.skill AND counted_code.need = asked.asked.need
        AND counted_code.choice = coalesce(asked.asked.choice, false)
    GROUP BY row
)
SELECT
    row, role, job, countries, seniority, workplace, posted, invented, copies,
    company IS NOT NULL AS named_company,
    hash(coalesce(company, '#' || id)) AS firm,
    coalesce(codes, []) AS codes
FROM numbered
LEFT JOIN coded USING (row);
