"""The door of this room: a stream in, adverts and bad rows out, one at a time."""

import datetime as dt
import io
import itertools
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import msgspec

from headway.errors import BadOption, UnreadableFile
from headway.market.feeds import table
from headway.market.feeds.document import (
    MOST_DOCUMENT,
    address_of_page,
    advert_of,
    kind_of,
    objects_in,
    postings_in_page,
    postings_within,
)
from headway.market.feeds.kind import Look, look_at, text_in
from headway.market.feeds.lines import AsUtf8, Bytes, Counted
from headway.market.feeds.model import Bad, Json, Kind, Unfit, bad
from headway.market.feeds.packed import Unpacked
from headway.market.feeds.rows import csv_rows, json_lines, parquet_rows
from headway.market.model import CLOSED, Advert
from headway.values import Finding

VERSION: Final = 2
"""Rises when the same bytes give other adverts, so that files already imported are read again."""
MOST_TEXT: Final = 4_000_000
"""Characters of one posting; a longer one is set aside."""
_LITTLE: Final = 80
_DEEPEST: Final = 100
_SAMPLE: Final = 50
_AHEAD = dt.timedelta(days=1)
"""A feed east of here may be a day ahead."""


class How(msgspec.Struct, frozen=True, kw_only=True):
    """How a feed is to be read. mapping: columns that the person named. board: where the postings do not say it.
    address: where a page was found. limit: bytes of a line."""

    today: dt.date
    board: str
    mapping: Mapping[str, tuple[str, ...]] = {}
    address: str | None = None
    limit: int


