"""The same steps in another order: every step tried at every place it may stand, all at once; in a short row also two
or three neighbours together, and any two steps changing places.

What a row is worth depends only on the checkpoint by which each step is done, so tries that come to the same
checkpoints are valued once; and only postings that all steps together open can ever count.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from headway.arrays import Array
from headway.planning.market.row import Track
from headway.planning.market.ways import Bits, each

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
        self.reached = track.reached
        self.periods = track.periods
        self.steps = np.array(order, dtype=np.int64)
        self.minutes = np.array([track.ground.minutes[c] for c in order], dtype=np.int32)
        given = _given(track, order)
        self.links = _links([track.ground.asked(c, facts) for c, facts in zip(order, given, strict=True)], given)
        with np.errstate(over="ignore"):
            self.mix = np.cumprod(np.full(len(order), MIXED, dtype=np.int64))
        self._lay_postings(track, order, given)

    def _lay_postings(self, track: Track, order: Sequence[int], given: Sequence[Bits]) -> None:
        puzzle = track.puzzle
        open_rows = track.open_after(order)
        met = [track.ground.places(track.ground.goals(facts)) for facts in given]
        goals, self.givers = _side_by_side([(goal, n) for n, places in enumerate(met) for goal in places])
        number = np.full(puzzle.goal_count, -1, dtype=np.int64)
        number[goals] = np.arange(len(goals))
        posting = np.repeat(np.arange(len(puzzle.k)), np.diff(puzzle.start))
        used = open_rows[posting] & (number[puzzle.goals] >= 0)
        counts = np.bincount(posting[used], minlength=len(puzzle.k))[open_rows]
        first = np.cumsum(counts) - counts
        longest_first = np.argsort(-counts, kind="stable")
        counts, first = counts[longest_first], first[longest_first]
        self.weight = puzzle.weight[open_rows][longest_first]
        self.k = puzzle.k[open_rows][longest_first]
        self.all_wanted = bool((self.k == counts).all())
        asked = number[puzzle.goals[used]]
        # The n-th group of every posting that has so many: these stand at the beginning.
        self.asked = [asked[first[counts > n] + n] for n in range(int(counts.max(initial=0)))]

    def better(self) -> tuple[int, ...] | None:
        """The row after the one move that gains most; None when none gains."""
        if len(self.steps) < 2 or not len(self.k):
            return None
        source, place, flat = _orders(len(self.steps))
        reached = self.reached.take(self.minutes.take(source).cumsum(axis=1, dtype=np.int32))
        allowed = np.flatnonzero(self._allowed(place))
        when = reached.take(flat.take(allowed, axis=0))
        _, first = np.unique(when @ self.mix, return_index=True)
        first = np.sort(first)  # the row as it stands comes first
        worth = self._values(when.take(first, axis=0))
        best = int(worth.argmax())
        if worth[best] <= worth[0]:
            return None
        self._take(source[allowed[first[best]]])
        return tuple(self.steps.tolist())

    def _take(self, source: Array) -> None:
        self.steps, self.minutes = self.steps[source], self.minutes[source]
        now = np.empty(len(source), dtype=np.int64)
        now[source] = np.arange(len(source))
        self.givers, self.links = now[self.givers], now[self.links]

    def _allowed(self, place: Array) -> Array:
        """Of each order whether every step stands behind what it stands on. place: of each step and order."""
        giver, asker = self.links
        now = giver < asker
        behind: Array = place.take(giver[now], axis=0) < place.take(asker[now], axis=0)
        return np.asarray(behind.all(axis=0))

    def _values(self, when: Array) -> Array:
        """What each try is worth. when: the checkpoint of each try and step."""
        by_step = np.ascontiguousarray(when.T)
        met = by_step[self.givers[0]]
        for givers in self.givers[1:]:
            np.minimum(met, by_step[givers], out=met)
        if self.all_wanted:
            opened = met[self.asked[0]]
            for goals in self.asked[1:]:
                np.maximum(opened[: len(goals)], met[goals], out=opened[: len(goals)])
        else:
            padded = np.full((len(self.k), len(self.asked), len(when)), self.periods, dtype=np.int8)
            for n, goals in enumerate(self.asked):
                padded[: len(goals), n] = met[goals]
            padded.sort(axis=1)
            opened = padded[np.arange(len(self.k)), self.k - 1]
        total: Array = np.einsum("p,pt->t", self.weight, (self.periods - opened).astype(np.float64))
        return total


def _side_by_side(given: Sequence[tuple[int, int]]) -> tuple[Array, Array]:
    """Goals, ascending, and the steps that give each, one below the other; the first again where there are fewer."""
    steps: dict[int, list[int]] = {}
    for goal, n in sorted(given):
        steps.setdefault(goal, []).append(n)
    most = max(map(len, steps.values()), default=1)
    padded = [[*found, *found[:1] * (most - len(found))] for found in steps.values()]
    return np.array(list(steps), dtype=np.int64), np.array(padded, dtype=np.int64).reshape(-1, most).T


@lru_cache(maxsize=SIZES_KEPT)
def _orders(size: int) -> tuple[Array, Array, Array]:
    """Rows of so many steps after each move, the unmoved one first; each step's place in them, place[step, row]; and
    where that is in an array of rows and places, flat[row, step]. O(size^3).
    """
    same = np.arange(size)
    at, to = (pair.ravel()[:, None] for pair in np.indices((size, size)))
    singles = same + ((same >= at) & (same < to)) - ((same > to) & (same <= at))
    np.put_along_axis(singles, to, at, axis=1)
    rows = [same[None, :], singles[at[:, 0] != to[:, 0]]]
    if size <= SHORT:
        rows += [_blocks(size, width) for width in TOGETHER if width < size] + [_swaps(size)]
    source = np.vstack(rows).astype(np.int16)
    place = source.argsort(axis=1)
    flat = place + np.arange(len(place))[:, None] * size
    return source, np.ascontiguousarray(place.T).astype(np.int16), flat


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


def _links(asks: Sequence[Bits], given: Sequence[Bits]) -> Array:
    """(first giver, asker) of each fact that a step asks for and another one gives, as two rows."""
    giver: dict[int, int] = {}
    for n, facts in enumerate(given):
        for fact in each(facts):
            giver.setdefault(fact, n)
    found = {(giver[fact], n) for n, asked in enumerate(asks) for fact in each(asked) if giver.get(fact, n) != n}
    return np.array(sorted(found), dtype=np.int64).reshape(-1, 2).T
