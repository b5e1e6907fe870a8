"""The writing side of the market's folder: rows in, in chunks, each of which is kept whole or not at all.

The manifest is the only thing that makes a file count, and it is replaced last. So a writer that is killed at any
moment, or meets a full disk, leaves the state of its last finished chunk.
"""

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from headway.errors import DiskFull
from headway.market.copies_table import COLUMNS, COPIES_FORM, Adverts
from headway.market.feeds.model import Bad
from headway.market.known import Known, Place, numbers_of
from headway.market.lock import hold_for_writing, nobody_reads
from headway.market.manifest import (
    NAME,
    Input,
    Manifest,
    Segment,
    keep_manifest,
    move_into_place,
    read_manifest,
)
from headway.market.schema import SCHEMA
from headway.whole import beside

ASIDE: Final = "aside"
_SMALL: Final = 500
"""Segments with fewer rows are put together once there are `_MANY` of them."""
_MANY: Final = 16
_GONE = pa.schema([("file", pa.string()), ("row", pa.int64())])
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Writer:
    """Holds the market for writing; use it in a `with` statement."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = hold_for_writing(folder)
        self.manifest = read_manifest(folder)
        self._take_leftovers_away()
        self.known = self._load()

    def __enter__(self) -> "Writer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()
        if isinstance(error, OSError) and error.errno in _FULL:
            raise DiskFull(
                f"There is no room left to write to {self.folder} ({error.strerror}). "
                f"The {self.rows:,} postings kept so far are safe.",
                "Make room, then run the same command again: it goes on where it stopped.",
            ) from error

    @property
    def rows(self) -> int:
        """Rows kept, those replaced not counted."""
        return sum(each.rows for each in self.manifest.segments) - len(self._gone_rows())

    def _load(self) -> Known:
        known = Known()
        gone = self._gone_by_file()
        for segment in self.manifest.segments:
            table = _read(self.folder / segment.file, ["id", "content"])
            stay = np.ones(len(table), bool)
            stay[gone.get(segment.file, [])] = False
            rows = np.flatnonzero(stay).astype(np.int32)
            known.load(segment.file, numbers_of(table["id"])[stay], numbers_of(table["content"])[stay], rows)
        known.settle()
        return known

    def _gone_rows(self) -> list[tuple[str, int]]:
        tables = [pq.read_table(self.folder / file) for file in self.manifest.gone]
        return [(file, row) for each in tables for file, row in zip(*each.to_pydict().values(), strict=True)]

    def _gone_by_file(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for file, row in self._gone_rows():
            found.setdefault(file, []).append(row)
        return found

    def keep(self, table: pa.Table, inputs: Iterable[Input] = (), turns: Sequence[int] = ()) -> None:
        """Keep a chunk (columns of SCHEMA, each id once): rows that are new, rows that replace the one of their id, and
        inputs that are now read to their end. turns: the number of the input that each row came from.
        """
        segments, gone = self.manifest.segments, self.manifest.gone
        ids, contents = numbers_of(table["id"]).tolist(), numbers_of(table["content"]).tolist()
        replaced = [place for key in ids if (place := self.known.find(key)) is not None]
        name = ""
        if ids:
            segment = self._again(table)
            name = segment.file
            segments = (*(each for each in segments if each.file != name), segment)
        if replaced:
            file = f"gone-{name}"
            self._write(file, pa.table([[p.segment for p in replaced], [p.row for p in replaced]], schema=_GONE))
            gone = (*gone, file)
        self._set(segments=segments, gone=gone, inputs=_with(self.manifest.inputs, inputs))
        for number, (key, content) in enumerate(zip(ids, contents, strict=True)):
            self.known.put(key, Place(content, name, number, turns[number] if turns else 0))

    def add(self, table: pa.Table) -> None:
        """Keep rows of postings that are not there yet, in the columns of SCHEMA (a benchmark's, a backup's)."""
        self._set(segments=(*self.manifest.segments, self._again(table)))

    def group(self) -> None:
        """Put the copies of each advert together anew, unless the rows are those of the last time. O(rows)."""
        words = chr(31).join([f"form {COPIES_FORM}", *(each.file for each in self.manifest.segments)])
        file = f"copies-{hashlib.blake2b(words.encode(), digest_size=12).hexdigest()}.parquet"
        if self.manifest.copies == file:
            return
        self.tidy()
        adverts = Adverts(sum(each.rows for each in self.manifest.segments))
        for segment in self.manifest.segments:
            adverts.add(_read(self.folder / segment.file, list(COLUMNS)))
        self._write(file, adverts.grouped())
        self._set(copies=file)
        self._take_leftovers_away()

    def _set(self, **changed: Any) -> None:
        manifest: Manifest = msgspec.structs.replace(self.manifest, **changed)
        if manifest != self.manifest:
            keep_manifest(self.folder, manifest)
            self.manifest = manifest

    def _write(self, name: str, table: pa.Table) -> None:
        path = self.folder / name
        temporary = beside(path)
        try:
            with temporary.open("wb") as out:
                pq.write_table(table, out, compression="zstd")
                out.flush()
                os.fsync(out.fileno())
            move_into_place(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Take replaced rows out of their segments, and put small segments together. Readers notice nothing."""
        gone = self._gone_by_file()
        small = [each.file for each in self.manifest.segments if each.rows < _SMALL]
        joined = set(small) if len(small) >= _MANY else set()
        segments: list[Segment] = []
        together: list[pa.Table] = []
        for segment in self.manifest.segments:
            if segment.file not in gone and segment.file not in joined:
                segments.append(segment)
                continue
            table = self._without(segment.file, gone.get(segment.file, []))
            if segment.file in joined:
                together.append(table)
            elif len(table):
                segments.append(self._again(table))
        if together and sum(map(len, together)):
            segments.append(self._again(pa.concat_tables(together)))
        self._set(segments=tuple(segments), gone=())
        self._take_leftovers_away()

    def rewrite(self, change: Callable[[pa.Table], pa.Table | None]) -> int:
        """Give each segment the rows that `change` makes of it, one at a time (None: it stays); the number of rows."""
        changed = 0
        self.tidy()
        for segment in self.manifest.segments:
            table = change(_read(self.folder / segment.file))
            if table is not None:
                self._put_in_place_of(segment, table)
                changed += len(table)
        self.group()
        self._take_leftovers_away()
        return changed

    def drop(self, fits: Callable[[dict[str, Any]], bool]) -> int:
        """Take rows out; how many. Files they came from count as unread again, so that they can come back."""
        gone = 0
        self.tidy()
        for segment in self.manifest.segments:
            # By these columns the rows are told; the texts need not be looked at.
            told = _read(self.folder / segment.file, ["board", "company", "posted", "invented"]).to_pylist()
            stay = [not fits(row) for row in told]
            if not all(stay):
                gone += stay.count(False)
                self._set(copies=None)  # what stood for a group may be taken out
                self._put_in_place_of(segment, _read(self.folder / segment.file).filter(pa.array(stay)))
        if gone:
            self._set(inputs=())
            self.group()
        self._take_leftovers_away()
        return gone

    def _put_in_place_of(self, segment: Segment, table: pa.Table) -> None:
        new = (self._again(table),) if len(table) else ()
        segments = [each for one in self.manifest.segments for each in (new if one == segment else (one,))]
        self._set(segments=tuple(segments))

    def _without(self, file: str, rows: list[int]) -> pa.Table:
        table = _read(self.folder / file)
        stay = np.ones(len(table), bool)
        stay[rows] = False
        return table.filter(pa.array(stay))

    def _again(self, table: pa.Table) -> Segment:
        """Write a segment. The same rows give the same name, so one written again after a crash takes its own place."""
        words = [each or "" for name in ("id", "content", "reader", "digest") for each in table[name].to_pylist()]
        name = f"{hashlib.blake2b(chr(31).join(words).encode(), digest_size=12).hexdigest()}.parquet"
        self._write(name, table)
        return Segment(name, len(table))

    def _take_leftovers_away(self) -> None:
        """Files that do not count, of a killed writer or replaced; not while somebody may still read them."""
        for path in (*self.folder.glob(".*.tmp"), *(self.folder / ASIDE).glob(".*.tmp")):
            path.unlink(missing_ok=True)
        files = self.manifest.files
        unused = [path for path in self.folder.glob("*.parquet") if path.name not in files]
        unused += [p for p in (self.folder / ASIDE).glob("*.jsonl") if f"{ASIDE}/{p.name}" not in files]
        if not unused:
            return
        alone = nobody_reads(self.folder)
        if alone is not None:
            for path in unused:
                path.unlink(missing_ok=True)
            alone.release()


