-- The postings of $ids with their texts.
SELECT * FROM posting WHERE id IN (SELECT unnest($ids::VARCHAR[]));
