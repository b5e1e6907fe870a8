-- Where the rows of the postings $ids stand in their files.
SELECT filename, list(file_row_number ORDER BY file_row_number) AS rows
FROM segment_row
WHERE id IN (SELECT id FROM posting WHERE id IN (SELECT unnest($ids::VARCHAR[])))
GROUP BY filename
ORDER BY filename;