def empty(folder: Path) -> int:
    """Take every file of the market away, also where its manifest cannot be read; how many. Raises MarketBusy."""
    lock = hold_for_writing(folder)
    # The manifest first: without it nothing counts, so a reader never meets half a market.
    paths = [folder / NAME, *folder.glob("*.parquet"), *folder.glob(".*.tmp"), *(folder / ASIDE).glob("*")]
    found = [path for path in paths if path.is_file()]
    for path in found:
        path.unlink(missing_ok=True)
    lock.release()
    return len(found)


class Aside:
    """The bad rows of one input, written as they come, as JSON lines of line, reason and what stood there."""

    def __init__(self, folder: Path, key: str) -> None:
        self.rows = 0
        self._name = f"{ASIDE}/{key}.jsonl"
        self._path = folder / self._name
        self._out: IO[bytes] | None = None

    def add(self, row: Bad) -> None:
        """One more."""
        if self._out is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._out = beside(self._path).open("wb")
        self._out.write(msgspec.json.encode(row) + b"\n")
        self.rows += 1

    def finish(self) -> str | None:
        """The file's name in the folder, once it is whole; None where no row was bad."""
        if self._out is None:
            return None
        self._out.flush()
        os.fsync(self._out.fileno())
        self._out.close()
        move_into_place(beside(self._path), self._path)
        return self._name

    def drop(self) -> None:
        """Leave nothing behind."""
        if self._out is not None:
            with contextlib.suppress(OSError):  # what was buffered cannot be written either when the disk is full
                self._out.close()
            beside(self._path).unlink(missing_ok=True)


def _read(path: Path, columns: list[str] | None = None) -> pa.Table:
    """A segment in today's columns: one that an older version wrote has nulls in those it lacks."""
    with pq.ParquetFile(path) as file:
        there = set(file.schema_arrow.names)
        table = file.read([name for name in columns or SCHEMA.names if name in there])
    fields = [SCHEMA.field(name) for name in columns or SCHEMA.names]
    return pa.table(
        [
            table[each.name].cast(each.type) if each.name in there else pa.nulls(len(table), each.type)
            for each in fields
        ],
        schema=pa.schema(fields),
    )


def _with(before: tuple[Input, ...], more: Iterable[Input]) -> tuple[Input, ...]:
    found = {each.key: each for each in before}
    found.update({each.key: each for each in more})
    return tuple(found.values())
