"""From the log to the state it leads to. Pure; entries are taken in the order (date, id), however they come."""

import datetime as dt
from collections.abc import Iterable
from functools import singledispatch

import msgspec

from headway.learner.model import Evidence
from headway.values import Level
from headway.workspace.model import (
    Applied,
    Copied,
    Dropped,
    Entry,
    Finished,
    Hours,
    Paused,
    Posted,
    ReadCv,
    Resumed,
    Said,
    SavedPlan,
    Shown,
    Stage,
    Started,
    Swapped,
    Undone,
)


class Studied(msgspec.Struct, frozen=True):
    """Hours on one day, and the entry that says so."""

    id: str
    date: dt.date
    hours: float
    resource: str | None


class Statement(msgspec.Struct, frozen=True):
    """The person's last word about a skill."""

    level: Level
    date: dt.date
    note: str


class Pause(msgspec.Struct, frozen=True):
    """A time without study: first and last day, both included; last None: it goes on."""

    first: dt.date
    last: dt.date | None


class Event(msgspec.Struct, frozen=True):
    """One line of an application's history."""

    date: dt.date
    stage: Stage | None
    note: str


class Application(msgspec.Struct, frozen=True, kw_only=True):
    """One application as it stands. next: the day to be ready for (an interview)."""

    number: int
    posting: Posted
    stage: Stage = "saved"
    outcome: str = ""
    since: dt.date
    next: dt.date | None = None
    history: tuple[Event, ...] = ()


class Kept(msgspec.Struct, frozen=True):
    """A saved plan with the entry that holds it."""

    id: str
    date: dt.date
    saved: SavedPlan


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the log says that counts. Maps are by id, in the order in which things were last touched.

    counted: the entries that count. finished: date and hours told. dropped, begun: date. chosen: taken in the place of
    another, and its date.
    """

    counted: tuple[Entry, ...]
    undone: frozenset[str]
    cv: ReadCv | None
    cv_date: dt.date | None
    said: dict[str, Statement]
    shown: tuple[Evidence, ...]
    studied: tuple[Studied, ...]
    begun: dict[str, dt.date]
    finished: dict[str, tuple[dt.date, float | None]]
    dropped: dict[str, dt.date]
    chosen: dict[str, dt.date]
    pauses: tuple[Pause, ...]
    plans: tuple[Kept, ...]
    applications: dict[int, Application]
    copies: tuple[Copied, ...]

    @property
    def plan(self) -> Kept | None:
        """The plan that is followed: the last one saved."""
        return self.plans[-1] if self.plans else None

    def hours_on(self, resource: str) -> float:
        """Hours logged on one resource."""
        return sum(each.hours for each in self.studied if each.resource == resource)


def fold(entries: Iterable[Entry]) -> State:
    """The state after these entries. O(n log n)."""
    ordered = sorted(entries, key=lambda e: (e.date, e.id))
    undone = undone_by(ordered)
    folding = _Folding()
    counted = tuple(e for e in ordered if e.id not in undone and not isinstance(e.body, Undone))
    for entry in counted:
        take(entry.body, entry, folding)
    return folding.state(counted, undone)


def undone_by(entries: Iterable[Entry]) -> frozenset[str]:
    """Ids that do not count. An undoing that was undone has no effect; undoings speak of earlier numbers only."""
    undone: set[str] = set()
    for entry in sorted(entries, key=lambda e: e.id, reverse=True):
        if isinstance(entry.body, Undone) and entry.id not in undone:
            undone.add(entry.body.entry)
    return frozenset(undone)


class _Folding:
    """What grows while the log is read."""

    def __init__(self) -> None:
        self.cv: ReadCv | None = None
        self.cv_date: dt.date | None = None
        self.said: dict[str, Statement] = {}
        self.shown: dict[tuple[str, str], Evidence] = {}
        self.studied: list[Studied] = []
        self.begun: dict[str, dt.date] = {}
        self.finished: dict[str, tuple[dt.date, float | None]] = {}
        self.dropped: dict[str, dt.date] = {}
        self.chosen: dict[str, dt.date] = {}
        self.pauses: list[Pause] = []
        self.plans: list[Kept] = []
        self.applications: dict[int, Application] = {}
        self.copies: list[Copied] = []

    def state(self, counted: tuple[Entry, ...], undone: frozenset[str]) -> State:
        return State(
            counted=counted,
            undone=undone,
            cv=self.cv,
            cv_date=self.cv_date,
            said=self.said,
            shown=tuple(self.shown.values()),
            studied=tuple(self.studied),
            begun={r: day for r, day in self.begun.items() if r not in self.finished and r not in self.dropped},
            finished=self.finished,
            dropped=self.dropped,
            chosen={r: day for r, day in self.chosen.items() if r not in self.finished and r not in self.dropped},
            pauses=tuple(self.pauses),
            plans=tuple(self.plans),
            applications=self.applications,
            copies=tuple(self.copies),
        )

    def start(self, resource: str, day: dt.date) -> None:
        """Whoever takes up a dropped resource again has not dropped it."""
        self.dropped.pop(resource, None)
        self.begun.setdefault(resource, day)

    def end_pause(self, last: dt.date) -> None:
        """Close the pause that goes on on the day after `last`, if there is one."""
        if self.pauses and (self.pauses[-1].last is None or self.pauses[-1].last > last):
            open_ = self.pauses.pop()
            if open_.first <= last:
                self.pauses.append(Pause(open_.first, last))


@singledispatch
def take(body: object, entry: Entry, folding: _Folding) -> None:
    """One entry's effect; each kind has its own."""
    raise TypeError(f"no effect is known for {type(body).__name__}")


