"""Which postings are kept already, and in which state: two 64-bit numbers and a place each."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Numbers = npt.NDArray[np.uint64]
_MERGE_AT: Final = 100_000


class Place:
    """Where a row stands, and the digest of its advert."""

    __slots__ = ("content", "row", "seen", "segment")

    def __init__(self, content: int, segment: str, row: int, seen: int) -> None:
        self.content, self.segment, self.row, self.seen = content, segment, row, seen


class Known:
    """Lookup by id: sorted arrays (32 bytes a row) and what was added lately. A lookup is O(log rows)."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._number: dict[str, int] = {}
        self._ids: Numbers = np.empty(0, np.uint64)
        self._contents: Numbers = np.empty(0, np.uint64)
        self._segments = np.empty(0, np.int32)
        self._rows = np.empty(0, np.int32)
        self._seen = np.empty(0, np.int32)
        self._late: dict[int, Place] = {}

    def load(self, segment: str, ids: Numbers, contents: Numbers, rows: npt.NDArray[np.int32]) -> None:
        """The rows of a segment that count. Call `settle` after the last one."""
        self._ids = np.concatenate([self._ids, ids])
        self._contents = np.concatenate([self._contents, contents])
        self._rows = np.concatenate([self._rows, rows])
        self._segments = np.concatenate([self._segments, np.full(len(ids), self._segment(segment), np.int32)])
        self._seen = np.concatenate([self._seen, np.zeros(len(ids), np.int32)])

    def settle(self) -> None:
        """Sort what was loaded."""
        order = np.argsort(self._ids, kind="stable")
        for name in ("_ids", "_contents", "_segments", "_rows", "_seen"):
            setattr(self, name, getattr(self, name)[order])

    def _segment(self, name: str) -> int:
        if name not in self._number:
            self._number[name] = len(self._names)
            self._names.append(name)
        return self._number[name]

    def find(self, key: int) -> Place | None:
        """Where a row is, or None."""
        late = self._late.get(key)
        if late is not None:
            return late
        at = self._at(key)
        if at is None:
            return None
        name = self._names[int(self._segments[at])]
        return Place(int(self._contents[at]), name, int(self._rows[at]), int(self._seen[at]))

    def _at(self, key: int) -> int | None:
        at = int(np.searchsorted(self._ids, np.uint64(key)))
        return at if at < len(self._ids) and int(self._ids[at]) == key else None

    def mark(self, key: int, turn: int) -> None:
        """Remember that a kept row was met in the input number `turn`."""
        late = self._late.get(key)
        if late is not None:
            late.seen = turn
            return
        at = self._at(key)
        if at is not None:
            self._seen[at] = turn

    def put(self, key: int, place: Place) -> None:
        """A row that is new or replaces the one before."""
        self._late[key] = place
        if len(self._late) >= _MERGE_AT:
            self._merge()

    def _merge(self) -> None:
        """Late rows into the arrays. O(rows)."""
        keys = np.fromiter(self._late, np.uint64, len(self._late))
        stay = ~np.isin(self._ids, keys)
        places = list(self._late.values())
        self._ids = np.concatenate([self._ids[stay], keys])
        self._contents = np.concatenate([self._contents[stay], np.array([p.content for p in places], np.uint64)])
        self._rows = np.concatenate([self._rows[stay], np.array([p.row for p in places], np.int32)])
        numbers = np.array([self._segment(p.segment) for p in places], np.int32)
        self._segments = np.concatenate([self._segments[stay], numbers])
        self._seen = np.concatenate([self._seen[stay], np.array([p.seen for p in places], np.int32)])
        self._late.clear()
        self.settle()


def numbers_of(column: pa.ChunkedArray) -> Numbers:
    """16 hexadecimal digits each as a number; 0 where there are none (segments of an older version). O(rows)."""
    words: Iterable[str | None] = column.to_pylist()
    return np.fromiter((int(word, 16) if word else 0 for word in words), np.uint64, len(column))
