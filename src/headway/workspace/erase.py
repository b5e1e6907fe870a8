"""Erase for good: rows deleted and overwritten, the file rebuilt, the write-ahead log cut to nothing."""

import sqlite3
import time
from collections.abc import Collection
from contextlib import suppress
from typing import Final

import msgspec

from headway.errors import WorkspaceUnusable
from headway.workspace.database import sql, statements, transaction
from headway.workspace.model import Undone
from headway.workspace.store import Store
from headway.workspace.trouble import told

TRIES: Final = 30


class Erased(msgspec.Struct, frozen=True, kw_only=True):
    """What went. gone: whether the file itself is gone (only after everything was erased)."""

    entries: int
    attachments: int
    gone: bool = False


def erase_all(store: Store) -> Erased:
    """Everything, then the file. A file that another process has open stays, empty. Raises WorkspaceUnusable."""
    erased = _erase(store, None)
    return msgspec.structs.replace(erased, gone=_remove_file(store))


def erase_entries(store: Store, ids: Collection[str]) -> Erased:
    """These entries, whatever undoes them, and the files that nothing speaks of any more."""
    gone = set(ids)
    for entry in sorted(store.entries(), key=lambda e: e.id):
        if isinstance(entry.body, Undone) and entry.body.entry in gone:
            gone.add(entry.id)
    return _erase(store, gone)


def _erase(store: Store, ids: Collection[str] | None) -> Erased:
    connection = store.connection
    with told(store.path):
        with transaction(connection):
            store.still_there()
            for statement in statements(sql("lift_guard")):
                connection.execute(statement)
            entries, files = _delete(connection, ids)
            for statement in statements(sql("set_guard")):
                connection.execute(statement)
        connection.execute("VACUUM")
        emptied = _empty_the_log(connection)
    if not emptied:
        raise WorkspaceUnusable(
            f"{store.path}: another Headway is reading, so traces may be left in the file beside it (-wal).",
            "Close it and run 'headway forget' again.",
        )
    return Erased(entries=entries, attachments=files)


def _empty_the_log(connection: sqlite3.Connection) -> bool:
    """Cut the write-ahead log to nothing. A checkpoint of another process makes ours give up at once, so try again."""
    for _ in range(TRIES):
        if not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            return True
        time.sleep(0.1)
    return False


def _delete(connection: sqlite3.Connection, ids: Collection[str] | None) -> tuple[int, int]:
    if ids is None:
        return connection.execute("DELETE FROM entry").rowcount, connection.execute("DELETE FROM attachment").rowcount
    entries = sum(connection.execute("DELETE FROM entry WHERE id = ?", (id_,)).rowcount for id_ in sorted(ids))
    left = b"\n".join(row[0] for row in connection.execute("SELECT body FROM entry"))
    digests = [row[0] for row in connection.execute("SELECT digest FROM attachment")]
    idle = [(digest,) for digest in digests if digest.encode() not in left]
    connection.executemany("DELETE FROM attachment WHERE digest = ?", idle)
    return entries, len(idle)


def _remove_file(store: Store) -> bool:
    """Remove the empty file unless somebody else has it open or has begun to write to it again."""
    connection = store.connection
    try:
        if connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
            return False
        connection.execute("BEGIN EXCLUSIVE")
        if connection.execute("SELECT count(*) FROM entry").fetchone()[0]:
            connection.execute("ROLLBACK")
            return False
        store.path.unlink()
        connection.execute("ROLLBACK")
    except (sqlite3.OperationalError, OSError):
        return False
    for unfinished in store.path.parent.glob(f".{store.path.name}.*.new*"):
        unfinished.unlink(missing_ok=True)
    for folder in (store.path.parent, store.path.parent.parent):
        with suppress(OSError):  # other files of the person, or other profiles, are in it
            folder.rmdir()
    return True
