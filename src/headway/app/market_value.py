"""`headway market value`: what an hour of study is worth in postings, by skill, by resource, and as a set."""

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import numpy as np

from headway.app.context import Context
from headway.app.market_aim import aim_of, counted_work
from headway.app.market_judge import Judged, judge
from headway.app.market_pay import StatedMiddles, added
from headway.app.market_share import share_within
from headway.app.market_wishes import JobsWish, currency_code
from headway.app.person import PersonQuestion
from headway.app.plan import known_levels
from headway.arrays import Array
from headway.errors import BadOption
from headway.fit.openings import TOP, Openings
from headway.market.proportions import wilson
from headway.planning.build import build_instance
from headway.planning.bundles import Bundle, Bundles
from headway.planning.model import Target
from headway.planning.options import PlanOptions
from headway.values import KNOWN_CONFIDENCE, Json

CONSIDERED: Final = 200
"""Bundles that a set is chosen from: those that open most for each hour alone."""
MOST: Final = 200


class ValueQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """limit: rows of each list. steps: resources with their prerequisites that the set may take."""

    wish: JobsWish = JobsWish()
    limit: int = 15
    steps: int = 5
    confidence: float = KNOWN_CONFIDENCE


class _Valued(msgspec.Struct, frozen=True):
    """A bundle and the places (in openings) that it opens."""

    bundle: Bundle
    opens: Array

    @property
    def rate(self) -> float:
        return len(self.opens) / self.bundle.total


def market_value(context: Context, person: PersonQuestion, question: ValueQuestion) -> Json:
    """Skills and resources by postings opened for each hour; and a set in which nothing counts twice."""
    for name, number in (("--limit", question.limit), ("--steps", question.steps)):
        if not 1 <= number <= MOST:
            raise BadOption(f"{name} is {number}.", f"Give a number from 1 to {MOST}.")
    found = judge(context, person, question.wish, question.confidence)
    aim = aim_of(found)
    among = aim.mask & found.reach.judged
    openings = Openings(found.listing.demands, found.who.levels, found.reach, among)
    counter = _Counter(context, found, openings, among, currency_code(question.wish.currency))
    bundles, wanted = _bundles(context, found, openings, question.confidence)
    skills = counter.valued(bundles.of_skills(wanted))
    resources = counter.valued(bundles.of_resources())
    return {
        "schema": "headway.market-value/1",
        "today": context.today.isoformat(),
        "now": share_within(found.listing, found.reach.reachable, among),
        "counted": counted_work(context, found, aim),
        "pay_now": counter.pay_now,
        "closed_by_years_or_degree": int((among & ~(found.reach.years_ok & found.reach.degree_ok)).sum()),
        "filters": msgspec.to_builtins(found.passed.tallies),
        "skills": [counter.row(each) for each in _best_of_each(skills)[: question.limit]],
        "resources": [counter.row(each) for each in resources[: question.limit]],
        "set": counter.chosen([*resources[:CONSIDERED], *skills[:CONSIDERED]], question.steps),
        "findings": msgspec.to_builtins(found.person.findings),
    }


def _bundles(
    context: Context, found: Judged, openings: Openings, confidence: float
) -> tuple[Bundles, list[tuple[str, int]]]:
    """The ways to every skill level that some closed posting asks for and the person lacks."""
    skills = found.listing.demands.skills
    wanted = [
        (skills[skill], level)
        for skill in openings.asked()
        for level in range(int(found.who.levels[skill]) + 1, TOP + 1)
    ]
    held, _ = known_levels(found.person.belief, confidence)
    targets = [Target((fact,), 1.0) for fact in wanted]
    options = PlanOptions(start=context.today)
    return Bundles(build_instance(held, targets, context.knowledge.resources, options)), wanted


def _best_of_each(valued: Sequence[_Valued]) -> list[_Valued]:
    """For each skill the level that is worth most an hour."""
    best: dict[str, _Valued] = {}
    for each in valued:
        best.setdefault(each.bundle.of[0], each)
    return list(best.values())


