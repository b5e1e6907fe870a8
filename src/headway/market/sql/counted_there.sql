-- The postings as counting needs them, with their dates in the country wished for.
CREATE MACRO counted_there(wish) AS TABLE
SELECT * REPLACE (posted_there(posted, parts, wish) AS posted) FROM counted_row;
