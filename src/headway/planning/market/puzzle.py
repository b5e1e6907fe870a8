"""From the question to numbers: facts, candidates and groups as in the other question of planning, postings as rows.

1. Postings that no learning opens (years, degree, no requirement named, or too few groups that anything teaches) are
   counted and left out. 2. Those that ask the same of this person become one, with their weights added.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from headway.planning.market.question import MarketQuestion, checkpoint_dates, minutes_until
from headway.planning.model import SkillLevel, Target
from headway.planning.network import Network
from headway.planning.prepare import budget_cents, prepare
from headway.postings.demands import groups_covered, needed, reach

Array = np.ndarray[Any, np.dtype[Any]]


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """Postings by what stands between them and the person; they add up to `postings`.

    today: reachable already. open: within what can be taught. The rest cannot be opened by learning:
    unnamed (no required group), years, degree, untaught (too few of the groups are taught by what is allowed).
    """

    postings: int
    today: int
    open: int
    unnamed: int
    years: int
    degree: int
    untaught: int


class Puzzle(msgspec.Struct, frozen=True, kw_only=True):
    """G goals (groups of skills), P merged postings, T checkpoints.

    goals of posting p: goals[start[p]:start[p + 1]], k[p] of them are wanted. limits: minutes until each checkpoint.
    base: weight reachable today; total: weight of all postings that name a required group. pools: how many postings
    each row stands for.
    """

    network: Network
    start: Array
    goals: Array
    k: Array
    weight: Array
    pools: Array
    limits: tuple[int, ...]
    budget: int | None
    base: float
    total: float
    counts: Counts

    @property
    def goal_count(self) -> int:
        return len(self.network.goals)


def puzzle_of(question: MarketQuestion) -> Puzzle:
    """The question in numbers. O(members of all postings), plus the preparation of resources."""
    asked = _Asked(question)
    instance = msgspec.structs.replace(question.instance, targets=tuple(Target(g, 1.0) for g in asked.groups))
    network = prepare(instance)
    number = {goal.place: n for n, goal in enumerate(network.goals)}
    rows, lost = asked.rows(number)
    calendar = question.instance.calendar
    weight = question.weight
    start = np.cumsum([0, *(len(goals) for _, goals in rows)])
    return Puzzle(
        network=network,
        start=start,
        goals=np.array([goal for _, goals in rows for goal in goals], dtype=np.int64),
        k=np.array([k for k, _ in rows], dtype=np.int64),
        weight=np.array([float(weight[members].sum()) for members in rows.values()]),
        pools=np.array([len(members) for members in rows.values()], dtype=np.int64),
        limits=minutes_until(calendar, checkpoint_dates(calendar, question.months)),
        budget=budget_cents(question.instance),
        base=float(weight[asked.now.reachable].sum()),
        total=float(weight[asked.now.judged].sum()),
        counts=asked.counts(sum(map(len, rows.values())), lost),
    )


class _Asked:
    """What the postings ask of this person that they do not meet yet."""

    def __init__(self, question: MarketQuestion) -> None:
        demands = question.demands
        self.demands = demands
        who = question.who
        self.now = reach(demands, who, question.share)
        self.wanting = self.now.judged & ~self.now.reachable & self.now.years_ok & self.now.degree_ok
        missing = (needed(self.now.wanted, question.share) - self.now.covered).tolist()
        covered = groups_covered(demands, who.levels)
        self.groups: list[tuple[SkillLevel, ...]] = []
        self.open: list[tuple[int, int, list[int]]] = []
        numbers: dict[tuple[tuple[SkillLevel, ...], int], int] = {}
        for posting in np.flatnonzero(self.wanting).tolist():
            first, last = int(demands.group_start[posting]), int(demands.group_start[posting + 1])
            groups = [g for g in range(first, last) if demands.required[g] and not covered[g]]
            places = [self._place(numbers, key) for key in _with_copies([self._any_of(g) for g in groups])]
            self.open.append((posting, missing[posting], places))

    def _any_of(self, group: int) -> tuple[SkillLevel, ...]:
        demands = self.demands
        members = demands.members[demands.member_start[group] : demands.member_start[group + 1]]
        level = int(demands.level[group])
        return tuple(sorted({(demands.skills[int(m)], level) for m in members}))

    def _place(
        self,
        numbers: dict[tuple[tuple[SkillLevel, ...], int], int],
        key: tuple[tuple[SkillLevel, ...], int],
    ) -> int:
        if key not in numbers:
            numbers[key] = len(self.groups)
            self.groups.append(key[0])
        return numbers[key]

    def rows(self, number: Mapping[int, int]) -> tuple[dict[tuple[int, tuple[int, ...]], list[int]], int]:
        """(how many, of which goals) to the postings that ask just that; and how many ask for what nothing teaches."""
        rows: dict[tuple[int, tuple[int, ...]], list[int]] = {}
        lost = 0
        for posting, k, places in self.open:
            goals = tuple(sorted(number[place] for place in places if place in number))
            if len(goals) < k:
                lost += 1
            else:
                rows.setdefault((k, goals), []).append(posting)
        return rows, lost

    def counts(self, opened: int, lost: int) -> Counts:
        now = self.now
        years = now.judged & ~now.reachable & ~now.years_ok
        degree = now.judged & ~now.reachable & now.years_ok & ~now.degree_ok
        return Counts(
            postings=len(self.demands.ids),
            today=int(now.reachable.sum()),
            open=opened,
            unnamed=int((~now.judged).sum()),
            years=int(years.sum()),
            degree=int(degree.sum()),
            untaught=lost,
        )


def _with_copies(groups: Sequence[tuple[SkillLevel, ...]]) -> list[tuple[tuple[SkillLevel, ...], int]]:
    """A posting that asks the same twice counts it twice: the second time is a goal of its own."""
    seen: dict[tuple[SkillLevel, ...], int] = {}
    keys = []
    for group in groups:
        copy = seen.get(group, 0)
        seen[group] = copy + 1
        keys.append((group, copy))
    return keys


def periods(puzzle: Puzzle, minutes: float) -> int:
    """How many checkpoints come at or after so many minutes of study."""
    return sum(limit >= minutes for limit in puzzle.limits)


def is_finite(weights: Array) -> bool:
    """Weights the sums can be trusted with."""
    return bool(np.isfinite(weights).all()) and math.isfinite(float(weights.sum())) and bool((weights >= 0).all())
