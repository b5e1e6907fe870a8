"""From the question to numbers: facts, candidates and groups as in the other question of planning, postings as rows.

1. Postings that no learning opens (years, degree, no requirement named, or too few groups that anything teaches) are
   counted and left out. 2. Those that ask the same of this person become one, with their weights added. 3. Those that
   would take more hours than there are, whatever the plan, are left out, and with them what only they ask for.
"""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from headway.arrays import Array
from headway.planning.market.least import Least
from headway.planning.market.question import MarketQuestion, checkpoint_dates, minutes_until
from headway.planning.market.several import several
from headway.planning.model import Choice, SkillLevel, Target
from headway.planning.network import Network
from headway.planning.prepare import budget_cents, prepare
from headway.postings.demands import groups_covered, needed, reach


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
    each row stands for. least, least_of: minutes before which no plan opens a posting, or has finished a candidate.
    """

    network: Network
    start: Array
    goals: Array
    k: Array
    weight: Array
    pools: Array
    least: Array
    least_of: Array
    limits: tuple[int, ...]
    budget: int | None
    base: float
    total: float
    counts: Counts

    @property
    def goal_count(self) -> int:
        return len(self.network.goals)


def puzzle_of(question: MarketQuestion) -> Puzzle:
    """The question in numbers. O(members of all postings), plus the preparation of resources, twice."""
    asked = _Asked(question)
    calendar = question.instance.calendar
    limits = minutes_until(calendar, checkpoint_dates(calendar, question.months))
    wide = asked.network(asked.groups)
    rows, lost = asked.rows(_numbers(wide))
    opened = sum(map(len, rows.values()))
    network, rows = _within(asked, wide, rows, limits[-1] if limits else 0)
    weight = question.weight
    start, goals, k = _laid_out(rows)
    least = Least(network)
    return Puzzle(
        network=network,
        start=start,
        goals=goals,
        k=k,
        weight=np.array([float(weight[members].sum()) for members in rows.values()]),
        pools=np.array([len(members) for members in rows.values()], dtype=np.int64),
        least=np.array(least.of_postings(start, goals, k), dtype=np.int64),
        least_of=np.array(least.of_candidates(), dtype=np.int64),
        limits=limits,
        budget=budget_cents(question.instance),
        base=float(weight[asked.now.reachable].sum()),
        total=float(weight[asked.now.judged].sum()),
        counts=asked.counts(opened, lost),
    )


Rows = dict[tuple[int, tuple[int, ...]], list[int]]
"""(how many, of which goals) to the postings that ask just that."""


def _laid_out(rows: Rows) -> tuple[Array, Array, Array]:
    start = np.cumsum([0, *(len(goals) for _, goals in rows)])
    goals = np.array([goal for _, goals in rows for goal in goals], dtype=np.int64)
    return start, goals, np.array([k for k, _ in rows], dtype=np.int64)


def _numbers(network: Network) -> dict[int, int]:
    return {goal.place: n for n, goal in enumerate(network.goals)}


def _within(asked: "_Asked", network: Network, rows: Rows, last: int) -> tuple[Network, Rows]:
    """The postings that so many minutes may open, and the network of what these ask for."""
    least = Least(network).of_postings(*_laid_out(rows))
    kept = [row for row, minutes in zip(rows, least, strict=True) if minutes <= last]
    used = {network.goals[goal].place for _, goals in kept for goal in goals}
    smaller = asked.network([group if place in used else () for place, group in enumerate(asked.groups)])
    number = _numbers(smaller)
    now = {}
    for k, goals in kept:
        now[k, tuple(sorted(number[network.goals[goal].place] for goal in goals))] = rows[k, goals]
    return smaller, now


class _Asked:
    """What the postings ask of this person that they do not meet yet."""

    def __init__(self, question: MarketQuestion) -> None:
        demands = question.demands
        self.demands = demands
        self.instance = question.instance
        who = question.who
        self.now = reach(demands, who, question.share)
        self.wanting = self.now.judged & ~self.now.reachable & self.now.years_ok & self.now.degree_ok
        missing = (needed(self.now.wanted, question.share) - self.now.covered).tolist()
        covered = groups_covered(demands, who.levels)
        self.groups: list[tuple[SkillLevel, ...]] = []
        self.several: dict[str, Choice] = {}
        self.open: list[tuple[int, int, list[int]]] = []
        numbers: dict[tuple[tuple[SkillLevel, ...], int], int] = {}
        for posting in np.flatnonzero(self.wanting).tolist():
            first, last = int(demands.group_start[posting]), int(demands.group_start[posting + 1])
            groups = [g for g in range(first, last) if demands.required[g] and not covered[g]]
            places = [self._place(numbers, key) for key in _with_copies([self._any_of(g) for g in groups])]
            self.open.append((posting, missing[posting], places))

    def network(self, groups: Sequence[tuple[SkillLevel, ...]]) -> Network:
        """What leads to these groups of skills; an empty one is of no interest."""
        targets = tuple(Target(g, 1.0) for g in groups)
        choices = (*self.instance.choices, *self.several.values())
        return prepare(msgspec.structs.replace(self.instance, targets=targets, choices=choices))

    def _any_of(self, group: int) -> tuple[SkillLevel, ...]:
        demands = self.demands
        members = demands.members[demands.member_start[group] : demands.member_start[group + 1]]
        level = int(demands.level[group])
        facts = sorted({(demands.skills[int(m)], level) for m in members})
        if demands.count[group] == 1:
            return tuple(facts)
        # Of several, those that are held count; the rest are asked for among the others.
        lacking = [fact for fact in facts if self.instance.levels.get(fact[0], 0) < level]
        still = int(demands.count[group]) - len(facts) + len(lacking)
        if still == 1:
            return tuple(lacking)
        fact, steps = several(lacking, still)
        self.several.update((step.id, step) for step in steps)
        return (fact,)

    def _place(
        self,
        numbers: dict[tuple[tuple[SkillLevel, ...], int], int],
        key: tuple[tuple[SkillLevel, ...], int],
    ) -> int:
        if key not in numbers:
            numbers[key] = len(self.groups)
            self.groups.append(key[0])
        return numbers[key]

    def rows(self, number: Mapping[int, int]) -> tuple["Rows", int]:
        """The postings that can be opened, as rows; and how many ask for what nothing teaches."""
        rows: Rows = {}
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
