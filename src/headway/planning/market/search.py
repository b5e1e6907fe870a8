"""Ruin and recreate: take a part of the row out, grow it again in another mood, keep what is better or nearly so.

Rebuilds are made side by side (growing.py) from the same row, and looked at one after the other. Seeded and free of
clocks: the n-th rebuild of a question is always the same.
"""

import math
from collections.abc import Callable, Sequence
from typing import Final

import msgspec
import numpy as np

from headway.arrays import Array
from headway.planning.market.bundles import Bundles
from headway.planning.market.growing import grown
from headway.planning.market.puzzle import Puzzle
from headway.planning.market.recreate import POWERS, Moods, Recreate
from headway.planning.market.row import EMPTY, Row, Track
from headway.planning.market.tidy import moved, tidied
from headway.planning.market.ways import Ground, Ways

GoOn = Callable[[int, float], bool]
"""Asked before each rebuild with how many were made and the value so far."""

SEED: Final = 20261123
FEW_AT_A_TIME: Final = 4
MANY_AT_A_TIME: Final = 16
"""Rebuilds made side by side: few where a rebuild is quick and the next had better start from what it found."""
LARGE: Final = 300
"""Postings from which on a question is large."""
WAYS: Final = 8
"""Sets of cheapest ways in use at a time, all but the first by noisy hours."""
RENEWAL: Final = 96
"""Rebuilds after which one of them is replaced."""
WAYS_NOISE: Final = 0.7
PROMISING: Final = 0.96
"""Share of the best value from which on the steps of a row are moved to better places."""
FOLLOWED: Final = (4, 6, 9)
FAR: Final = 50.0
"""How much dearer a candidate outside a followed set is."""
OUTSIDE: Final = (0.0, 0.3)
"""How much of their worth is seen in those outside. Where a row takes long to grow, only the first."""
PULLS: Final = (0.0, 0.0, 2.0, 8.0)
DISCOUNTS: Final = (0.0, 1.0, 4.0)
PATIENCE: Final = 400
"""Rebuilds without a better row before starting afresh."""
HOT: Final = 0.015
COLD: Final = 0.002
"""Temperature at the beginning and at the end of a round, as a share of the best value."""
FEW: Final = (0.03, 0.17)
MANY: Final = (0.1, 0.3)
"""Least share of the steps that is taken out at random, and how much more at most."""
HOURS_NOISE: Final = 0.25
WEIGHT_NOISE: Final = 0.8
LEFT_OUT: Final = (0.0, 0.0, 0.05)
"""Share of candidates that a rebuild does not head for, so that what always looks best is done without at times."""
KEPT_OUT: Final = (0.0, 0.3, 0.6)
"""The same of those just taken out."""
LOYAL: Final = (1.0, 1.0, 1.0, 2.0, 4.0, 8.0)
"""How much more those just taken out are headed for: much the same steps, in another order."""
HEAD: Final = 0.5
"""Of the rebuilds that head for them the share that keeps nothing but a head of the row, however short."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A row and its value; greedy: value before any rebuild."""

    order: tuple[int, ...]
    value: float
    greedy: float
    iterations: int


