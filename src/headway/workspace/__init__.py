"""The user's folder: one SQLite file with an append-only log; everything known about a person is a fold over it."""
