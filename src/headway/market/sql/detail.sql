-- The postings of $ids with their texts, and what speaks for a ghost: copies, places, dates, reposts.
SELECT * REPLACE (len(places) AS places)
FROM posting
WHERE id IN (SELECT unnest($ids::VARCHAR[]));
