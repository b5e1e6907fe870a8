"""The answer to the market question. No engine is imported here."""

import datetime as dt
from typing import Literal

import msgspec

from headway.values import Level, Money, Span

Status = Literal["optimal", "feasible", "empty"]
"""optimal: the value meets the bound. empty: nothing more can become reachable, `blocked` says why."""


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A checkpoint. hours: of study until then. reachable: weight of postings within reach if every step takes its
    likely hours; slow, fast: if every step takes its high or low hours. share: reachable of the total. bound: no plan
    reaches more by this date.
    """

    date: dt.date
    hours: float
    reachable: float
    slow: float
    fast: float
    share: float
    bound: float


class MarketStep(msgspec.Struct, frozen=True, kw_only=True):
    """One dated step. opens: weight of postings that come within reach when it is done.

    lost_without: share of what the plan adds that is lost when this step, and what then cannot be done, is left out.
    """

    id: str
    start: dt.date
    end: dt.date
    hours: Span
    cost: float | None
    raises: tuple[tuple[str, Level, Level], ...]
    opens: float
    lost_without: float
    skipped_modules: tuple[str, ...] = ()


class MarketProof(msgspec.Struct, frozen=True, kw_only=True):
    """How good the plan is. objective: reachable weight summed over the checkpoints; bound: no plan has more.

    gap = (bound - objective) / bound. gap_of_gain: the same for what learning adds to today's. greedy: the objective
    before the search. iterations: rebuilds made. effort: hundredths of the usual time that the proof had.
    proven_checkpoints: those whose own bound is exact.
    """

    objective: float
    bound: float
    gap: float
    gap_of_gain: float
    greedy: float
    iterations: int
    effort: int
    proven_checkpoints: int
    bound_work: float


class FixedRoadmap(msgspec.Struct, frozen=True, kw_only=True):
    """A roadmap that is the same for everyone, walked by this person at the same hours. objective as in the proof.

    steps: resources begun; hours: of those finished within the time.
    """

    id: str
    kind: Literal["guide", "textbook", "demand"]
    title: str
    steps: int
    hours: float
    objective: float
    curve: tuple[float, ...]


class TestFirst(msgspec.Struct, frozen=True, kw_only=True):
    """A short test worth taking before the steps: the plan depends on what may be wrong.

    probability: that the skill is there at the level. counted: the plan counts it as known. postings: that hang on it
    in the mean; hours: of steps that teach it, shared among all that each raises. minutes: what the test takes.
    """

    __test__ = False  # no test of pytest's

    skill: str
    level: Level
    probability: float
    counted: bool
    postings: float
    hours: float
    minutes: int


class Blocked(msgspec.Struct, frozen=True, kw_only=True):
    """Postings by what stands between them and the person; they add up to `postings`.

    today: reachable already; opened: by the plan; beyond: could be opened, but not within the time and money, or not
    together with the rest. unnamed: no required group named, never counted. years, degree: not met, no course helps.
    untaught: too few of their groups are taught by what is allowed.
    """

    postings: int
    today: int
    opened: int
    beyond: int
    unnamed: int
    years: int
    degree: int
    untaught: int


class MarketPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The answer. total: weight of all postings that name a required group; today: of those reachable now."""

    status: Status
    steps: tuple[MarketStep, ...]
    curve: tuple[Point, ...]
    proof: MarketProof
    comparison: tuple[FixedRoadmap, ...]
    blocked: Blocked
    share: float
    """Part of a posting's required groups that must be covered."""
    total: float
    today: float
    hours: Span
    cost: Money
    unpriced_steps: int
    start: dt.date
    end: dt.date | None
    end_early: dt.date | None
    end_late: dt.date | None
    horizon: dt.date
