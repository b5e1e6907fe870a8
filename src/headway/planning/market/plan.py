"""From the question to the dated market plan: search, bound, dates, curve, comparison; checked before it is shown."""

import datetime as dt
from collections.abc import Callable, Sequence
from threading import Thread
from typing import Final, TypeVar

from msgspec.structs import replace

from headway.planning.calendar import place
from headway.planning.market.bound import LIMIT, Bound, upper_bound
from headway.planning.market.lowering import lowered
from headway.planning.market.model import Blocked, FixedRoadmap, MarketPlan, MarketProof, MarketStep, Point, Status
from headway.planning.market.nested import ahead, prove
from headway.planning.market.puzzle import Puzzle, puzzle_of
from headway.planning.market.question import MarketQuestion, checkpoint_dates
from headway.planning.market.row import EMPTY, Track
from headway.planning.market.search import Found, GoOn, Search
from headway.planning.market.verify import verify
from headway.planning.model import Choice
from headway.values import Level, Money, Span

T = TypeVar("T")
NOTHING: Final = Span(0.0, 0.0, 0.0)
USUAL_EFFORT: Final = 100
"""The whole of the time for the proof."""
NESTED: Final = 1.0
"""Deterministic time for all checkpoints together, as a multiple of that for each of them alone."""
AHEAD: Final = 0.075
"""The same beside the search, for choices that it follows: less than a second on a common laptop."""

LOWERING: Final = 0.4
"""The same to rule out totals while the bound's choices are followed."""
LEAST_EFFORT: Final = 50
"""The effort from which totals are ruled out: in a tenth of the time not one of them was, on the real postings."""


def make_market_plan(
    question: MarketQuestion,
    go_on: GoOn,
    comparison: Sequence[FixedRoadmap] = (),
    limit: float | None = None,
    effort: int = USUAL_EFFORT,
) -> MarketPlan:
    """The best plan found while `go_on` says so, with its bound. limit: deterministic time for the bound; effort:
    hundredths of it that are spent.

    The bound is worked out beside the search (the solver lets go of the interpreter) and does not depend on it. What
    it found for single checkpoints is followed at the end, so that the plan depends on the iterations and the effort
    alone. While that is done the bound goes on falling, where there is most left to rule out.
    """
    puzzle = puzzle_of(question)
    work = (LIMIT if limit is None else limit) * effort / USUAL_EFFORT
    first, search = _beside(lambda: _bound(puzzle, work), lambda: _searched(puzzle, go_on))
    time = LOWERING * work if effort >= LEAST_EFFORT else 0.0
    bound, found = _beside(lambda: lowered(puzzle, first, time), lambda: search.follow(first.choices))
    nested = prove(puzzle, bound, found.value, NESTED * work, lambda choices: search.take(choices).value)
    found = replace(search.take(()), iterations=found.iterations)
    bound = replace(bound, whole=nested.total, work=bound.work + nested.work)
    plan = _Laying(question, puzzle, search.track, found, bound, effort).plan(tuple(comparison))
    problems = verify(question, plan)
    if problems:
        raise AssertionError("The market plan does not keep its promises: " + "; ".join(problems))
    return plan


def _beside(bound: Callable[[], Bound], work: Callable[[], T]) -> tuple[Bound, T]:
    """Both done, the bound in a thread of its own."""
    bounds: list[Bound] = []
    aside = Thread(target=lambda: bounds.append(bound()), name="market-bound", daemon=True)
    aside.start()
    done = work()
    aside.join()
    return bounds[0] if bounds else bound(), done


def _searched(puzzle: Puzzle, go_on: GoOn) -> Search:
    search = Search(puzzle)
    search.run(go_on)
    return search


def _bound(puzzle: Puzzle, work: float) -> Bound:
    return ahead(puzzle, upper_bound(puzzle, work), AHEAD * work)


