"""What SQLite says, told from the user's side: one line and a way out."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from headway.errors import WorkspaceUnusable

_READ_ONLY = ("cannot be written to", "Give yourself the right to write there, or set HEADWAY_HOME to another folder.")
_DAMAGED = (
    "is damaged",
    "Save what can be read: 'headway export FOLDER --rescue'. Then bring back a backup or that export: "
    "'headway import BACKUP --replace-damaged' (the damaged file is kept beside it).",
)
_FULL = (
    "cannot be written: no room is left, or the disk fails",
    "Make room and ask again; what was kept before is kept.",
)
_WORDS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", _READ_ONLY[1]),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _FULL,
    sqlite3.SQLITE_BUSY: (
        "is in use by another Headway that does not finish",
        "Wait for it or stop it, and ask again.",
    ),
}


def damaged(path: Path, why: str = "") -> WorkspaceUnusable:
    """The error for a file that is not what was written."""
    said = f" ({why})" if why else ""
    return WorkspaceUnusable(f"{path} {_DAMAGED[0]}{said}.", _DAMAGED[1])


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns trouble with the file at `path` into WorkspaceUnusable."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in _WORDS and not isinstance(error, sqlite3.OperationalError):
            raise
        what, hint = _WORDS.get(code, _DAMAGED)
        raise WorkspaceUnusable(f"{path} {what} (SQLite: {error}).", hint) from error
    except OSError as error:
        raise WorkspaceUnusable(f"{path} {_READ_ONLY[0]}: {error.strerror}.", _READ_ONLY[1]) from error
