"""What the log holds. No engine is imported here.

An entry is a date and a body. The body's `kind` says what it tells; each kind is one struct below. New kinds may come;
a kind never changes its meaning.
"""

import datetime as dt
from typing import Any, Literal

import msgspec

from headway.evidence.model import CvReading
from headway.learner.model import Evidence
from headway.planning.model import Plan
from headway.planning.options import PlanOptions
from headway.values import Level, Seniority


class _Body(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", omit_defaults=True, forbid_unknown_fields=True
):
    """Fields that hold their default are left out, so that an old entry keeps its bytes when a field is added."""


class ReadCv(_Body, frozen=True, kw_only=True, tag="cv"):
    """A CV was read. The last one counts. file: digest of the attachment with the bytes that were read."""

    document: str
    file: str | None = None
    cv: CvReading


class Said(_Body, frozen=True, kw_only=True, tag="said"):
    """What the person says of their own level; for each skill the last word counts. 0: I do not have it."""

    levels: dict[str, Level]
    note: str = ""


class Shown(_Body, frozen=True, kw_only=True, tag="evidence"):
    """Evidence from elsewhere: a test, a lab."""

    pieces: tuple[Evidence, ...]


class Hours(_Body, frozen=True, kw_only=True, tag="hours"):
    """Hours studied on the entry's date; resource None: on nothing named."""

    hours: float
    resource: str | None = None
    note: str = ""


class Started(_Body, frozen=True, kw_only=True, tag="started"):
    """A resource was begun."""

    resource: str


class Finished(_Body, frozen=True, kw_only=True, tag="finished"):
    """A resource was finished. hours: all that it took, where the person says so (else what was logged on it)."""

    resource: str
    hours: float | None = None
    note: str = ""


class Dropped(_Body, frozen=True, kw_only=True, tag="dropped"):
    """A resource was given up, or is not wanted: no plan brings it again until it is started."""

    resource: str
    note: str = ""


class Swapped(_Body, frozen=True, kw_only=True, tag="swapped"):
    """One resource is given up and another wanted in its place: one entry, so that there is never half of it."""

    resource: str
    instead: str
    note: str = ""


class Paused(_Body, frozen=True, kw_only=True, tag="paused"):
    """No study from the entry's date on, through `until` (None: until resumed)."""

    until: dt.date | None = None
    note: str = ""


class Resumed(_Body, frozen=True, kw_only=True, tag="resumed"):
    """Study goes on from the entry's date."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between a plan and the one before it. days: how much later it ends (negative: earlier)."""

    what: Literal["added", "removed", "moved"]
    id: str
    label: str
    why: str
    hours: float = 0.0
    days: int = 0


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """When the plan ends, given how the person has studied: 10 %, 50 % and 90 % of all cases are done by these days.

    None: not within the reach of dates. in_time: probability of the deadline, None without one. pace: hours studied for
    each hour planned, with its 80 % interval; effort: hours a resource takes for each hour estimated, likewise.
    weeks: weeks of log behind the pace; finished: finished resources behind the effort.
    """

    early: dt.date | None
    middle: dt.date | None
    late: dt.date | None
    in_time: float | None
    pace: float
    pace_low: float
    pace_high: float
    effort: float
    effort_low: float
    effort_high: float
    weeks: float
    finished: int


class SavedPlan(_Body, frozen=True, kw_only=True, tag="plan"):
    """A plan as it was decided on, with the question it answers and what changed since the one before.

    levels: known levels the plan was made for. labels: names of what it names by id. knowledge: digest of the knowledge
    base that made it. speed: hours of the plan done for each hour stated, as learned when it was made (1: nothing was).
    """

    role: str
    seniority: Seniority
    confidence: float
    options: PlanOptions
    country: str | None = None
    plan: Plan
    levels: dict[str, Level]
    labels: dict[str, str]
    knowledge: str
    speed: float = 1.0
    changes: tuple[Change, ...] = ()
    why: tuple[str, ...] = ()
    forecast: Forecast | None = None


Stage = Literal["saved", "applied", "interview", "offer", "closed"]
STAGES: tuple[Stage, ...] = ("saved", "applied", "interview", "offer", "closed")


class Posted(msgspec.Struct, frozen=True, kw_only=True):
    """The posting an application is for. market: id in the imported market, if it came from there."""

    title: str
    company: str = ""
    url: str | None = None
    text: str = ""
    market: str | None = None


class Applied(_Body, frozen=True, kw_only=True, tag="application"):
    """Something about one application: its posting when it begins, then a new stage, a day to be ready for, a note."""

    number: int
    posting: Posted | None = None
    stage: Stage | None = None
    outcome: str = ""
    next: dt.date | None = None
    note: str = ""


class Undone(_Body, frozen=True, kw_only=True, tag="undo"):
    """The entry with this id does not count. To undo an undoing brings the entry back."""

    entry: str


class Copied(_Body, frozen=True, kw_only=True, tag="copy"):
    """A copy of the data was written outside the workspace, so that `forget` can say where copies lie."""

    path: str
    what: Literal["export", "backup", "share"]


Body = (
    ReadCv
    | Said
    | Shown
    | Hours
    | Started
    | Finished
    | Dropped
    | Swapped
    | Paused
    | Resumed
    | SavedPlan
    | Applied
    | Undone
    | Copied
)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the log. id: number and checksum; entries count in the order (date, id)."""

    id: str
    date: dt.date
    body: Body


class Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as it is stored and exported: the body's bytes as they were first written."""

    id: str
    date: str
    body: bytes

    def line(self) -> bytes:
        """One line of an export, without the line's end."""
        raw: dict[str, Any] = {"id": self.id, "date": self.date, "body": msgspec.Raw(self.body)}
        return msgspec.json.encode(raw)


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was read. digest: of its content, 32 hexadecimal digits."""

    digest: str
    name: str
    content: bytes