class _Laying:
    """A found row on its dates, with what each step is for."""

    def __init__(
        self, question: MarketQuestion, puzzle: Puzzle, track: Track, found: Found, bound: Bound, effort: int
    ) -> None:
        self.question = question
        self.puzzle = puzzle
        self.track = track
        self.found = found
        self.bound = bound
        self.effort = effort
        self.calendar = question.instance.calendar
        choices = {choice.id: choice for choice in question.instance.choices}
        self.row: list[Choice] = [choices[puzzle.network.candidates[c].id] for c in found.order]
        self.dates = checkpoint_dates(self.calendar, question.months)
        whole = [puzzle.network.candidates[c].minutes / 60 for c in found.order]
        self.days = place(self.calendar, whole)

    def plan(self, comparison: tuple[FixedRoadmap, ...]) -> MarketPlan:
        puzzle = self.puzzle
        curve = self._curve()
        proof = self._proof(curve)
        status: Status = "empty" if not self.row else "optimal" if proof.objective >= proof.bound else "feasible"
        hours = sum((choice.hours for choice in self.row), NOTHING)
        early, late = (place(self.calendar, [h])[0][1] if self.row else None for h in (hours.low, hours.high))
        return MarketPlan(
            status=status,
            steps=self._steps(),
            curve=curve,
            proof=proof,
            comparison=comparison,
            blocked=self._blocked(curve),
            share=self.question.share,
            total=puzzle.total,
            today=puzzle.base,
            hours=hours,
            cost=Money(sum(choice.cost or 0.0 for choice in self.row), self.question.instance.currency),
            unpriced_steps=sum(choice.cost is None for choice in self.row),
            start=self.calendar.start,
            end=self.days[-1][1] if self.days else None,
            end_early=early,
            end_late=late,
            horizon=self.dates[-1],
        )

    def _curve(self) -> tuple[Point, ...]:
        likely = self.track.curve(self.found.order)
        slow, fast = (self._at(minutes) for minutes in self._other_paces())
        base, total = self.puzzle.base, self.puzzle.total
        return tuple(
            Point(
                date=date,
                hours=limit / 60,
                reachable=base + likely[n],
                slow=base + slow[n],
                fast=base + fast[n],
                share=(base + likely[n]) / total if total else 0.0,
                bound=base + self.bound.weights[n],
            )
            for n, (date, limit) in enumerate(zip(self.dates, self.puzzle.limits, strict=True))
        )

    def _other_paces(self) -> tuple[list[float], list[float]]:
        return [choice.hours.high * 60 for choice in self.row], [choice.hours.low * 60 for choice in self.row]

    def _at(self, minutes: Sequence[float]) -> list[float]:
        """Weight opened by each checkpoint when the steps take these minutes."""
        return self.track.curve(self.found.order, minutes)

    def _proof(self, curve: Sequence[Point]) -> MarketProof:
        today = self.puzzle.base * len(curve)
        objective = sum(point.reachable for point in curve)
        bound = max(today + self.bound.total, objective)
        return MarketProof(
            objective=objective,
            bound=bound,
            gap=(bound - objective) / bound if bound else 0.0,
            gap_of_gain=(bound - objective) / (bound - today) if bound > today else 0.0,
            greedy=today + self.found.greedy,
            iterations=self.found.iterations,
            effort=self.effort,
            proven_checkpoints=self.bound.proven,
            bound_work=round(self.bound.work, 3),
        )

    def _steps(self) -> tuple[MarketStep, ...]:
        levels = dict(self.question.instance.levels)
        steps = []
        before = 0.0
        for n, (choice, (start, end)) in enumerate(zip(self.row, self.days, strict=True)):
            raised = raises(choice, levels)
            levels |= {skill: to for skill, _, to in raised}
            opened = self.track.opened(self.found.order[: n + 1])
            steps.append(
                MarketStep(
                    id=choice.id,
                    start=start,
                    end=end,
                    hours=choice.hours,
                    cost=choice.cost,
                    raises=raised,
                    opens=opened - before,
                    lost_without=self._lost_without(n),
                    skipped_modules=choice.skipped_modules,
                )
            )
            before = opened
        return tuple(steps)

    def _lost_without(self, n: int) -> float:
        order = self.found.order
        other = self.track.walk([*order[:n], *order[n + 1 :]], EMPTY)
        return 1.0 - self.track.value(other.order) / self.found.value if self.found.value else 0.0

    def _blocked(self, curve: Sequence[Point]) -> Blocked:
        counts = self.puzzle.counts
        opened = self.track.opened_postings(self.found.order)
        return Blocked(
            postings=counts.postings,
            today=counts.today,
            opened=opened,
            beyond=counts.open - opened,
            unnamed=counts.unnamed,
            years=counts.years,
            degree=counts.degree,
            untaught=counts.untaught,
        )


def raises(choice: Choice, levels: dict[str, Level]) -> tuple[tuple[str, Level, Level], ...]:
    """(skill, from, to) that the choice adds: parts that build on each other follow within it."""
    now = dict(levels)
    for skill, start, to in sorted(choice.teaches):
        if now.get(skill, 0) >= start:
            now[skill] = max(to, now.get(skill, 0))
    return tuple(sorted((s, levels.get(s, 0), to) for s, to in now.items() if to > levels.get(s, 0)))


def last_day(plan: MarketPlan) -> dt.date:
    """The last day the plan speaks of."""
    return plan.curve[-1].date if plan.curve else plan.horizon
