-- Run inside one transaction by `forget`, and by nothing else.
DROP TRIGGER entry_never_goes;
DELETE FROM entry;
DELETE FROM attachment;
CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the log is append-only') END;