class Feed:
    """A stream being read. kind, mapping and findings are known once the first row is; `rows` gives each row once."""

    def __init__(self, stream: Bytes, name: str, how: How, path: Path | None = None) -> None:
        self.name = name
        self.how = how
        self.kind: Kind | None = None
        self.mapping: Mapping[str, tuple[str, ...]] = {}
        self.findings: list[Finding] = []
        self._stream = Counted(stream)
        self._told = 0
        self._path = path

    @property
    def done(self) -> int:
        """Bytes read so far, about."""
        return max(self._stream.done, self._told)

    def _tell(self, share: float) -> None:
        size = self._path.stat().st_size if self._path is not None else 0
        self._told = int(share * size)

    def rows(self) -> Iterator[Advert | Bad]:
        """Every row. Raises UnreadableFile where the whole is unfit, BadOption where a column is missing."""
        look = look_at(self._stream.head, self.name)
        if look.shape != "packed":
            yield from self._of(look, self._stream)
            return
        whole = partial(self._whole, self._stream)
        inside = Counted(Unpacked(look.packing, self._stream, self.name, whole, self._path))
        yield from self._of(look_at(inside.head, self.name), inside)

    def _of(self, look: Look, stream: Counted) -> Iterator[Advert | Bad]:
        self.findings += look.findings
        if look.shape == "parquet":
            yield from self._table("parquet", parquet_rows(self._parquet(stream), self.name, self._tell))
        elif look.shape in ("csv", "jsonl"):
            stream.read(look.mark)
            text: Bytes = AsUtf8(stream, look.encoding) if look.encoding else stream
            if look.shape == "csv":
                yield from self._table("csv", csv_rows(text, look.delimiter, self.name, self.how.limit, look.escape))
            else:
                yield from self._objects("jsonl", json_lines(text, self.how.limit))
        else:
            data = self._whole(stream)
            text_of_it = text_in(data, self.name).text
            if look.shape == "html":
                yield from self._page(text_of_it)
            else:
                yield from self._objects("json", objects_in(text_of_it.encode("utf-8", "replace"), self.name))

    def _parquet(self, stream: Counted) -> Path | io.BytesIO:
        return self._path if stream is self._stream and self._path is not None else io.BytesIO(self._whole(stream))

    def _whole(self, stream: Counted) -> bytes:
        data = stream.read(MOST_DOCUMENT + 1)
        while block := stream.read(MOST_DOCUMENT + 1 - len(data)):
            data += block
        if len(data) > MOST_DOCUMENT:
            raise UnreadableFile(
                f"{self.name} is one document of more than {MOST_DOCUMENT // 2**20} MB.",
                "Write it as JSON lines (one object a line) or Parquet: these are read piece by piece.",
            )
        return data

    def _page(self, page: str) -> Iterator[Advert | Bad]:
        address = self.how.address or address_of_page(page)
        yield from self._objects("json-ld", postings_in_page(page, self.name), address)

    def _objects(
        self, plain: Kind, rows: Iterable[tuple[int, Json] | Bad], address: str | None = None
    ) -> Iterator[Advert | Bad]:
        """Objects of a known feed as that feed's; others as rows of a table."""
        rows = _flat_enough(rows)
        sample = list(itertools.islice(rows, _SAMPLE))
        first = next((each[1] for each in sample if not isinstance(each, Bad)), None)
        kind = kind_of(first) if first is not None and not self.how.mapping else None
        everything = itertools.chain(sample, rows)
        if first is not None and postings_within(first) is not None:
            yield from self._objects(plain, _taken_out(everything), address)
            return
        if kind is None:
            yield from self._table(plain, everything)
            return
        self.kind = kind
        for each in everything:
            yield each if isinstance(each, Bad) else self._taken(*each, kind, address)

    def _taken(self, line: int, job: Json, kind: Kind, address: str | None) -> Advert | Bad:
        try:
            advert = advert_of(kind_of(job) or kind, job, self.how.board, address or self.how.address)
        except Unfit as error:
            return bad(line, str(error), job)
        return self._checked(line, advert, job)

    def _table(self, kind: Kind, rows: Iterable[tuple[int, Json] | Bad]) -> Iterator[Advert | Bad]:
        self.kind = kind
        stream = iter(rows)
        sample = list(itertools.islice(stream, _SAMPLE))
        flat = [table.flat(each[1]) for each in sample if not isinstance(each, Bad)]
        self.mapping = self._mapping(flat) if flat else {}
        for each in itertools.chain(sample, stream):
            yield each if isinstance(each, Bad) else self._row(*each)

    def _mapping(self, sample: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
        columns = list(dict.fromkeys(name for row in sample for name in row))
        for field, named in self.how.mapping.items():
            missing = [column for column in named if column not in columns]
            if missing:
                raise BadOption(
                    f"--map {field}={'+'.join(named)}: {self.name} has no column '{missing[0]}'.",
                    f"Its columns: {', '.join(columns[:40])}.",
                )
        said = {column for named in self.how.mapping.values() for column in named}
        free = [{name: value for name, value in row.items() if name not in said} for row in sample]
        found = table.guess(free) | dict(self.how.mapping)
        if "text" not in found:
            raise UnreadableFile(
                f"{self.name} has no column for the text of a posting; its columns: {', '.join(columns[:40])}.",
                "Name one: --map text=COLUMN. (Rows of pay without texts are for 'headway pay fit'.)",
            )
        return {field: found[field] for field in table.FIELDS if field in found}

    def _row(self, line: int, row: Json) -> Advert | Bad:
        try:
            columns = table.flat(row)
            advert = table.advert(columns, self.mapping, self.how.board)
        except Unfit as error:
            return bad(line, str(error), row)
        return self._checked(line, advert, row, {field: columns.get(c[0]) for field, c in self.mapping.items()})

    def _checked(self, line: int, advert: Advert, raw: Json, said: Json | None = None) -> Advert | Bad:
        """What is plainly wrong in an advert is taken out and noted; nothing is put in its place."""
        if len(advert.text) > MOST_TEXT:
            return bad(line, f"a text of {len(advert.text):,} characters; at most {MOST_TEXT:,} are read", advert.text)
        notes = list(advert.notes)
        posted, updated = advert.posted, advert.updated
        latest = self.how.today + _AHEAD
        if any(date is not None and date > latest for date in (posted, updated)):
            notes.append("date-in-the-future")
            posted = None if posted is not None and posted > latest else posted
            updated = None if updated is not None and updated > latest else updated
        if said is not None and advert.posted is None and said.get("posted") not in (None, ""):
            notes.append("date-not-read")
        if advert.closes is not None and advert.closes < self.how.today:
            notes.append(CLOSED)
        if len(advert.text) < _LITTLE:
            notes.append("little-text")
        if not notes:
            return advert
        return msgspec.structs.replace(advert, posted=posted, updated=updated, notes=tuple(notes))


def _taken_out(rows: Iterable[tuple[int, Json] | Bad]) -> Iterator[tuple[int, Json] | Bad]:
    """The postings that stand in rows, with the numbers of the rows."""
    for row in rows:
        within = None if isinstance(row, Bad) else postings_within(row[1])
        if isinstance(row, Bad) or within is None:
            yield row
        else:
            yield from ((row[0], each) for each in within)


def _flat_enough(rows: Iterable[tuple[int, Json] | Bad]) -> Iterator[tuple[int, Json] | Bad]:
    """The rows, but for those that nobody writes: reading them would go down as deep as they are."""
    for row in rows:
        if isinstance(row, Bad) or not _is_deep(row[1]):
            yield row
        else:
            yield bad(row[0], f"lists and objects in each other, more than {_DEEPEST} deep", "")


def _is_deep(row: Json) -> bool:
    """Whether values stand in each other more than _DEEPEST deep. O(row)."""
    inner: list[Any] = [row]
    for _ in range(_DEEPEST):
        parts = (each.values() if isinstance(each, dict) else each for each in inner)
        inner = [part for each in parts for part in each if isinstance(part, dict | list)]
        if not inner:
            return False
    return True
