"""One rebuild: closures appended one after the other, each time the one that brings most for its hours.

What a posting brings grows before it is reachable: weight times (groups covered / groups wanted) to the power g. All
sums are of whole numbers, so they are the same in any order and on any machine.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec
import numpy as np

from headway.planning.market.puzzle import Puzzle
from headway.planning.market.row import Row, Track
from headway.planning.market.ways import Closure, Ground, Ways, bits, each

Array = np.ndarray[Any, np.dtype[Any]]

POWERS: Final = (2, 3, 4, 6, 9)
LOOKED_AT: Final = 6
"""Closures valued exactly at each step: the best by the sum of their single groups."""
WIDTH: Final = 8
"""Goals of a closure there is room for at first."""
FINE: Final = 1 << 16
"""Steps in which the nearness of a posting is counted."""
COARSE: Final = 1 << 8
"""The same for the noise on its weight."""


class Mood(msgspec.Struct, frozen=True, kw_only=True):
    """What makes one rebuild differ from another. hours: factors on closures' worth; weights: of postings."""

    ways: Ways
    power: int
    hours: Array
    weights: Array


class Recreate:
    """The puzzle laid out for rebuilding."""

    def __init__(self, puzzle: Puzzle, track: Track) -> None:
        self.puzzle = puzzle
        self.track = track
        self.ground = track.ground
        size = np.diff(puzzle.start)
        self.posting = np.repeat(np.arange(len(size)), size)
        direct = [c for c in range(self.ground.size) if self.ground.goals(self.ground.gives[c])]
        self.heads = direct
        self.head_bits = bits(direct)
        self.counts = np.zeros((puzzle.goal_count, len(size)), dtype=np.int16)
        self.counts[puzzle.goals, self.posting] = 1
        self._most = int(puzzle.k.max()) if puzzle.k.size else 0
        self.offset = puzzle.k * (self._most + 2)
        tables = {power: self._table(power) for power in POWERS}
        self.tables = {power: table.ravel() for power, table in tables.items()}
        self.steps = {power: np.diff(table, axis=1, append=table[:, -1:]).ravel() for power, table in tables.items()}
        self.most = self._most + 1

    def _table(self, power: int) -> Array:
        """Nearness (whole number up to FINE) of k wanted and c covered groups, at k * (most + 2) + c."""
        k = np.arange(self._most + 1)[:, None]
        covered = np.minimum(np.arange(self._most + 2)[None, :], k)
        nearness: Array = np.rint(FINE * (covered / np.maximum(k, 1)) ** power)
        return nearness

    def noisy_weights(self, noise: Array) -> Array:
        """Posting weights times noise, in whole numbers."""
        weights: Array = np.rint(self.puzzle.weight * noise * COARSE)
        return weights

    def grown(self, row: Row, mood: Mood) -> Row:
        """The row with closures appended until nothing more fits or brings anything."""
        return _Growing(self, row, mood).to_the_end()


class _Growing:
    """A row on its way, with what each closure would bring now."""

    def __init__(self, recreate: Recreate, row: Row, mood: Mood) -> None:
        self.over = recreate
        self.ground: Ground = recreate.ground
        self.mood = mood
        self.row = row
        self.table = recreate.tables[mood.power]
        self.step = recreate.steps[mood.power]
        goals = recreate.puzzle.goal_count
        self.is_open = np.ones(goals)
        met = self.ground.indices(row.covered)
        self.is_open[met] = 0.0
        self.covered = np.minimum(recreate.counts[met].sum(axis=0, dtype=np.int64), recreate.most)
        self.closures: list[Closure | None] = [None] * self.ground.size
        self.brings = np.full((self.ground.size, WIDTH), goals)
        self.minutes = np.full(self.ground.size, np.inf)
        self.cents = np.zeros(self.ground.size)
        self._renew(recreate.heads)

    def _renew(self, candidates: Iterable[int]) -> None:
        """Look closures up again. A line of `brings` names a closure's goals, filled up with the number of goals."""
        closure_of, held, done = self.mood.ways.closure, self.row.held, self.row.done
        changed: list[tuple[int, Closure]] = []
        for c in candidates:
            closure = closure_of(c, held)
            if closure is self.closures[c]:
                continue
            self.closures[c] = closure
            if closure is None or closure.mask & done:
                self.minutes[c] = np.inf
            else:
                changed.append((c, closure))
        if changed:
            self._write(changed)

    def _write(self, changed: Sequence[tuple[int, Closure]]) -> None:
        where = [c for c, _ in changed]
        widest = max(len(closure.goals) for _, closure in changed)
        if widest > self.brings.shape[1]:
            more = np.full((self.ground.size, widest - self.brings.shape[1]), len(self.is_open))
            self.brings = np.hstack([self.brings, more])
        self.brings[where] = len(self.is_open)
        for c, closure in changed:
            self.brings[c, : len(closure.goals)] = closure.goals
        self.minutes[where] = [closure.minutes or 1 for _, closure in changed]
        self.cents[where] = [closure.cents for _, closure in changed]

    def to_the_end(self) -> Row:
        while True:
            best = self._best()
            if best is None:
                return self.row
            self._append(best)

    def _best(self) -> Closure | None:
        """The closure with the greatest gain for its hours, exactly valued among the likeliest."""
        score = self._first_look()
        if len(score) > LOOKED_AT:
            likely = np.sort(np.argpartition(score, -LOOKED_AT)[-LOOKED_AT:])
        else:
            likely = np.arange(len(score))
        likely = likely[score[likely] > 0]
        if not likely.size:
            return None
        gains = self._gains(likely) * self.mood.hours[likely] / self.minutes[likely]
        return self.closures[int(likely[int(gains.argmax())])]

    def _first_look(self) -> Array:
        """What each closure brings as the sum of its groups taken singly, for its hours; 0 where it does not fit."""
        puzzle, row = self.over.puzzle, self.row
        single = self.mood.weights * self.step[self.over.offset + self.covered]
        worth = np.bincount(puzzle.goals, weights=single[self.over.posting], minlength=puzzle.goal_count)
        worth = np.append(worth * self.is_open, 0.0)
        score: Array = worth[self.brings].sum(axis=1) * self.mood.hours / self.minutes
        score[self.minutes > self.over.track.last - row.minutes] = 0.0
        if puzzle.budget is not None:
            score[self.cents > puzzle.budget - row.cents] = 0.0
        return score

    def _gains(self, likely: Array) -> Array:
        """What these closures bring, all their groups together."""
        fresh = []
        for c in likely.tolist():
            closure = self.closures[c]
            assert closure is not None
            fresh.append(closure.goals[self.is_open[closure.goals] > 0])
        starts = np.cumsum([0, *map(len, fresh[:-1])])
        more = np.add.reduceat(self.over.counts[np.concatenate(fresh)], starts, axis=0)
        then = np.minimum(self.covered + more, self.over.most)
        now = self.table[self.over.offset + self.covered]
        gain: Array = ((self.table[self.over.offset + then] - now) * self.mood.weights).sum(axis=1)
        return gain

    def _append(self, closure: Closure) -> None:
        before = self.row
        self.row = self.over.track.walk(closure.members, before)
        fresh = self.ground.indices(self.row.covered & ~before.covered)
        if fresh.size:
            self.is_open[fresh] = 0.0
            more = self.over.counts[fresh].sum(axis=0, dtype=np.int64)
            self.covered = np.minimum(self.covered + more, self.over.most)
        for c in closure.members:
            self.minutes[c] = np.inf
        touched = self.mood.ways.touched(self.row.held & ~before.held) & self.over.head_bits
        self._renew(each(touched))
