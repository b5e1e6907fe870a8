-- The groups of copies in today's columns, null where an older file lacks one.
CREATE VIEW copy AS
SELECT * FROM copy_columns
UNION ALL BY NAME
SELECT * FROM copy_row;
