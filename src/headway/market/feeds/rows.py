"""Rows of JSON lines, tables and Parquet files, as they stream past: memory does not grow with the file."""

import csv
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from headway.errors import UnreadableFile
from headway.market.feeds.kind import SAID_DELIMITER
from headway.market.feeds.lines import Bytes, LongLine, lines_of
from headway.market.feeds.loose import loose_json
from headway.market.feeds.model import Bad, Unfit, bad

Numbered = tuple[int, dict[str, Any]]
_BATCH = 500


def json_lines(stream: Bytes, limit: int) -> Iterator[Numbered | Bad]:
    """One object a line."""
    for number, line in lines_of(stream, limit):
        if isinstance(line, LongLine):
            yield _too_long(number, line, limit)
            continue
        if not line.strip():
            continue
        try:
            value = _value(line)
        except Unfit as error:
            yield bad(number, f"not JSON: {error}", line)
            continue
        if isinstance(value, dict):
            yield number, value
        else:
            yield bad(number, "not an object but a list or a single value", line)


def _value(line: bytes) -> Any:
    """Of a line; nearly JSON as some tools write it (NaN, half a character cut off) too. Raises Unfit."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        try:
            return loose_json(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise Unfit(str(error)) from error


def _too_long(number: int, line: LongLine, limit: int) -> Bad:
    return bad(number, f"a line of {line.size:,} bytes; at most {limit:,} are read", line.head)


def csv_rows(
    stream: Bytes, delimiter: str, name: str, limit: int, escape: str | None = None
) -> Iterator[Numbered | Bad]:
    """Rows under the header, one object each. escape: as in Look. Raises UnreadableFile without a header."""
    csv.field_size_limit(limit)
    source = _Lines(stream, limit)
    reader = csv.reader(source, delimiter=delimiter, escapechar=escape, doublequote=escape is None)
    try:
        names = next((row for row in reader if any(each.strip() for each in row) and not _says(row, delimiter)), None)
    except csv.Error as error:
        raise UnreadableFile(f"{name} has no readable header line ({error}).", "Export it again as CSV.") from error
    if not names:
        raise UnreadableFile(f"{name} has no header line.", "The first line names the columns.")
    header = _header(names)
    while True:
        start = source.number + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            # The reader begins anew with the next line.
            row, problem = [], f"not a row of a table ({error}); a quote that is opened and not closed?"
        else:
            row = row if row is None else _without_empty_end(row, len(header))
            problem = "" if row is None else _fault(row, header, source)
        yield from source.passed_over()
        if row is None:
            return
        if problem:
            yield bad(start, problem, delimiter.join(row))
        elif any(row):
            yield start, dict(zip(header, row, strict=True))


def _without_empty_end(row: list[str], columns: int) -> list[str]:
    """Lines may end in a delimiter that the header's line has not."""
    return row if len(row) <= columns or any(row[columns:]) else row[:columns]


def _says(row: list[str], delimiter: str) -> bool:
    """Whether a line before the header is none: a comment, or it tells spreadsheets the delimiter."""
    if len(row) == 1 and row[0].lstrip().startswith("#"):
        return True
    return SAID_DELIMITER.fullmatch(delimiter.join(row)) is not None


def _fault(row: list[str], header: list[str], source: "_Lines") -> str:
    """Why a row of a table is none, or nothing."""
    broken, source.broken = source.broken, False
    if broken:
        return "its letters are not UTF-8 like those of the lines before"
    if [each.strip() for each in row] == header:
        return "the header line once more"
    if any(row) and len(row) != len(header):
        return f"{len(row)} values, but the header names {len(header)} columns"
    return ""


class _Lines:
    """Text lines for the csv reader; too long ones are passed over and noted."""

    def __init__(self, stream: Bytes, limit: int) -> None:
        self._lines = lines_of(stream, limit)
        self._limit = limit
        self._problems: list[Bad] = []
        self._pieces: deque[str] = deque()
        self.number = 0
        self.broken = False

    def passed_over(self) -> list[Bad]:
        """The lines that were too long, since last asked."""
        problems, self._problems = self._problems, []
        return problems

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if self._pieces:
            return self._pieces.popleft() + "\n"
        for number, line in self._lines:
            self.number = number
            if isinstance(line, LongLine):
                self._problems.append(_too_long(number, line, self._limit))
                continue
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                self.broken = True
                text = line.decode("utf-8", "replace")
            # Lines may end in a carriage return alone.
            self._pieces.extend(text.split("\r"))
            return self._pieces.popleft() + "\n"
        raise StopIteration


def _header(names: list[str]) -> list[str]:
    """Column names, the unnamed and the repeated ones numbered."""
    found: list[str] = []
    for number, name in enumerate(names, 1):
        name = name.strip() or f"column {number}"
        found.append(name if name not in found else f"{name} ({number})")
    return found


def parquet_rows(source: Path | IO[bytes], name: str, told: Callable[[float], None]) -> Iterator[Numbered]:
    """Rows of a Parquet file, a batch at a time; `told` hears which share of them is read.

    Raises UnreadableFile for one that is damaged or no table.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(source, pre_buffer=False) as table:
            for batch in table.iter_batches(batch_size=_BATCH):
                told(number / max(table.metadata.num_rows, 1))
                for row in batch.to_pylist():
                    number += 1
                    yield number, row
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        at = f" after row {number:,}" if number else ""
        raise UnreadableFile(f"{name} cannot be read as Parquet{at}: {_short(error)}.", "Export it again.") from error


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:160].rstrip(".")
