"""Adverts one after another into the market: new ones and changed ones in chunks, each kept whole or not at all.

What is kept already is told by its id and a digest, so an import that was killed goes on where it stopped: what it kept
comes by as unchanged, which costs reading but not understanding.
"""

from collections import deque
from collections.abc import Callable
from typing import Final

import msgspec
import pyarrow as pa

from headway.market.chunk import Failed, Hands
from headway.market.feeds.model import Bad, bad
from headway.market.manifest import Input
from headway.market.model import Advert
from headway.market.pool import CHUNK
from headway.market.schema import SCHEMA
from headway.market.understand import content_of, row_id
from headway.market.writer import Aside, Writer

SEGMENT: Final = 2000
"""Postings of one segment: a few seconds' work that a kill can cost."""
CHARACTERS: Final = 32_000_000
"""Of the texts of one segment, so that memory stays small for very long postings too."""


class Counts(msgspec.Struct):
    """Of one input. read: every row that was met; the others add up to it.

    repeated: the same posting once more within one input. aside: bad rows.
    """

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    repeated: int = 0
    aside: int = 0


class Turn:
    """One input. file: of its bad rows; it and the counts are final once `Intake.finish` has run."""

    def __init__(self, number: int, aside: Aside) -> None:
        self.number = number
        self.counts = Counts()
        self.notes: dict[str, int] = {}
        self.file: str | None = None
        self._aside: Aside | None = aside

    def set_aside(self, row: Bad) -> None:
        """Keep a bad row. After the input failed there is nowhere: it will be read again from its start."""
        if self._aside is not None:
            self._aside.add(row)
        self.counts.aside += 1

    def close(self) -> None:
        """Everything of the input is kept."""
        if self._aside is not None:
            self.file = self._aside.finish()
            self._aside = None

    def drop(self) -> None:
        """The input cannot be read to its end."""
        if self._aside is not None:
            self._aside.drop()
            self._aside = None


class _Waiting(msgspec.Struct):
    """An advert on its way to be kept. met: the number of the input that it was last met in."""

    key: int
    content: int
    advert: Advert
    turn: Turn
    line: int
    is_new: bool
    met: int


class _Ended(msgspec.Struct, frozen=True):
    """An input that was read to its end; it counts once the first `after` adverts of the run are kept."""

    after: int
    key: str
    name: str
    turn: Turn


