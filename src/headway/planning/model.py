"""Instance, plan and proof. No engine is imported here."""

import datetime as dt
from typing import Literal

import msgspec

from headway.values import Finding, Level, Money, Span

SkillLevel = tuple[str, Level]


class Target(msgspec.Struct, frozen=True):
    """One thing to reach: any of these (skill, level) pairs. weight: the role's weight for it."""

    any_of: tuple[SkillLevel, ...]
    weight: float
    why: str = ""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A resource as this person meets it: modules they know are taken out of `hours`.

    teaches: (skill, from, to) still of use to them. needs: (skill, level) still missing when they start
    are for the plan to supply. cost None: the price is unknown.
    """

    id: str
    hours: Span
    cost: float | None
    teaches: tuple[tuple[str, Level, Level], ...]
    needs: tuple[SkillLevel, ...]
    preferred: bool = False
    skipped_modules: tuple[str, ...] = ()


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """When the person can study. hours_by_weekday: Monday first, seven numbers. off: whole days off."""

    start: dt.date
    hours_by_weekday: tuple[float, float, float, float, float, float, float]
    off: tuple[tuple[dt.date, dt.date], ...] = ()
    deadline: dt.date | None = None

    @property
    def weekly_hours(self) -> float:
        return sum(self.hours_by_weekday)


class EntryStep(msgspec.Struct, frozen=True, kw_only=True):
    """A job-entry step after (or beside) learning: portfolio, CV, applications, interviews."""

    id: str
    label: str
    text: str
    hours: Span


class Instance(msgspec.Struct, frozen=True, kw_only=True):
    """One planning question, complete: it can be saved and asked again with the same answer."""

    levels: dict[str, Level]
    """Known levels of the person (skills not named: 0)."""
    targets: tuple[Target, ...]
    choices: tuple[Choice, ...]
    calendar: Calendar
    budget: float | None = None
    currency: str = "USD"
    entry_steps: tuple[EntryStep, ...] = ()
    done: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    unpriced_left_out: int = 0
    """Resources left out because their price is unknown and money is limited."""


Status = Literal["optimal", "feasible", "infeasible", "nothing-to-learn"]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One dated step of a plan."""

    kind: Literal["learn", "entry"]
    id: str
    start: dt.date
    end: dt.date
    hours: Span
    cost: float | None
    raises: tuple[tuple[str, Level, Level], ...] = ()
    """(skill, from, to) that this step adds for this person."""
    why: str = ""
    serves: tuple[str, ...] = ()
    """Target skills this step is for, directly or as their prerequisite."""
    stages: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    """Choices that could take this step's place, the shortest first."""
    alternative_hours: tuple[float, ...] = ()
    """What each alternative would add to the plan's likely hours."""
    skipped_modules: tuple[str, ...] = ()


class Checkpoint(msgspec.Struct, frozen=True, kw_only=True):
    """Where the person stands on a date if the plan is kept."""

    date: dt.date
    hours_done: float
    targets_met: int
    targets_total: int
    weight_met: float
    """Share of the role's weight that is covered, 0 to 1."""


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """How good the plan is: objective and bound in hours of learning; gap = (objective - bound) / objective.

    method: `greedy meets its bound` or `CP-SAT ...`; work: deterministic time or iterations spent.
    """

    objective: float
    bound: float
    gap: float
    method: str
    work: str = ""


class Relief(msgspec.Struct, frozen=True, kw_only=True):
    """One single change that would make an infeasible question feasible."""

    change: Literal["hours-per-week", "deadline", "budget", "drop-skill"]
    text: str
    amount: float | None = None
    until: dt.date | None = None
    skill: str | None = None
    skills: tuple[str, ...] = ()
    """For `drop-skill`: all that have to go together (`skill` is the first of them)."""
    weight_lost: float | None = None
    """Share of the targets' weight that is given up, 0 to 1."""


class Lean(msgspec.Struct, frozen=True, kw_only=True):
    """A belief the plan leans on: what it would cost if the person did not have it."""

    skill: str
    level: Level
    probability: float
    extra_hours: float
    extra_days: int


class MayKnow(msgspec.Struct, frozen=True, kw_only=True):
    """A skill that the plan teaches and the person may hold already: what showing it (a test, a lab) would spare.

    level: what the plan raises it to. probability: that it is held at that level, below what counts as known.
    """

    skill: str
    level: Level
    probability: float
    spares_hours: float
    spares_days: int


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """The answer. Infeasible plans carry the shortfall and reliefs, never nothing."""

    status: Status
    steps: tuple[Step, ...]
    checkpoints: tuple[Checkpoint, ...]
    proof: Proof | None
    learn_hours: Span
    entry_hours: Span
    cost: Money
    unpriced_steps: int
    start: dt.date
    end: dt.date | None
    end_early: dt.date | None
    end_late: dt.date | None
    shortfall_hours: float | None = None
    shortfall_money: float | None = None
    unreachable: tuple[SkillLevel, ...] = ()
    """Targets no allowed resource teaches."""
    reliefs: tuple[Relief, ...] = ()
    leans_on: tuple[Lean, ...] = ()
    may_know: tuple[MayKnow, ...] = ()
    left_out: tuple[Finding, ...] = ()
