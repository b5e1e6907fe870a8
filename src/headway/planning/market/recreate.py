"""Rebuilds: closures (bundles.py) appended one after the other, each time the one that brings most for its hours.

What a posting brings grows before it is reachable: weight times (groups covered / groups wanted) to the power g. All
sums are of whole numbers, so they are the same in any order and on any machine.
"""

from collections.abc import Sequence
from typing import Final

import msgspec
import numpy as np

from headway.arrays import Array
from headway.planning.market.bundles import Bundles
from headway.planning.market.puzzle import Puzzle
from headway.planning.market.row import Track

POWERS: Final = (2, 3, 4, 6, 9)
FINE: Final = 1 << 16
"""Steps in which the nearness of a posting is counted."""
SMALL: Final = 1 << 14
"""Goals times postings up to which sums over goals are quickest as a product of matrices."""
COARSE: Final = 1 << 8
"""The same for the noise on its weight."""


class Moods(msgspec.Struct, frozen=True, kw_only=True):
    """What makes one rebuild differ from another, for rebuilds side by side.

    hours: factors on closures' worth, of each candidate and rebuild. weights: of each posting and rebuild.
    """

    bundles: Bundles
    powers: tuple[int, ...]
    hours: Array
    weights: Array

    def of(self, which: Sequence[int]) -> "Moods":
        """Of these rebuilds."""
        powers = tuple(self.powers[n] for n in which)
        return Moods(bundles=self.bundles, powers=powers, hours=self.hours[:, which], weights=self.weights[:, which])


class Recreate:
    """The puzzle laid out for rebuilding."""

    def __init__(self, puzzle: Puzzle, track: Track) -> None:
        self.puzzle = puzzle
        self.track = track
        self.ground = track.ground
        size = np.diff(puzzle.start)
        self.goal_count = puzzle.goal_count
        self.small = self.goal_count * len(size) <= SMALL
        posting = np.repeat(np.arange(len(size)), size)
        self.counts = np.zeros((self.goal_count, len(size)), dtype=np.int16)
        self.counts[puzzle.goals, posting] = 1
        by_goal = np.argsort(puzzle.goals, kind="stable")
        self.asking = posting[by_goal]
        self.asked, self.asked_from = np.unique(puzzle.goals[by_goal], return_index=True)
        self._lay_candidates()
        self._most = int(puzzle.k.max()) if puzzle.k.size else 0
        self.offset = puzzle.k * (self._most + 2)
        self.most = self._most + 1
        tables = [self._table(power) for power in POWERS]
        self.place = {power: n * tables[0].size for n, power in enumerate(POWERS)}
        self.table = np.concatenate([table.ravel() for table in tables])
        self.step = np.concatenate([np.diff(table, axis=1, append=table[:, -1:]).ravel() for table in tables])

    def _lay_candidates(self) -> None:
        """Goals that each candidate meets, side by side: meets[n, c]; past the last goal where there are fewer."""
        ground = self.ground
        met = [ground.indices(ground.goals(ground.gives[c])) for c in range(ground.size)]
        self.heads = [c for c, goals in enumerate(met) if len(goals)]
        self.meets = np.full((max(map(len, met), default=0), ground.size + 1), self.goal_count, dtype=np.int64)
        for c, goals in enumerate(met):
            self.meets[: len(goals), c] = goals

    def _table(self, power: int) -> Array:
        """Nearness (whole number up to FINE) of k wanted and c covered groups, at k * (most + 2) + c."""
        k = np.arange(self._most + 1)[:, None]
        covered = np.minimum(np.arange(self._most + 2)[None, :], k)
        nearness: Array = np.rint(FINE * (covered / np.maximum(k, 1)) ** power)
        return nearness

    def brings(self, single: Array, is_open: Array) -> Array:
        """What each open goal is worth by its postings, summed; and 0 past the last goal. Of each row."""
        worth = np.zeros((self.goal_count + 1, single.shape[1]))
        if len(self.asked):
            worth[self.asked] = np.add.reduceat(single.take(self.asking, axis=0), self.asked_from, axis=0)
            worth[:-1] *= is_open
        return worth

    def noisy_weights(self, noise: Array) -> Array:
        """Posting weights times noise, in whole numbers. noise: of each posting and rebuild."""
        weights: Array = np.rint(self.puzzle.weight[:, None] * noise * COARSE)
        return weights

    def plain(self, bundles: Bundles, powers: tuple[int, ...], hours: Array | None = None) -> Moods:
        """Moods without noise, one for each power. hours: of each candidate, 1 unless said."""
        each = np.ones((self.ground.size, len(powers))) if hours is None else np.repeat(hours[:, None], len(powers), 1)
        weights = self.noisy_weights(np.ones((len(self.puzzle.k), len(powers))))
        return Moods(bundles=bundles, powers=powers, hours=each, weights=weights)
