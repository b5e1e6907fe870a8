"""What was imported from postings: Parquet files as the truth, DuckDB to ask."""
