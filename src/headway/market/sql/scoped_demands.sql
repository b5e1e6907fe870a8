-- What planning needs of every posting of a scope (scope.sql), in a stable order.
SELECT id, groups, min_years, degree, degree_equivalent
FROM posting
WHERE
    is_role(role, job, $role::VARCHAR)
    AND is_there(countries, $country::VARCHAR)
    AND is_said(seniority, $seniority::VARCHAR)
    AND is_said(workplace, $workplace::VARCHAR)
    AND is_dated(posted_there(posted, parts, $country::VARCHAR), $since::DATE, $before::DATE)
ORDER BY id;
