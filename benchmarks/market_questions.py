"""Seeded questions about a market: postings that ask for what is often asked together, resources that build up.

Demand is heavy-tailed (a uniform one unlocks nothing for any method and says nothing). Postings come from archetypes
that favour some areas; substitutes are asked for as families ("any of these").
"""

import datetime as dt

import msgspec
import numpy as np

from headway.planning.calendar import spread
from headway.planning.market.question import MarketQuestion
from headway.planning.model import Calendar, Choice, Instance, SkillLevel
from headway.postings.demands import Demands
from headway.values import Span

LEVEL = 2
"""Every skill is taught and asked for at this level."""
START = dt.date(2026, 11, 23)


class Size(msgspec.Struct, frozen=True, kw_only=True):
    """How large a question is. held: of the most asked skills the person has. groups: least and most of a posting.

    distinct: texts that the postings are drawn from with replacement. tail: how fast demand falls with rank.
    """

    postings: int = 1000
    skills: int = 150
    resources: int = 300
    groups: tuple[int, int] = (5, 12)
    months: int = 12
    held: int = 6
    distinct: int = 558
    tail: float = 1.35
    budget: float | None = 600.0
    share: float = 1.0


FULL = Size()
ROLE = Size(postings=200, skills=68, resources=97, groups=(4, 7), months=6, held=4, distinct=200, budget=None)


class Areas(msgspec.Struct, frozen=True):
    """Where each skill belongs, how often it is asked, its substitutes and what it needs."""

    of: list[int]
    demand: np.ndarray
    family: dict[int, tuple[int, ...]]
    needs: list[tuple[int, ...]]


def question(seed: int, size: Size = FULL) -> MarketQuestion:
    """One question; the same seed gives the same."""
    dice = np.random.default_rng([seed, size.postings, size.skills])
    areas = _areas(dice, size)
    names = tuple(f"s{n:03}" for n in range(size.skills))
    instance = Instance(
        levels={names[n]: LEVEL for n in range(size.held)},
        targets=(),
        choices=tuple(_choice(dice, n, areas, names) for n in range(size.resources)),
        calendar=Calendar(start=START, hours_by_weekday=spread(10.0)),
        budget=size.budget,
    )
    return MarketQuestion(
        instance=instance, demands=_demands(dice, areas, names, size), share=size.share, months=size.months
    )


LARGE = Size(postings=5000, distinct=2790)


def textbook(asked: MarketQuestion) -> list[SkillLevel]:
    """A fixed order for everyone: area by area, in each the foundations (asked most) first."""
    areas = _areas_of(asked)
    return [(name, LEVEL) for _, name in sorted(areas)]


def _areas_of(asked: MarketQuestion) -> list[tuple[int, str]]:
    """(area, skill) of each skill; an area is what is connected by needs and by being taught together."""
    group = {name: n for n, name in enumerate(asked.demands.skills)}

    def root(name: str) -> int:
        while asked.demands.skills[group[name]] != name:
            name = asked.demands.skills[group[name]]
        return group[name]

    for choice in asked.instance.choices:
        names = [skill for skill, _, _ in choice.teaches] + [skill for skill, _ in choice.needs]
        first = min(root(name) for name in names)
        for name in names:
            group[asked.demands.skills[root(name)]] = first
    return [(root(name), name) for name in asked.demands.skills]


def _areas(dice: np.random.Generator, size: Size) -> Areas:
    count = max(4, size.skills // 12)
    of = [int(dice.integers(count)) for _ in range(size.skills)]
    demand = 1.0 / (np.arange(size.skills) + 2.0) ** size.tail
    family: dict[int, tuple[int, ...]] = {}
    for _ in range(size.skills // 12):
        first = int(dice.integers(size.skills))
        mates = [n for n in range(size.skills) if of[n] == of[first] and n not in family][: int(dice.integers(2, 5))]
        family |= {n: tuple(mates) for n in mates if len(mates) > 1}
    needs = []
    for n in range(size.skills):
        below = [m for m in range(n) if of[m] == of[n]] or list(range(min(n, 3)))
        wanted = min(len(below), int(dice.integers(0, 3)))
        needs.append(tuple(sorted(int(m) for m in dice.choice(below, wanted, replace=False))) if wanted else ())
    return Areas(of, demand, family, needs)


def _choice(dice: np.random.Generator, n: int, areas: Areas, names: tuple[str, ...]) -> Choice:
    skills = len(names)
    lead = n % skills if n < skills else int(dice.choice(skills, p=areas.demand**0.5 / (areas.demand**0.5).sum()))
    mates = [m for m in range(skills) if areas.of[m] == areas.of[lead] and m != lead]
    more = min(len(mates), int(dice.choice(4, p=[0.45, 0.3, 0.15, 0.1])))
    taught = sorted({lead, *(int(m) for m in dice.choice(mates, more, replace=False))} if more else {lead})
    # Every need lies below all that is taught, so that nothing waits for itself in a circle.
    needs = sorted({m for skill in taught for m in areas.needs[skill] if m < taught[0]})[:2]
    likely = round(float(dice.lognormal(2.75, 0.5)) * (1 + 0.6 * (len(taught) - 1)), 1)
    price = 0.0 if dice.random() < 0.55 else float(dice.choice([15, 30, 49, 79, 120]))
    return Choice(
        id=f"r{n:03}",
        hours=Span(likely * 0.7, likely, likely * 1.6),
        cost=price,
        teaches=tuple((names[s], 0, LEVEL) for s in taught),
        needs=tuple((names[m], LEVEL) for m in needs),
    )


def _demands(dice: np.random.Generator, areas: Areas, names: tuple[str, ...], size: Size) -> Demands:
    count = max(areas.of) + 1
    kinds = [np.where(dice.random(count) < 0.35, 6.0, 0.4) for _ in range(8)]
    texts = []
    for _ in range(size.distinct):
        factor = kinds[int(dice.integers(len(kinds)))][areas.of]
        chance = areas.demand * factor
        wanted = int(dice.integers(size.groups[0], size.groups[1] + 1))
        drawn = dice.choice(len(names), wanted, replace=False, p=chance / chance.sum())
        asked = [areas.family[int(n)] if int(n) in areas.family and dice.random() < 0.7 else (int(n),) for n in drawn]
        texts.append(tuple(dict.fromkeys(asked)))
    drawn = dice.integers(size.distinct, size=size.postings)
    groups = [group for n in drawn for group in texts[int(n)]]
    starts = np.cumsum([0, *(len(texts[int(n)]) for n in drawn)])
    return Demands(
        skills=names,
        ids=tuple(f"p{n:04}" for n in range(size.postings)),
        group_start=starts,
        member_start=np.cumsum([0, *map(len, groups)]),
        members=np.array([m for group in groups for m in group], dtype=np.int32),
        level=np.full(len(groups), LEVEL, dtype=np.int8),
        count=np.ones(len(groups), dtype=np.int8),
        required=np.ones(len(groups), dtype=bool),
        min_years=np.full(size.postings, np.nan, dtype=np.float32),
        degree=np.full(size.postings, -1, dtype=np.int8),
        equivalent_ok=np.zeros(size.postings, dtype=bool),
    )
