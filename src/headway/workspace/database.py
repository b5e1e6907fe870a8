"""The SQLite file: made whole or not at all, brought up to date step by step, opened with full durability."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final

from headway.errors import WorkspaceUnusable
from headway.workspace.trouble import damaged, told

MARK: Final = 0x48447779
"""SQLite's application_id of our files ("HDwy")."""
WAIT_SECONDS: Final = 10.0
"""How long to wait for another process that writes."""


def sql(name: str) -> str:
    """The text of sql/NAME.sql."""
    return (files("headway.workspace") / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def migrations() -> tuple[str, ...]:
    """The steps from an empty file to today's tables; the file's user_version counts those that were taken."""
    return (sql("migrate_1"),)


def connect(path: Path, steps: Sequence[str] | None = None) -> sqlite3.Connection:
    """A connection to the file, which is made when it is not there. Raises WorkspaceUnusable."""
    with told(path):
        if not path.exists():
            _make(path)
        connection = _open(path)
        with ExitStack() as stack:
            stack.callback(connection.close)
            _bring_up_to_date(connection, path, migrations() if steps is None else steps)
            stack.pop_all()
        return connection


def _open(path: Path) -> sqlite3.Connection:
    """Every commit is on the disk when it returns; what is deleted is overwritten; scratch data stay in memory."""
    connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
    for pragma in (
        "synchronous=FULL",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "trusted_schema=OFF",
        "cell_size_check=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _make(path: Path) -> None:
    """An empty file of ours appears at once under its name, for its owner only; who comes second takes it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for folder in (path.parent, path.parent.parent):
        folder.chmod(0o700)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        with closing(_open(fresh)) as connection:
            connection.execute(f"PRAGMA application_id={MARK}")
            connection.execute("PRAGMA journal_mode=WAL")
        _put(fresh, path)
    finally:
        for ending in ("", "-wal", "-shm"):
            fresh.with_name(fresh.name + ending).unlink(missing_ok=True)


def _put(fresh: Path, path: Path) -> None:
    """Under its name, unless another process was first. Where the file system knows no links, a look comes before."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    except OSError:
        if not path.exists():
            fresh.replace(path)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, steps: Sequence[str]) -> None:
    version = _version(connection, path, len(steps))
    if version == len(steps):
        return
    with transaction(connection):
        for number in range(_version(connection, path, len(steps)), len(steps)):
            for statement in statements(steps[number]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={number + 1}")


def _version(connection: sqlite3.Connection, path: Path, ours: int) -> int:
    if not connection.execute("PRAGMA page_count").fetchone()[0]:
        raise damaged(path, "it is empty")
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if mark != MARK:
        raise WorkspaceUnusable(
            f"{path} is not a Headway workspace.", "Move it away, or set HEADWAY_HOME to another folder."
        )
    if version > ours:
        raise WorkspaceUnusable(
            f"{path} was written by a newer Headway (format {version}, this one knows {ours}).",
            "Update Headway: pip install --upgrade headway.",
        )
    return version


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; other writers wait. Inside another one it is a part of that."""
    inside = connection.in_transaction
    if inside:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def statements(script: str) -> Iterator[str]:
    """The statements of a script, triggers in one piece."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
