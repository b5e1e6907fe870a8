-- The postings of $ids with their texts, and what speaks for a ghost: how often the same text of the same company was
-- posted, in how many places, since when, and on how many days in this place.
WITH shown AS (SELECT * FROM posting WHERE id IN (SELECT unnest($ids::VARCHAR[]))),

same AS (
    SELECT
        shown.id,
        count(*) AS copies,
        count(DISTINCT advert.locations) AS places,
        min(advert.posted) AS first_posted,
        count(DISTINCT advert.posted) FILTER (WHERE advert.locations = shown.locations) AS days_here
    FROM shown
    INNER JOIN advert
        ON shown.digest = advert.digest AND shown.company IS NOT DISTINCT FROM advert.company
    GROUP BY shown.id
)

SELECT shown.*, same.copies, same.places, same.first_posted, greatest(same.days_here - 1, 0) AS reposts
FROM shown INNER JOIN same ON shown.id = same.id;
