"""The same steps in another order: every step tried at every place it may stand, all at once; in a short row also two
or three neighbours together, and any two steps changing places.

What a row is worth depends only on the checkpoint by which each step is done, so tries that come to the same
checkpoints are valued once; and only postings that all steps together open can ever count.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np

from headway.planning.market.row import Track
from headway.planning.market.ways import each

Array = np.ndarray[Any, np.dtype[Any]]

MIXED: Final = 1_000_003
"""Makes one number of a row of checkpoints; unequal rows that share it cost a try, never a wrong value."""
SHORT: Final = 24
"""Steps up to which a row is short. In longer ones single steps alone are tried, to save time."""
TOGETHER: Final = (2, 3)
"""Neighbours moved together in a short row."""
SIZES_KEPT: Final = 8
"""Sizes of rows whose orders after a move are remembered."""


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
        source, place = self._tries()
        reached = np.searchsorted(self.limits, self.minutes[source].cumsum(axis=1)).astype(np.int8)
        when = np.take_along_axis(reached, place, axis=1)
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

    def _tries(self) -> tuple[Array, Array]:
        """Orders in which each step stands behind what it stands on, this one first; and each step's place in them."""
        giver = {fact: n for n, facts in enumerate(self.gained) for fact in each(facts)}
        links = {(giver.get(fact, n), n) for n, asked in enumerate(self.asks) for fact in each(asked)}
        source, place = _orders(len(self.steps))
        linked = np.array(sorted(link for link in links if link[0] < link[1]), dtype=np.int64).reshape(-1, 2)
        allowed = (place[:, linked[:, 0]] < place[:, linked[:, 1]]).all(axis=1)
        return source[allowed], place[allowed]

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


@lru_cache(maxsize=SIZES_KEPT)
def _orders(size: int) -> tuple[Array, Array]:
    """Rows of so many steps after each move, the unmoved one first; and each step's place in them. O(size^3)."""
    same = np.arange(size)
    at, to = (pair.ravel()[:, None] for pair in np.indices((size, size)))
    singles = same + ((same >= at) & (same < to)) - ((same > to) & (same <= at))
    np.put_along_axis(singles, to, at, axis=1)
    rows = [same[None, :], singles[at[:, 0] != to[:, 0]]]
    if size <= SHORT:
        rows += [_blocks(size, width) for width in TOGETHER if width < size] + [_swaps(size)]
    source = np.vstack(rows).astype(np.int16)
    return source, source.argsort(axis=1).astype(np.int16)


def _blocks(size: int, width: int) -> Array:
    moved = []
    for first in range(size - width + 1):
        block = list(range(first, first + width))
        others = [n for n in range(size) if n not in block]
        moved += [[*others[:at], *block, *others[at:]] for at in range(len(others) + 1) if at != first]
    return np.array(moved, dtype=np.int64)


def _swaps(size: int) -> Array:
    one, other = np.triu_indices(size, 2)
    rows = np.tile(np.arange(size), (len(one), 1))
    each_row = np.arange(len(one))
    rows[each_row, one], rows[each_row, other] = other, one
    return rows


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
