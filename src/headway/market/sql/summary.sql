SELECT
    count(*) AS postings,
    count(*) FILTER (WHERE invented) AS invented,
    min(posted) AS first_posted,
    max(posted) AS last_posted,
    count(DISTINCT company) AS companies
FROM posting;
