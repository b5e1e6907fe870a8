-- The adverts behind the postings counted: what is more of them than of postings was folded as duplicates.
SELECT count(*) AS adverts
FROM advert
WHERE is_role(role, job, $role::VARCHAR) AND is_said(country, $country::VARCHAR)
    AND is_said(seniority, $seniority::VARCHAR) AND is_said(workplace, $workplace::VARCHAR)
    AND is_dated(posted, $since::DATE, $before::DATE)
    AND (NOT invented OR NOT EXISTS (SELECT 1 FROM advert WHERE NOT invented));