@take.register
def _(body: ReadCv, entry: Entry, folding: _Folding) -> None:
    folding.cv, folding.cv_date = body, entry.date


@take.register
def _(body: Said, entry: Entry, folding: _Folding) -> None:
    for skill, level in body.levels.items():
        folding.said[skill] = Statement(level, entry.date, body.note)


@take.register
def _(body: Shown, entry: Entry, folding: _Folding) -> None:
    folding.shown.update({(piece.source, piece.id): piece for piece in body.pieces})


@take.register
def _(body: Hours, entry: Entry, folding: _Folding) -> None:
    folding.studied.append(Studied(entry.id, entry.date, body.hours, body.resource))
    if body.resource is not None:
        folding.start(body.resource, entry.date)


@take.register
def _(body: Started, entry: Entry, folding: _Folding) -> None:
    folding.finished.pop(body.resource, None)
    folding.start(body.resource, entry.date)


@take.register
def _(body: Finished, entry: Entry, folding: _Folding) -> None:
    folding.dropped.pop(body.resource, None)
    folding.finished[body.resource] = (entry.date, body.hours)


@take.register
def _(body: Dropped, entry: Entry, folding: _Folding) -> None:
    folding.begun.pop(body.resource, None)
    folding.finished.pop(body.resource, None)
    folding.dropped[body.resource] = entry.date


@take.register
def _(body: Swapped, entry: Entry, folding: _Folding) -> None:
    folding.begun.pop(body.resource, None)
    folding.dropped[body.resource] = entry.date
    folding.dropped.pop(body.instead, None)
    folding.chosen[body.instead] = entry.date


@take.register
def _(body: Paused, entry: Entry, folding: _Folding) -> None:
    folding.end_pause(entry.date - dt.timedelta(days=1))
    folding.pauses.append(Pause(entry.date, body.until))


@take.register
def _(body: Resumed, entry: Entry, folding: _Folding) -> None:
    folding.end_pause(entry.date - dt.timedelta(days=1))


@take.register
def _(body: SavedPlan, entry: Entry, folding: _Folding) -> None:
    folding.plans.append(Kept(entry.id, entry.date, body))


@take.register
def _(body: Copied, entry: Entry, folding: _Folding) -> None:
    folding.copies.append(body)


@take.register
def _(body: Applied, entry: Entry, folding: _Folding) -> None:
    known = folding.applications.get(body.number)
    if known is None and body.posting is None:
        return  # its beginning was undone, or lies at a later date
    posting = body.posting or (known.posting if known else Posted(title=""))
    event = Event(entry.date, body.stage, body.note)
    folding.applications[body.number] = Application(
        number=body.number,
        posting=posting,
        stage=body.stage or (known.stage if known else "saved"),
        outcome=body.outcome or (known.outcome if known and not body.stage else ""),
        since=entry.date if body.stage or known is None else known.since,
        next=body.next or (None if body.stage else known.next if known else None),
        history=(*(known.history if known else ()), event),
    )