class Search:
    """The search in one puzzle, a rebuild at a time."""

    def __init__(self, puzzle: Puzzle, seed: int = SEED) -> None:
        self.puzzle = puzzle
        self.dice = np.random.default_rng(seed)
        self.ground = Ground(puzzle.network)
        self.track = Track(puzzle, self.ground)
        self.recreate = Recreate(puzzle, self.track)
        self.at_a_time = MANY_AT_A_TIME if len(puzzle.k) >= LARGE else FEW_AT_A_TIME
        self.ways = [self._bundles(None)]
        self.asked_for = self._asked_for()
        self.best = self.current = EMPTY
        self.best_value = self.current_value = self.greedy_value = 0.0
        self.iterations = 0
        self._since = 0

    def _asked_for(self) -> Array:
        """For each candidate the weight of the goals it meets, the most asked one being 1."""
        puzzle, ground = self.puzzle, self.ground
        each_posting = np.repeat(puzzle.weight, np.diff(puzzle.start))
        asked = np.bincount(puzzle.goals, weights=each_posting, minlength=puzzle.goal_count)
        met = [asked[ground.indices(ground.goals(ground.gives[c]))].sum() for c in range(ground.size)]
        total = np.array(met, dtype=np.float64)
        return total / max(float(asked.max(initial=0.0)), 1e-9)

    def greedy(self) -> float:
        """The best of one plain row for each power. Returns its value."""
        self._offer_all(grown(self.recreate, [EMPTY] * len(POWERS), self.recreate.plain(self.ways[0], POWERS)))
        return self.best_value

    def run(self, go_on: GoOn) -> Found:
        """Rebuild as long as `go_on` says."""
        self.greedy_value = self.greedy()
        if self.ground.size and self.puzzle.k.size:
            self._rebuild(go_on)
        return Found(order=self.best.order, value=self.best_value, greedy=self.greedy_value, iterations=self.iterations)

    def follow(self, choices: Sequence[Sequence[int]]) -> Found:
        """Rows grown out of sets of candidates (the bound's choices), then a quarter as many rebuilds as were made."""
        made, greedy = self.iterations, self.greedy_value
        outside = OUTSIDE[: 1 if len(self.puzzle.k) >= LARGE else None]
        self._offer_all(self._along([(chosen, seen) for chosen in choices for seen in outside]))
        self.current, self.current_value = self.best, self.best_value
        more = made + made // 4 if choices else made
        self._rebuild(lambda now, _: now < more)
        return Found(order=self.best.order, value=self.best_value, greedy=greedy, iterations=made)

    def _along(self, followed: Sequence[tuple[Sequence[int], float]]) -> list[Row]:
        """Rows grown in sets of candidates, with so much seen of what lies outside, and then on, with everything."""
        recreate = self.recreate
        rows: list[Row] = []
        for chosen, outside in followed:
            share = np.full(self.ground.size, outside)
            share[list(chosen)] = 1.0
            own = self._bundles(np.where(share == 1.0, 1.0, 1 / outside if outside else FAR).tolist())
            rows += grown(recreate, [EMPTY] * len(FOLLOWED), recreate.plain(own, FOLLOWED, share))
        for _ in range(2 if rows else 0):
            wide = recreate.plain(self.ways[0], FOLLOWED * len(followed))
            rows = grown(recreate, self.track.needed(rows), wide)
        return rows

    def take(self, choices: Sequence[Sequence[int]]) -> Found:
        """The row that has finished the first choice by the first checkpoint and so on, if it is better."""
        row = EMPTY
        for chosen in choices:
            before = None
            while before is not row:  # again, until all that waits for another of them has had its turn
                before, later = row, self.track.walk(chosen, row)
                row = later if later.done != row.done else row
        value = self.track.value(row.order)
        if value > self.best_value:
            self._offer(row, value)
        return Found(order=self.best.order, value=self.best_value, greedy=self.greedy_value, iterations=self.iterations)

    def _rebuild(self, go_on: GoOn) -> None:
        """Rebuild as long as it says; what else was made side by side is not looked at then."""
        waiting: list[tuple[Row, float]] = []
        while go_on(self.iterations, self.best_value):
            if not waiting:
                rows = self._rebuilt()
                waiting = list(zip(rows, self._values(rows), strict=True))[::-1]
            self.iterations += 1
            self._since += 1
            self._offer(*waiting.pop())

    def _rebuilt(self) -> list[Row]:
        """Rows made side by side of the current one."""
        self._renew_ways()
        if self._since > PATIENCE:
            self._since = 0
            self.current, self.current_value = (
                (self.best, self.best_value) if self.dice.random() < 0.5 else (EMPTY, 0.0)
            )
        order = self.current.order
        loyal = np.array(LOYAL)[self.dice.integers(len(LOYAL), size=self.at_a_time)]
        head_alone = (loyal > 1.0) & (self.dice.random(self.at_a_time) < HEAD)
        ruin = [_head if alone else _ruined for alone in head_alone.tolist()]
        kept = [self.track.walk(one(order, self.dice)) for one in ruin]
        moods = self.moods([[c for c in order if not row.done >> c & 1] for row in kept], loyal)
        rows = grown(self.recreate, kept, moods)
        return self._regrown(rows, moods)

    def _regrown(self, rows: list[Row], moods: Moods) -> list[Row]:
        """Without steps that nothing rests on, and grown on."""
        bare = self.track.needed(rows)
        again = [n for n, row in enumerate(rows) if bare[n] is not row]
        if again:
            grown_on = grown(self.recreate, [bare[n] for n in again], moods.of(again))
            for n, row in zip(again, grown_on, strict=True):
                rows[n] = row
        return rows

    def _renew_ways(self) -> None:
        batch = self.iterations // self.at_a_time
        if len(self.ways) < WAYS:
            self.ways.append(self._other_ways())
        elif batch % (RENEWAL // self.at_a_time) == 0:
            self.ways[1 + int(self.dice.integers(WAYS - 1))] = self._other_ways()

    def _bundles(self, factors: Sequence[float] | None) -> Bundles:
        return Bundles(Ways(self.ground, factors), self.recreate.heads)

    def _other_ways(self) -> Bundles:
        """Ways by noisy hours, with a discount for what is asked for by itself: a longer course may give more."""
        noise = self._noise(self.ground.size, WAYS_NOISE)
        discount = DISCOUNTS[int(self.dice.integers(len(DISCOUNTS)))]
        return self._bundles((noise / (1.0 + discount * self.asked_for)).tolist())

    def moods(self, taken_out: Sequence[Sequence[int]], loyal: Array) -> Moods:
        """One for each rebuild. taken_out: what it had; loyal: how much more it heads for that."""
        dice = self.dice
        size, rows = self.ground.size, len(taken_out)
        out = np.zeros((size, rows), dtype=bool)
        for n, candidates in enumerate(taken_out):
            out[candidates, n] = True
        hours = self._noise((size, rows), HOURS_NOISE)
        left_out, kept_out = (np.array(s)[dice.integers(len(s), size=rows)] for s in (LEFT_OUT, KEPT_OUT))
        hours[dice.random((size, rows)) < np.where(out, np.maximum(left_out, kept_out), left_out)] = 0.0
        noise = self._noise((len(self.puzzle.k), rows), dice.random(rows) * WEIGHT_NOISE)
        return Moods(
            bundles=self.ways[int(dice.integers(len(self.ways)))],
            powers=tuple(POWERS[1 + n] for n in dice.integers(len(POWERS) - 1, size=rows).tolist()),
            hours=hours * np.where(out, loyal, 1.0),
            weights=self.recreate.noisy_weights(noise * self._focus(rows)),
        )

    def _focus(self, rows: int) -> Array:
        """At times the postings that ask much the same as one of them weigh more."""
        puzzle = self.puzzle
        pull = np.array(PULLS)[self.dice.integers(len(PULLS), size=rows)]
        ones = self.dice.integers(len(puzzle.k), size=rows)
        focus = np.ones((len(puzzle.k), rows))
        for n in np.flatnonzero(pull).tolist():
            goals = puzzle.goals[puzzle.start[ones[n]] : puzzle.start[ones[n] + 1]]
            focus[:, n] += pull[n] * (self.recreate.counts[goals].sum(axis=0) / len(goals)) ** 2
        return focus

    def _noise(self, shape: int | tuple[int, int], width: float | Array) -> Array:
        noise: Array = 1.0 + width * (2.0 * self.dice.random(shape) - 1.0)
        return noise

    def _values(self, rows: Sequence[Row]) -> list[float]:
        return self.track.values(rows)

    def _offer_all(self, rows: Sequence[Row]) -> None:
        if not rows:  # a proof that ran out of time before its first choice
            return
        for row, value in zip(rows, self._values(rows), strict=True):
            self._offer(row, value)

    def _offer(self, row: Row, value: float) -> None:
        """Keep the row if it is better than the current one, or not much worse."""
        if PROMISING * self.best_value <= value <= self.best_value and value != self.current_value:
            row, value = moved(self.track, row, value) or (row, value)
        if value > self.best_value:
            row, value = tidied(self.track, row, value)
            self.best, self.best_value = row, value
            self._since = 0
        cooled = min(1.0, self._since / PATIENCE)
        heat = self.best_value * (HOT + (COLD - HOT) * cooled)
        if value >= self.current_value or value - self.current_value > heat * math.log(1.0 - self.dice.random()):
            self.current, self.current_value = row, value


def _head(order: Sequence[int], dice: np.random.Generator) -> Sequence[int]:
    return order[: int(dice.integers(max(1, len(order))))]


def _ruined(order: Sequence[int], dice: np.random.Generator) -> list[int]:
    """What is left of the row: its head, or all but a few or many at random, or all but a window, or a block moved."""
    size = len(order)
    if size < 2:
        return []
    kind = int(dice.integers(5))
    first = int(dice.integers(size))
    if kind == 0:
        return list(order[: max(first, size // 3)])
    if kind in (1, 2):
        least, more = FEW if kind == 1 else MANY
        share = least + more * dice.random()
        return [c for c, out in zip(order, dice.random(size) < share, strict=True) if not out]
    width = 1 + int(dice.integers(max(1, size // 4)))
    left = [*order[:first], *order[first + width :]]
    if kind == 3:
        return left
    at = int(dice.integers(len(left) + 1))
    return [*left[:at], *order[first : first + width], *left[at:]]
