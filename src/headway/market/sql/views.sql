-- `advert`: every row kept. `copy`: adverts that have a copy, with the one that stands for each group. `posting`: what
-- counts are made over, one for each group. Invented rows count only while nothing else is there.
CREATE VIEW posting AS
SELECT
    advert.* EXCLUDE (countries),
    coalesce(copy.copies, 1) AS copies,
    copy.parts,
    coalesce(copy.places, advert.locations) AS places,
    coalesce(
        copy.countries,
        nullif(advert.countries, []),
        CASE WHEN advert.country IS NULL THEN [] ELSE [advert.country] END
    ) AS countries,
    coalesce(copy.first_posted, advert.posted) AS first_posted,
    coalesce(copy.last_posted, advert.posted) AS last_posted,
    coalesce(copy.reposts, 0) AS reposts,
    date_diff('day', coalesce(copy.first_posted, advert.posted), coalesce(copy.last_seen, advert.imported)) AS age_days
FROM advert
LEFT JOIN copy ON copy.id = advert.id
WHERE
    (copy.first_id IS NULL OR copy.first_id = advert.id)
    AND (NOT invented OR NOT EXISTS (SELECT 1 FROM advert WHERE NOT invented));
