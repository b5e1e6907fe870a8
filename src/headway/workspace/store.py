"""The log in its file: read, append, attach. Only `forget` (erase.py) ever takes something away."""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from headway.errors import BadOption, WorkspaceUnusable
from headway.workspace.database import connect, transaction
from headway.workspace.model import Attachment, Body, Entry, Sealed
from headway.workspace.seal import Broken, attachment, number_of, open_seal, seal
from headway.workspace.trouble import damaged, told


class Store:
    """One workspace file, open. Several processes may have it open at once. Use as a context manager."""

    def __init__(self, path: Path) -> None:
        """Opens the file, making it when it is not there. Raises WorkspaceUnusable."""
        self.path = path
        self.connection: sqlite3.Connection = connect(path)
        self._file = self._identity()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; the last one folds the write-ahead log into the file."""
        with told(self.path):
            self.connection.close()

    def _identity(self) -> tuple[int, int] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def sealed(self) -> tuple[Sealed, ...]:
        """All entries as stored, in the order (date, id). O(entries)."""
        with told(self.path):
            rows = self.connection.execute("SELECT id, date, body FROM entry ORDER BY date, id").fetchall()
        return tuple(_sealed(row, self.path) for row in rows)

    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order (date, id); every checksum is looked at. Raises WorkspaceUnusable."""
        try:
            return tuple(open_seal(each) for each in self.sealed())
        except Broken as error:
            raise damaged(self.path, str(error)) from error

    def append(self, date: dt.date, bodies: Iterable[Body], attached: Sequence[Attachment] = ()) -> tuple[Entry, ...]:
        """Add entries and files, all or none. When this returns they are on the disk. Raises WorkspaceUnusable."""
        with told(self.path), transaction(self.connection):
            self.still_there()
            last = self.connection.execute("SELECT max(id) FROM entry").fetchone()[0]
            first = 1 if last is None else number_of(last) + 1
            sealed = [seal(number, date, body) for number, body in enumerate(bodies, first)]
            try:
                added = tuple(open_seal(each) for each in sealed)
            except Broken as error:
                raise BadOption(f"This cannot be kept: {error}.", "Nothing was written.") from error
            self._write(sealed, attached)
        return added

    def append_to(self, seen: Iterable[Entry], date: dt.date, bodies: Iterable[Body]) -> bool:
        """As `append`, where the log is still the one that was seen; else False, and nothing is written."""
        with self.alone():
            if {each.id for each in seen} != self._ids():
                return False
            self.append(date, bodies)
        return True

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else writes until the end, so what is read here still holds when it is added to: all or none."""
        with told(self.path), transaction(self.connection):
            yield

    def merge(self, sealed: Sequence[Sealed], attached: Sequence[Attachment]) -> int:
        """Add what is not there yet, all or none; how many entries were new. The caller has checked the seals."""
        with told(self.path), transaction(self.connection):
            self.still_there()
            known = self._ids()
            fresh = [each for each in sealed if each.id not in known]
            self._write(fresh, attached)
        return len(fresh)

    def _ids(self) -> set[str]:
        return {row[0] for row in self.connection.execute("SELECT id FROM entry")}

    def _write(self, sealed: Iterable[Sealed], attached: Iterable[Attachment]) -> None:
        self.connection.executemany(
            "INSERT INTO entry (id, date, body) VALUES (?, ?, ?)", ((s.id, s.date, s.body) for s in sealed)
        )
        self.connection.executemany(
            "INSERT OR IGNORE INTO attachment (digest, name, content) VALUES (?, ?, ?)",
            ((a.digest, a.name, a.content) for a in attached),
        )

    def attachments(self) -> tuple[Attachment, ...]:
        """All files, by digest, each compared with it. Raises WorkspaceUnusable."""
        with told(self.path):
            rows = self.connection.execute("SELECT digest, name, content FROM attachment ORDER BY digest").fetchall()
        return tuple(_attachment(row, self.path) for row in rows)

    def still_there(self) -> None:
        """Inside a transaction: nobody has erased or replaced the file meanwhile. Raises WorkspaceUnusable."""
        if self._identity() != self._file:
            raise WorkspaceUnusable(
                f"{self.path} was erased or replaced while it was open.", "Nothing was written. Run the command again."
            )


def _sealed(row: tuple[object, object, object], path: Path) -> Sealed:
    id_, date, body = row
    if not (isinstance(id_, str) and isinstance(date, str) and isinstance(body, bytes)):
        raise damaged(path, "a row has values of the wrong kind")
    return Sealed(id=id_, date=date, body=body)


def _attachment(row: tuple[object, object, object], path: Path) -> Attachment:
    digest, name, content = row
    found = attachment(name, content) if isinstance(name, str) and isinstance(content, bytes) else None
    if found is None or found.digest != digest:
        raise damaged(path, f"attachment {digest} is not as it was written")
    return found
