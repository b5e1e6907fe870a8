-- The same without the rows that were replaced since their segment was written.
CREATE VIEW advert AS
SELECT * FROM columns
UNION ALL BY NAME
SELECT segment_row.* EXCLUDE (filename, file_row_number)
FROM segment_row
ANTI JOIN gone
    ON gone.file = parse_filename(segment_row.filename) AND gone.row = segment_row.file_row_number;
