"""Which short tests are worth taking before a market plan is followed, and how much each answer matters.

A belief about a skill matters for two reasons: postings hang on it (hanging.py), and steps teach it that would not be
needed. Hours become postings at the plan's own rate: what it is expected to win over today for each of its hours. What
a test is worth is `p (1 - p)` of that, as in the choice of questions; a test that is worth less than its own minutes
at the same rate is not offered.
"""

from collections.abc import Sequence
from typing import Final

import msgspec

from headway.planning.market.hanging import Chances, hanging
from headway.planning.market.model import MarketStep, TestFirst
from headway.planning.market.question import MarketQuestion
from headway.planning.model import SkillLevel
from headway.values import Level, Span

MOST: Final = 8
MINUTES: Final = 10
"""Of one short test: up to five questions."""
AIMS: Final = 100
"""Beliefs that one adaptive test looks at, those worth most first."""

Taught = tuple[Sequence[tuple[str, Level, Level]], Span]
"""What a step raises (skill, from, to), and its hours."""


class Stake(msgspec.Struct, frozen=True, kw_only=True):
    """One belief that may be wrong. postings: that hang on it; hours: of steps that teach it, shared among all that
    each raises; weight: both in postings; worth: weight p (1 - p).
    """

    skill: str
    level: Level
    probability: float
    postings: float
    hours: float
    weight: float
    worth: float


class Stakes(msgspec.Struct, frozen=True, kw_only=True):
    """Worth most first. rate: postings that the plan is expected to win for each hour of it."""

    stakes: tuple[Stake, ...]
    rate: float


def stakes(question: MarketQuestion, steps: Sequence[Taught], chances: Chances, most: int = AIMS) -> Stakes:
    """Every belief that the plan depends on and that is not certain. O(postings x groups^3), in arrays."""
    levels = question.instance.levels
    taught: dict[str, Level] = {}
    for raises, _ in steps:
        for skill, _, to in raises:
            taught[skill] = max(to, taught.get(skill, 0))
    after, before = hanging(question, taught, chances), hanging(question, {}, chances)
    hours = _hours(steps)
    length = sum(span.likely for _, span in steps)
    rate = max(after.expected - before.expected, 0.0) / length if length else 0.0
    found = []
    for skill, level in sorted({*after.weights, *hours}):
        p = chances(skill, level)
        hanging_on, spent = after.weights.get((skill, level), 0.0), hours.get((skill, level), 0.0)
        weight = hanging_on + spent * rate
        if 0.0 < p < 1.0 and (spent or level > taught.get(skill, 0) or level <= levels.get(skill, 0)):
            worth = weight * p * (1.0 - p)
            stake = Stake(
                skill=skill, level=level, probability=p, postings=hanging_on, hours=spent, weight=weight, worth=worth
            )
            found.append(stake)
    found.sort(key=lambda each: (-each.worth, each.skill, each.level))
    return Stakes(stakes=tuple(found[:most]), rate=rate)


def worth_testing(question: MarketQuestion, steps: Sequence[MarketStep], chances: Chances) -> tuple[TestFirst, ...]:
    """The short tests that are worth more than their minutes, one a skill, worth most first."""
    found = stakes(question, [(step.raises, step.hours) for step in steps], chances)
    least = found.rate * MINUTES / 60
    rows: dict[str, TestFirst] = {}
    for stake in found.stakes:
        if stake.worth > least and stake.skill not in rows and len(rows) < MOST:
            rows[stake.skill] = TestFirst(
                skill=stake.skill,
                level=stake.level,
                probability=stake.probability,
                counted=question.instance.levels.get(stake.skill, 0) >= stake.level,
                postings=round(stake.postings, 1),
                hours=round(stake.hours, 1),
                minutes=MINUTES,
            )
    return tuple(rows.values())


def _hours(steps: Sequence[Taught]) -> dict[SkillLevel, float]:
    hours: dict[SkillLevel, float] = {}
    for raises, span in steps:
        for skill, _, to in raises:
            hours[skill, to] = hours.get((skill, to), 0.0) + span.likely / len(raises)
    return hours
