"""One run of the import: each input in its turn, what came of it, and how far it is."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from headway.app.context import Context
from headway.app.market_inputs import Item, Mapped
from headway.app.market_room import folder_of
from headway.errors import HeadwayError, InputProblem, NotReached
from headway.values import Finding, Json

if TYPE_CHECKING:
    from headway.market.feeds.read import Feed
    from headway.market.intake import Intake, Turn

_TELL: Final = 50
"""Rows between two words of progress."""
_COUNTS: Final = ("read", "new", "changed", "unchanged", "repeated", "set_aside")


class Progress(msgspec.Struct, frozen=True):
    """How far an import is. share: of the bytes of all files, None where it cannot be known. rows: read so far.

    name: of the input, or what is done after the last one (last).
    """

    name: str
    share: float | None
    rows: int
    last: bool = False


class Run:
    """One call of the import: what came of each input."""

    def __init__(
        self, context: Context, mapping: Mapped, progress: Callable[[Progress], None] | None, size: int
    ) -> None:
        self._context = context
        self._mapping = mapping
        self._progress = progress
        self._size = size
        self._before = 0
        self._rows = 0
        self._inputs: list[_Outcome] = []
        self._findings: list[Finding] = []
        self._problems: list[HeadwayError] = []
        self._twins: dict[str, _Twin] = {}

    def example(self, intake: "Intake") -> None:
        """The bundled invented postings."""
        from headway.app.market_examples import example_adverts

        turn = intake.begin("example")
        for advert in example_adverts(self._context):
            intake.take(advert, turn)
        intake.end(turn, "example", "example")
        self._inputs.append(_Outcome("the bundled invented postings", "imported", "invented", turn))

    def read(self, item: Item, intake: "Intake") -> None:
        """One input to its end; one that cannot be read is told in the findings, and the next one comes."""
        outcome = _Outcome(item.name, "failed")
        self._inputs.append(outcome)
        try:
            with item.opened(self._context.today, self._mapping) as (feed, key):
                outcome.before = intake.input_read(key) or self._twins.get(key or "")
                if outcome.before is None:
                    self._rows_of(feed, item, key or _plain_key(item.name), intake, outcome)
                else:
                    outcome.status = "already"
        except (InputProblem, NotReached) as error:
            if outcome.turn is not None:
                intake.fail(outcome.turn)
                kept = outcome.turn.counts.read - outcome.turn.counts.aside
                error.message += f" The {kept:,} postings before that are kept." if kept else ""
            self._problems.append(error)
            self._findings.append(
                Finding("input-not-read", "error", item.name, without_name(item.name, error.message), error.hint)
            )
        self._before += item.size
        self._tell(item, 0, 0)

    def _rows_of(self, feed: "Feed", item: Item, key: str, intake: "Intake", outcome: "_Outcome") -> None:
        outcome.turn = turn = intake.begin(key)
        for number, row in enumerate(feed.rows(), 1):
            intake.take(row, turn)
            if number % _TELL == 0:
                self._tell(item, feed.done, number)
        intake.end(turn, key, item.name)
        self._twins[key] = _Twin(turn)
        self._rows += turn.counts.read
        self._findings += feed.findings
        self._findings += noted(item.name, turn.notes)
        outcome.status, outcome.kind, outcome.mapping = "imported", feed.kind, feed.mapping

    def _tell(self, item: Item, done: int, rows: int) -> None:
        if self._progress is None:
            return
        share = min((self._before + done) / self._size, 1.0) if self._size and item.size else None
        self._progress(Progress(item.name, share, self._rows + rows))

    def last(self, work: str) -> None:
        """Tell of what is done after the last row."""
        if self._progress is not None:
            self._progress(Progress(work, 1.0, self._rows, last=True))

    def judge(self) -> None:
        """Raises the first problem where no input could be read to its end."""
        if self._problems and all(each.status == "failed" for each in self._inputs):
            raise self._problems[0]

    def summary(self) -> Json:
        """What came of it, in numbers. Asked once everything is kept."""
        inputs = [each.told(folder_of(self._context)) for each in self._inputs]
        total = {name: sum(each[name] for each in inputs) for name in _COUNTS}
        return {
            "schema": "headway.market-import/1",
            "dry_run": False,
            **total,
            "inputs": inputs,
            "findings": msgspec.to_builtins(self._findings),
        }


class _Twin:
    """An input of this run that has the same bytes; what came of it is final once everything is kept."""

    def __init__(self, turn: "Turn") -> None:
        self._turn = turn

    @property
    def read(self) -> int:
        return self._turn.counts.read

    @property
    def aside(self) -> int:
        return self._turn.counts.aside

    @property
    def aside_file(self) -> str | None:
        return self._turn.file


class _Outcome(msgspec.Struct):
    """What came of one input. before: where the same bytes were read to their end already."""

    name: str
    status: str
    kind: str | None = None
    turn: Any = None
    mapping: Mapped = {}
    before: Any = None

    def told(self, folder: Path) -> Json:
        """As it is printed."""
        counts = dict.fromkeys(_COUNTS, 0)
        file = None
        if self.before is not None:
            counts |= {"read": self.before.read, "set_aside": self.before.aside}
            counts["unchanged"] = self.before.read - self.before.aside
            file = self.before.aside_file
        elif self.turn is not None:
            said = msgspec.to_builtins(self.turn.counts)
            counts = {name: said["aside" if name == "set_aside" else name] for name in _COUNTS}
            file = self.turn.file
        row = {"name": self.name, "kind": self.kind, "status": self.status, **counts}
        row["set_aside_file"] = str(folder / file) if file else None
        return {**row, "mapping": said_mapping(self.mapping)} if self.mapping else row


def said_mapping(mapping: Mapped) -> Json:
    """As it is printed."""
    return {field: list(columns) for field, columns in mapping.items()}


def _plain_key(name: str) -> str:
    return "-".join(name.split())[:40]


_NOTES: Final = {
    "closed": (
        "the last day to apply is past",
        "They are kept and counted; 'headway market jobs' marks them, and says how many have closed.",
    ),
    "date-in-the-future": ("a date lies in the future", "The date is left out; the posting is kept."),
    "date-not-read": ("the date cannot be read for sure", "Write it as 2026-03-31; 03/04/2026 may be two days."),
    "pay-estimated": ("the pay is the site's estimate", "It is left out: the employer does not state it."),
    "little-text": ("there is hardly any text", "They are kept and counted; little can be read in them."),
}


def without_name(name: str, message: str) -> str:
    """A message for a place where the name stands before it."""
    return message.removeprefix(f"{name} ").removeprefix(f"{name}: ")


def noted(name: str, notes: dict[str, int]) -> list[Finding]:
    """What was noticed in single postings, counted."""
    return [
        Finding("postings-noted", "warning", name, f"In {notes[code]:,} of its rows {what} ({code}).", hint)
        for code, (what, hint) in _NOTES.items()
        if code in notes
    ]
