-- The postings with what counting needs of them, and no more. firm: a number for the company; a posting that names none
-- is a company of its own. codes: of counted_code, what the posting asks for. An enumeration looks each code up in one
-- pass; joining the asked skills back to their postings held several gigabytes for a million.
CREATE TEMP TYPE asked_way AS ENUM (
    SELECT skill || ' ' || need || ' ' || choice::VARCHAR FROM counted_code ORDER BY code
);
CREATE TEMP TABLE counted_row AS
SELECT
    row_number() OVER () AS row, role, job, countries, seniority, workplace, posted, invented, copies, parts,
    company IS NOT NULL AS named_company,
    hash(coalesce(company, '#' || id)) AS firm,
    [
        enum_code((asked.skill || ' ' || asked.need || ' ' || coalesce(asked.choice, false)::VARCHAR)::asked_way)::INTEGER
        for asked in coalesce(skills, [])
    ] AS codes
FROM posting;
