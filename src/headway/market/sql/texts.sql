-- The texts of at most $most postings, in an order that has nothing to do with what is in them.
SELECT id, company, text
FROM posting
WHERE is_role(role, job, $role::VARCHAR) AND is_there(countries, $country::VARCHAR)
    AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
    AND is_dated(posted_there(posted, parts, $country::VARCHAR), $since::DATE, $before::DATE)
ORDER BY id
LIMIT $most;
