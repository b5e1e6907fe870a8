"""What one person hands over, and what is told of a class. No engine is imported here."""

import datetime as dt
from typing import Annotated, Final, Literal

import msgspec

from headway.values import Level, Seniority

SCHEMA: Final = "headway.share/1"
FEWEST: Final = 5
"""Of fewer people than this no figure is told."""
SILENT_DAYS: Final = 14
"""After so many days without a new file somebody has not been heard of."""

Word = Annotated[str, msgspec.Meta(min_length=1, max_length=100, pattern=r"^[a-z0-9][a-z0-9.+-]*$")]
"""An id: of a skill, a role, a lab."""
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]
AnyLevel = Annotated[Level, msgspec.Meta(ge=0, le=4)]
Hours = Annotated[float, msgspec.Meta(ge=0, le=100_000)]
Number = Annotated[int, msgspec.Meta(ge=0, le=10_000)]
Basis = Literal["proof", "claim", "inferred", "none"]
Trend = Literal["done", "on time", "behind", "paused", "no plan"]


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing comes along that is not described here: the file is the whole of what is handed over."""


class HeldSkill(_Strict, frozen=True, kw_only=True):
    """One skill. level: the highest that is believed; claim, proof: what each of the two alone supports.

    wanted: what the role asks for at the seniority, 0 for a skill that the role's skills only build on. probability:
    that `level` is held (1 for level 0), rounded to hundredths.
    """

    skill: Word
    wanted: AnyLevel
    level: AnyLevel
    claim: AnyLevel
    proof: AnyLevel
    basis: Basis
    probability: Annotated[float, msgspec.Meta(ge=0, le=1)]


class PlanState(_Strict, frozen=True, kw_only=True):
    """Where the person is against their plan. hours_planned, hours_done: since the first plan, up to the file's date.

    steps_due: those that should be done by that date. likely_end: even odds, as things go.
    """

    start: dt.date
    end: dt.date | None
    deadline: dt.date | None
    likely_end: dt.date | None
    hours_per_week: Hours
    hours_planned: Hours
    hours_done: Hours
    hours_left: Hours
    steps: Number
    steps_done: Number
    steps_due: Number
    paused: bool


class PassedLab(_Strict, frozen=True, kw_only=True):
    """A lab that was passed, and the day of the last pass."""

    lab: Word
    date: dt.date


class TakenTest(_Strict, frozen=True, kw_only=True):
    """Test questions answered about one skill, right or not, and the day of the last."""

    skill: Word
    answers: Number
    date: dt.date


class Share(_Strict, frozen=True, kw_only=True):
    """The file. person: a word that keeps people apart and says nothing of them; name: only where they gave one.

    skills: all of the role's, and of those they build on the ones that are held. plan: None where none is kept for this
    role.
    """

    schema: Literal["headway.share/1"] = SCHEMA
    date: dt.date
    person: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]
    name: Name | None
    knowledge: Annotated[str, msgspec.Meta(max_length=100)]
    role: Word
    seniority: Seniority
    skills: Annotated[tuple[HeldSkill, ...], msgspec.Meta(max_length=2000)]
    plan: PlanState | None
    labs: Annotated[tuple[PassedLab, ...], msgspec.Meta(max_length=500)]
    tests: Annotated[tuple[TakenTest, ...], msgspec.Meta(max_length=2000)]

    def level_of(self, skill: str) -> Level:
        """The held level; 0 where the file does not name the skill."""
        return next((held.level for held in self.skills if held.skill == skill), 0)


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of the class. from_cv: the coach read a CV; nothing is known of plan, labs and tests."""

    share: Share
    from_cv: bool = False

    @property
    def named(self) -> bool:
        return self.share.name is not None


class Figure(msgspec.Struct, frozen=True):
    """So many of n people."""

    people: int
    n: int


class NeedFigures(msgspec.Struct, frozen=True, kw_only=True):
    """One need of the role in the class. holds: at the level wanted, however known: the sum of proof (shown), claim
    (said and not shown) and inferred (follows from other skills)."""

    any_of: tuple[str, ...]
    wanted: Level
    weight: float
    holds: Figure
    proof: Figure
    claim: Figure
    inferred: Figure
