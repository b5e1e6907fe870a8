SELECT
    count(*) AS postings,
    coalesce(sum(copies), 0)::BIGINT AS adverts,
    count(*) FILTER (WHERE len(places) > 1) AS in_several_places,
    count(*) FILTER (WHERE reposts > 0) AS reposted,
    count(*) FILTER (WHERE invented) AS invented,
    min(posted) AS first_posted,
    max(last_posted) AS last_posted,
    count(DISTINCT company) AS companies
FROM posting;
