"""The same steps in another order: every step tried at every place it may stand, all at once.

What a row is worth depends only on the checkpoint by which each step is done, so tries that come to the same
checkpoints are valued once; and only postings that all steps together open can ever count.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from headway.planning.market.row import Track
from headway.planning.market.ways import each

Array = np.ndarray[Any, np.dtype[Any]]

MIXED: Final = 1_000_003
"""Makes one number of a row of checkpoints; unequal rows that share it cost a try, never a wrong value."""


class Reordering:
    """A row that can be done in this order, to be put into a better one. O(steps^2 x steps) a round."""

    def __init__(self, track: Track, order: Sequence[int]) -> None:
        self.limits = np.array(track.puzzle.limits)
        self.periods = track.periods
        self.steps = np.array(order, dtype=np.int64)
        self.minutes = np.array([track.ground.minutes[c] for c in order], dtype=np.int64)
        self.asks = [track.ground.asks[c] for c in order]
        self.gained = _firsts(_given(track, order))
        with np.errstate(over="ignore"):
            self.mix = np.cumprod(np.full(len(order), MIXED, dtype=np.int64))
        self._lay_postings(track, order)

    def _lay_postings(self, track: Track, order: Sequence[int]) -> None:
        puzzle = track.puzzle
        open_rows = track.open_after(order)
        given = sorted(
            (goal, n) for n, facts in enumerate(_given(track, order)) for goal in each(track.ground.goals(facts))
        )
        goals, self.givers_from = np.unique(np.array([goal for goal, _ in given], dtype=np.int64), return_index=True)
        self.giver = np.array([n for _, n in given], dtype=np.int64)
        number = np.full(puzzle.goal_count, -1, dtype=np.int64)
        number[goals] = np.arange(len(goals))
        posting = np.repeat(np.arange(len(puzzle.k)), np.diff(puzzle.start))
        used = open_rows[posting] & (number[puzzle.goals] >= 0)
        self.goals = number[puzzle.goals[used]]
        counts = np.bincount(posting[used], minlength=len(puzzle.k))[open_rows]
        self.weight = puzzle.weight[open_rows]
        self.k = puzzle.k[open_rows]
        self.first = np.cumsum([0, *counts[:-1]]) if len(counts) else counts
        self.all_wanted = bool((self.k == counts).all())
        self.width = int(counts.max(initial=0))
        self.slot = np.repeat(np.arange(len(counts)), counts) * self.width + (
            np.arange(len(self.goals)) - np.repeat(self.first, counts)
        )

    def better(self) -> tuple[int, ...] | None:
        """The row after the one move that gains most; None when none gains."""
        if len(self.steps) < 2 or not len(self.k):
            return None
        at, to = self._moves()
        if not len(at):
            return None
        place = np.arange(len(self.steps))
        at, to = at[:, None], to[:, None]
        source = place + ((place >= at) & (place < to)) - ((place > to) & (place <= at))
        np.put_along_axis(source, to, at, axis=1)
        source = np.vstack([place, source])
        when = np.empty(source.shape, dtype=np.int8)
        reached = np.searchsorted(self.limits, self.minutes[source].cumsum(axis=1)).astype(np.int8)
        np.put_along_axis(when, source, reached, axis=1)
        _, first = np.unique(when @ self.mix, return_index=True)
        first = np.sort(first)  # the row as it stands comes first
        worth = self._values(when[first])
        best = int(worth.argmax())
        if worth[best] <= worth[0]:
            return None
        self._take(source[first[best]])
        return tuple(self.steps.tolist())

    def _take(self, source: Array) -> None:
        self.steps, self.minutes, self.mix = self.steps[source], self.minutes[source], self.mix
        self.asks = [self.asks[n] for n in source]
        self.gained = [self.gained[n] for n in source]
        now = np.empty(len(source), dtype=np.int64)
        now[source] = np.arange(len(source))
        self.giver = now[self.giver]

    def _moves(self) -> tuple[Array, Array]:
        """Each step's place, and the places it may move to: behind what it stands on, before what stands on it."""
        size = len(self.steps)
        giver = {fact: n for n, facts in enumerate(self.gained) for fact in each(facts)}
        low, high = [0] * size, [size - 1] * size
        for n, asked in enumerate(self.asks):
            for fact in each(asked):
                other = giver.get(fact, n)
                if other < n:
                    low[n] = max(low[n], other + 1)
                    high[other] = min(high[other], n - 1)
        pairs = [(n, to) for n in range(size) for to in range(low[n], high[n] + 1) if to != n]
        at, to = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        return at, to

    def _values(self, when: Array) -> Array:
        met = np.minimum.reduceat(when[:, self.giver], self.givers_from, axis=1)
        found = met[:, self.goals]
        if self.all_wanted:
            opened = np.maximum.reduceat(found, self.first, axis=1)
        else:
            padded = np.full((len(when), len(self.k) * self.width), self.periods, dtype=np.int8)
            padded[:, self.slot] = found
            by_posting = np.sort(padded.reshape(len(when), len(self.k), self.width), axis=2)
            opened = by_posting[:, np.arange(len(self.k)), self.k - 1]
        total: Array = (self.periods - opened.astype(np.int64)) @ self.weight
        return total


def _given(track: Track, order: Sequence[int]) -> list[int]:
    """What each step gives at its place, held already or not."""
    held = 0
    given = []
    for c in order:
        given.append(track.ground.gained(c, held))
        held |= given[-1]
    return given


def _firsts(given: Sequence[int]) -> list[int]:
    """What each step is the first to give."""
    held = 0
    firsts = []
    for facts in given:
        firsts.append(facts & ~held)
        held |= facts
    return firsts