class Intake:
    """Takes one input after another: `begin`, `take` for each row, then `end` or `fail`; `finish` after the last.

    In a `with` statement it leaves no half-written file of bad rows behind. crew: starts the processes that read, when
    the first advert has to be.
    """

    def __init__(self, writer: Writer, crew: Callable[[], Hands]) -> None:
        self._writer = writer
        self._start = crew
        self._crew: Hands | None = None
        self._next: list[_Waiting] = []
        self._flying: deque[list[_Waiting]] = deque()
        self._on_the_way: dict[int, _Waiting] = {}
        self._tables: list[pa.Table] = []
        self._read: list[_Waiting] = []
        self._taken = self._kept = 0
        self._characters = 0
        self._ended: deque[_Ended] = deque()
        self._turns: list[Turn] = []

    def __enter__(self) -> "Intake":
        return self

    def __exit__(self, *problem: object) -> None:
        for turn in self._turns:
            turn.drop()

    def input_read(self, key: str | None) -> Input | None:
        """What came of an input that was read to its end before, or None."""
        return next((each for each in self._writer.manifest.inputs if each.key == key), None)

    def begin(self, key: str) -> Turn:
        """A new input. key: names the file of its bad rows."""
        turn = Turn(len(self._turns) + 1, Aside(self._writer.folder, key))
        self._turns.append(turn)
        return turn

    def take(self, row: Advert | Bad, turn: Turn) -> None:
        """One row of the input."""
        turn.counts.read += 1
        if isinstance(row, Bad):
            turn.set_aside(row)
            return
        for note in row.notes:
            turn.notes[note] = turn.notes.get(note, 0) + 1
        key, content = int(row_id(row), 16), int(content_of(row), 16)
        waiting = self._on_the_way.get(key)
        if waiting is not None and waiting.content != content and waiting.met != turn.number:
            self._keep_all()
            waiting = None
        if waiting is not None:
            self._again(row, content, turn, waiting)
            return
        place = self._writer.known.find(key)
        if place is None or (place.content != content and place.seen != turn.number):
            self._add(_Waiting(key, content, row, turn, turn.counts.read, place is None, turn.number))
        elif place.content != content:
            self._contradicts(row, turn)
        elif place.seen == turn.number:
            turn.counts.repeated += 1
        else:
            turn.counts.unchanged += 1
            self._writer.known.mark(key, turn.number)

    def _again(self, row: Advert, content: int, turn: Turn, waiting: _Waiting) -> None:
        """A posting that this run has met and not kept yet."""
        if waiting.content != content:
            self._contradicts(row, turn)
        elif waiting.met == turn.number:
            turn.counts.repeated += 1
        else:
            turn.counts.unchanged += 1
            waiting.met = turn.number

    def _contradicts(self, row: Advert, turn: Turn) -> None:
        """Which of the two is right cannot be told; the first stays, so that importing again changes nothing."""
        turn.set_aside(bad(turn.counts.read, f"id {row.source_id} is above with other contents", row))

    def _add(self, row: _Waiting) -> None:
        counts = row.turn.counts
        counts.new += row.is_new
        counts.changed += not row.is_new
        self._on_the_way[row.key] = row
        self._next.append(row)
        self._taken += 1
        self._characters += len(row.advert.text)
        if len(self._next) >= CHUNK:
            self._send()
        if self._characters >= CHARACTERS:
            self._keep_all()

    def _send(self) -> None:
        """Hand the next adverts over to be read, and take back what is done."""
        if not self._next:
            return
        if self._crew is None:
            self._crew = self._start()
        self._crew.put([each.advert for each in self._next])
        self._flying.append(self._next)
        self._next = []
        while self._crew.is_full:
            self._take_back(self._crew)

    def _take_back(self, crew: Hands) -> None:
        chunk, done = self._flying.popleft(), crew.take()
        failed = {each.place: each for each in done.failed}
        for place, row in enumerate(chunk):
            if place in failed:
                self._not_read(row, failed[place])
        self._read += [row for place, row in enumerate(chunk) if place not in failed]
        self._kept += len(failed)
        self._tables.append(done.table)
        if len(self._read) >= SEGMENT:
            self._keep()

    def _not_read(self, row: _Waiting, why: Failed) -> None:
        row.turn.counts.new -= row.is_new
        row.turn.counts.changed -= not row.is_new
        row.turn.set_aside(bad(row.line, why.reason, row.advert))
        self._on_the_way.pop(row.key, None)
        self._characters -= len(row.advert.text)

    def _keep_all(self) -> None:
        """Everything taken so far."""
        self._send()
        while self._crew is not None and self._flying:
            self._take_back(self._crew)
        self._keep()

    def _keep(self) -> None:
        """What was read becomes a segment, and inputs of which all is kept now count as read."""
        self._kept += len(self._read)
        done = []
        while self._ended and self._ended[0].after <= self._kept:
            ended = self._ended.popleft()
            ended.turn.close()
            counts = ended.turn.counts
            done.append(Input(ended.key, ended.name, counts.read, counts.aside, ended.turn.file))
        if self._read:
            table = pa.concat_tables(self._tables)
            self._writer.keep(table, done, [each.met for each in self._read])
        elif done:
            self._writer.keep(SCHEMA.empty_table(), done)
        for row in self._read:
            self._on_the_way.pop(row.key, None)
            self._characters -= len(row.advert.text)
        self._read, self._tables = [], []

    def end(self, turn: Turn, key: str, name: str) -> None:
        """The input was read to its end. key: under which it counts as read, once all of it is kept."""
        self._ended.append(_Ended(self._taken, key, name, turn))

    def fail(self, turn: Turn) -> None:
        """The input cannot be read further. What was good before stays; it will be read again from its start."""
        turn.drop()

    def finish(self) -> None:
        """Keep what is on its way, and tidy up. Copies are put together by `Writer.group`."""
        self._keep_all()
        self._writer.tidy()
