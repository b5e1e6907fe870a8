-- Every row of every segment, in today's columns.
CREATE VIEW advert AS
SELECT * FROM columns
UNION ALL BY NAME
SELECT * EXCLUDE (filename, file_row_number) FROM segment_row;
