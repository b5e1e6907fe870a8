-- What a question counts over, and how many postings its wishes leave out because they do not say.
WITH marked AS (
    SELECT
        firm, named_company, posted, invented,
        copies_there(copies, parts, $country::VARCHAR) AS copies,
        is_role(role, job, $role::VARCHAR) AS of_role,
        is_there(countries, $country::VARCHAR) AS of_country,
        is_said(seniority, $seniority::VARCHAR) AS of_seniority,
        is_said(workplace, $workplace::VARCHAR) AS of_workplace,
        is_dated(posted, $since::DATE, $before::DATE) AS of_date
    FROM counted_there($country::VARCHAR)
),
judged AS (
    SELECT
        *,
        of_role AND of_country AND of_seniority AND of_workplace AND of_date AS counts,
        of_role
        AND coalesce(of_country, true) AND coalesce(of_seniority, true)
        AND coalesce(of_workplace, true) AND coalesce(of_date, true) AS may_count
    FROM marked
)
SELECT
    count(*) FILTER (WHERE counts) AS postings,
    count(DISTINCT firm) FILTER (WHERE counts AND named_company) AS companies,
    count(*) FILTER (WHERE counts AND NOT named_company) AS without_company,
    count(*) FILTER (WHERE counts AND invented) AS invented,
    coalesce(sum(copies - 1) FILTER (WHERE counts), 0)::BIGINT AS folded,
    count(*) FILTER (WHERE counts AND posted IS NULL) AS undated,
    min(posted) FILTER (WHERE counts) AS first_posted,
    max(posted) FILTER (WHERE counts) AS last_posted,
    quantile_disc(posted, 0.5) FILTER (WHERE counts) AS middle,
    count(*) FILTER (WHERE may_count AND of_country IS NULL) AS without_country,
    count(*) FILTER (WHERE may_count AND of_seniority IS NULL) AS without_seniority,
    count(*) FILTER (WHERE may_count AND of_workplace IS NULL) AS without_workplace,
    count(*) FILTER (WHERE may_count AND of_date IS NULL) AS without_date
FROM judged;
