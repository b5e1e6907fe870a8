-- Nothing is imported yet: the columns without a row.
CREATE VIEW advert AS SELECT * FROM columns;
