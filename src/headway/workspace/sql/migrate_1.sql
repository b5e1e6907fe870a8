-- The log and the files it speaks of. Rows of the log are only ever added; `forget` alone lifts the second guard.
CREATE TABLE entry (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    date TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE TABLE attachment (
    digest TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    content BLOB NOT NULL
);
CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