class _Counter:
    """Counts what bundles open for one person."""

    def __init__(self, context: Context, found: Judged, openings: Openings, among: Array, currency: str | None) -> None:
        self._knowledge = context.knowledge
        self._found, self._openings = found, openings
        self._number = {skill: n for n, skill in enumerate(found.listing.demands.skills)}
        self._n = int(among.sum())
        self._reached = np.flatnonzero(found.reach.reachable & among)
        self._pay = StatedMiddles(found.listing, currency, among)
        self.pay_now = self._pay.median(self._reached)

    def _opened(self, raises: Iterable[tuple[str, int]]) -> Array:
        return self._openings.opened({self._number[s]: level for s, level in raises if s in self._number})

    def valued(self, bundles: Iterable[Bundle]) -> list[_Valued]:
        """Those that open something, most for each hour first; of equals the shorter, then by id."""
        counted = [_Valued(bundle, self._opened(bundle.raises)) for bundle in bundles if bundle.total > 0]
        opening = [each for each in counted if len(each.opens)]
        return sorted(opening, key=lambda each: (-round(each.rate, 9), each.bundle.total, str(each.bundle.of)))

    def row(self, each: _Valued) -> Json:
        """One bundle for a screen."""
        of, hours = each.bundle.of, each.bundle.total
        names = {"resource": of, "label": self._knowledge.resources[of].label} if isinstance(of, str) else {
            "skill": of[0], "label": self._knowledge.skills[of[0]].label, "level": dict(each.bundle.raises)[of[0]],
            "have": int(self._found.who.levels[self._number[of[0]]]),
        }  # fmt: skip
        return names | self._steps(each.bundle.resources, each.bundle.hours) | self._worth(each.opens, hours)

    def _steps(self, resources: Sequence[str], hours: Sequence[float]) -> Json:
        labels = self._knowledge.resources
        steps = [
            {"resource": id_, "label": labels[id_].label, "hours": part}
            for id_, part in zip(resources, hours, strict=True)
        ]
        return {"hours": round(sum(hours), 2), "steps": steps}

    def _worth(self, opens: Array, hours: float) -> Json:
        """What opening these is worth. low, high: 95 % Wilson interval of their share, as postings of this market."""
        low, high = wilson(np.array([len(opens) / max(self._n, 1)]), self._n)
        pay = self._pay.median(np.concatenate([self._reached, self._openings.postings[opens]]))
        more = added(self.pay_now, pay)
        return {
            "opens": len(opens),
            "low": round(float(low[0]) * self._n, 1),
            "high": round(float(high[0]) * self._n, 1),
            "opens_per_hour": round(len(opens) / hours, 4),
            "pay": pay,
            "pay_added": more,
            "pay_added_per_hour": None if more is None else round(more / hours, 4),
        }

    def chosen(self, candidates: Sequence[_Valued], steps: int) -> list[Json]:
        """Greedy: each step the bundle that adds most postings for each added hour to what is chosen already."""
        done: dict[str, float] = {}
        held: dict[str, int] = {}
        opened, rows = np.zeros(0, dtype=np.int64), list[Json]()
        while len(rows) < steps:
            best = self._next(candidates, done, held, len(opened))
            if best is None:
                break
            new = [(r, h) for r, h in zip(best.resources, best.hours, strict=True) if r not in done]
            done |= dict(new)
            held = _raised(held, best.raises)
            after = self._opened(held.items())
            added_now = np.setdiff1d(after, opened)
            total = {"opens_together": len(after), "hours_together": round(sum(done.values()), 2)}
            row = self._steps([r for r, _ in new], [h for _, h in new]) | self._worth(added_now, sum(h for _, h in new))
            rows.append(row | total)
            opened = after
        return rows

    def _next(
        self, candidates: Sequence[_Valued], done: dict[str, float], held: dict[str, int], opened: int
    ) -> Bundle | None:
        best: tuple[float, float, str] | None = None
        chosen = None
        for each in candidates:
            bundle = each.bundle
            hours = sum(h for r, h in zip(bundle.resources, bundle.hours, strict=True) if r not in done)
            if hours <= 0:
                continue
            gain = len(self._opened(_raised(held, bundle.raises).items())) - opened
            key = (-round(gain / hours, 9), hours, str(bundle.of))
            if gain > 0 and (best is None or key < best):
                best, chosen = key, bundle
        return chosen


def _raised(held: dict[str, int], raises: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Levels with these too."""
    both = dict(held)
    for skill, level in raises:
        both[skill] = max(both.get(skill, 0), level)
    return both
