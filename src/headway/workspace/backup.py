"""A backup through SQLite's own backup (right even while others write), read back before it counts; and what can be
saved of a damaged file."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from headway.workspace.bundle import Bundle, read_database
from headway.workspace.model import Attachment, Sealed
from headway.workspace.seal import Broken, attachment, open_seal
from headway.workspace.store import Store
from headway.workspace.trouble import told


def back_up(store: Store, target: Path) -> Bundle:
    """Write the backup, whole and verified or not at all. Raises OSError, UnreadableFile, WorkspaceUnusable."""
    fresh = target.with_name(f".{target.name}.unfinished")
    fresh.unlink(missing_ok=True)
    try:
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with told(fresh), closing(sqlite3.connect(fresh, isolation_level=None)) as copy:
            store.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        found = read_database(fresh)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return found


def rescue(path: Path) -> tuple[Bundle, int]:
    """Every entry and file of a damaged workspace that still opens its seal; and how many of both did not."""
    sealed: list[Sealed] = []
    files: list[Attachment] = []
    lost = 0
    with told(path), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.text_factory = bytes
        for place in range(1, _last(connection, "entry", "place") + 1):
            row = _row(connection, "SELECT id, date, body FROM entry WHERE place = ?", place)
            found = _opened(row)
            lost += row is not None and found is None
            sealed += [found] if found else []
        for place in range(1, _last(connection, "attachment", "rowid") + 1):
            row = _row(connection, "SELECT digest, name, content FROM attachment WHERE rowid = ?", place)
            file = _file(row)
            lost += row is not None and file is None
            files += [file] if file else []
    return Bundle(tuple(sorted(sealed, key=lambda s: (s.date, s.id))), tuple(files)), lost


def _last(connection: sqlite3.Connection, table: str, column: str) -> int:
    """The highest row number; where not even that can be read, as far as any workspace goes."""
    try:
        return connection.execute(f"SELECT coalesce(max({column}), 0) FROM {table}").fetchone()[0]  # type: ignore[no-any-return]  # noqa: S608
    except sqlite3.DatabaseError:
        return 0 if connection.execute("PRAGMA page_count").fetchone()[0] == 0 else 20_000


def _row(connection: sqlite3.Connection, question: str, place: int) -> tuple[bytes, ...] | None:
    """One row; empty where it is there and cannot be read, None where there is none."""
    try:
        found: tuple[bytes, ...] | None = connection.execute(question, (place,)).fetchone()
    except sqlite3.DatabaseError:
        return ()
    return found


def _whole(row: tuple[bytes, ...] | None) -> bool:
    """Whether the row can be read and holds text and bytes alone: damage turns them into numbers too."""
    return bool(row) and all(isinstance(part, bytes) for part in row or ())


def _file(row: tuple[bytes, ...] | None) -> Attachment | None:
    if row is None or not _whole(row):
        return None
    digest, name, content = row
    found = attachment(name.decode("utf-8", "replace"), content)
    return found if found.digest.encode() == digest else None


def _opened(row: tuple[bytes, ...] | None) -> Sealed | None:
    if row is None or not _whole(row):
        return None
    try:
        sealed = Sealed(id=row[0].decode(), date=row[1].decode(), body=row[2])
        open_seal(sealed)
    except (Broken, UnicodeDecodeError):
        return None
    return sealed
