"""One rebuild: closures (bundles.py) appended one after the other, each time the one that brings most for its hours.

What a posting brings grows before it is reachable: weight times (groups covered / groups wanted) to the power g. All
sums are of whole numbers, so they are the same in any order and on any machine.
"""

from collections.abc import Sequence
from typing import Any, Final

import msgspec
import numpy as np

from headway.planning.market.bundles import Bundles
from headway.planning.market.puzzle import Puzzle
from headway.planning.market.row import EMPTY, Row, Track
from headway.planning.market.ways import Ground

Array = np.ndarray[Any, np.dtype[Any]]

POWERS: Final = (2, 3, 4, 6, 9)
LOOKED_AT: Final = 6
"""Closures valued exactly at each step: the best by the sum of their single groups."""
FINE: Final = 1 << 16
"""Steps in which the nearness of a posting is counted."""
COARSE: Final = 1 << 8
"""The same for the noise on its weight."""


class Mood(msgspec.Struct, frozen=True, kw_only=True):
    """What makes one rebuild differ from another. hours: factors on closures' worth; weights: of postings."""

    bundles: Bundles
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
        met = [self.ground.indices(self.ground.goals(self.ground.gives[c])) for c in direct]
        self._met = np.concatenate(met) if met else np.zeros(0, dtype=np.int64)
        self._met_from = np.cumsum([0, *map(len, met[:-1])]) if met else self._met
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

    def brings(self, worth: Array) -> Array:
        """For each candidate the worth of the goals it meets."""
        found = np.zeros(self.ground.size)
        if self.heads:
            found[self.heads] = np.add.reduceat(worth[self._met], self._met_from)
        return found

    def noisy_weights(self, noise: Array) -> Array:
        """Posting weights times noise, in whole numbers."""
        weights: Array = np.rint(self.puzzle.weight * noise * COARSE)
        return weights

    def grown(self, row: Row, mood: Mood) -> Row:
        """The row with closures appended until nothing more fits or brings anything."""
        return _Growing(self, row, mood).to_the_end()


class _Growing:
    """A row on its way, with what each bundle would bring now."""

    def __init__(self, recreate: Recreate, row: Row, mood: Mood) -> None:
        self.over = recreate
        self.ground: Ground = recreate.ground
        self.mood = mood
        self.row = row
        self.table = recreate.tables[mood.power]
        self.step = recreate.steps[mood.power]
        self.hours = mood.hours[mood.bundles.heads]
        self.is_open = np.ones(recreate.puzzle.goal_count)
        self.lacking = np.ones(len(recreate.puzzle.network.facts), dtype=bool)
        self.undone = np.ones(self.ground.size, dtype=bool)
        self.covered = np.zeros(len(recreate.puzzle.k), dtype=np.int64)
        self._note(EMPTY, row.order)
        self.need = mood.bundles.needed(self.lacking, self.undone)

    def to_the_end(self) -> Row:
        if not len(self.hours):
            return self.row
        while True:
            best = self._best()
            if best is None:
                return self.row
            self._append(best)

    def _best(self) -> int | None:
        """The bundle with the greatest gain for its hours, exactly valued among the likeliest."""
        score, minutes = self._first_look()
        if len(score) > LOOKED_AT:
            likely = np.sort(np.argpartition(score, -LOOKED_AT)[-LOOKED_AT:])
        else:
            likely = np.arange(len(score))
        likely = likely[score[likely] > 0]
        if not likely.size:
            return None
        gains = self._gains(likely) * self.hours[likely] / minutes[likely]
        return int(likely[int(gains.argmax())])

    def _first_look(self) -> tuple[Array, Array]:
        """What each bundle brings as the sum of its groups taken singly, for its hours; 0 where it does not fit."""
        puzzle, row, bundles = self.over.puzzle, self.row, self.mood.bundles
        single = self.mood.weights * self.step[self.over.offset + self.covered]
        worth = np.bincount(puzzle.goals, weights=single[self.over.posting], minlength=puzzle.goal_count)
        brings = self.over.brings(worth * self.is_open)
        minutes = np.maximum(bundles.summed(bundles.minutes * self.need), 1)
        score: Array = bundles.summed(brings[bundles.member] * self.need) * self.hours / minutes
        score[minutes > self.over.track.last - row.minutes] = 0.0
        if puzzle.budget is not None:
            score[bundles.summed(bundles.cents * self.need) > puzzle.budget - row.cents] = 0.0
        return score, minutes

    def _gains(self, likely: Array) -> Array:
        """What these bundles bring, all their groups together."""
        ground, covered = self.ground, self.row.covered
        fresh = []
        for bundle in likely.tolist():
            met = 0
            for c in self.mood.bundles.members(bundle, self.need):
                met |= ground.goals(ground.gives[c])
            fresh.append(ground.indices(met & ~covered))
        starts = np.cumsum([0, *map(len, fresh[:-1])])
        more = np.add.reduceat(self.over.counts[np.concatenate(fresh)], starts, axis=0)
        then = np.minimum(self.covered + more, self.over.most)
        now = self.table[self.over.offset + self.covered]
        gain: Array = ((self.table[self.over.offset + then] - now) * self.mood.weights).sum(axis=1)
        return gain

    def _append(self, bundle: int) -> None:
        before = self.row
        members = self.mood.bundles.members(bundle, self.need)
        self.row = self.over.track.walk(members, before)
        self._note(before, members)
        self.need = self.mood.bundles.needed(self.lacking, self.undone)

    def _note(self, before: Row, tried: Sequence[int]) -> None:
        """Count what the row has now more than before. What was tried is not headed for again."""
        self.undone[list(tried)] = False
        self.lacking[self.ground.indices(self.row.held & ~before.held)] = False
        fresh = self.ground.indices(self.row.covered & ~before.covered)
        if fresh.size:
            self.is_open[fresh] = 0.0
            more = self.over.counts[fresh].sum(axis=0, dtype=np.int64)
            self.covered = np.minimum(self.covered + more, self.over.most)
