"""From what a job board, a page or a table holds to adverts: only what it states, nothing made up."""
