-- `advert`: every row kept. `posting`: what counts are made over. Invented rows count only while nothing else is there.
CREATE VIEW posting AS
SELECT * FROM advert WHERE NOT invented OR NOT EXISTS (SELECT 1 FROM advert WHERE NOT invented);
