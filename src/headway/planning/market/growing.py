"""Rows that grow side by side: closures appended to each, each time the one that brings it most for its hours.

An array has one column for each row that still grows, so that a step costs hardly more for a dozen rows than for one
(of a few hundred numbers the calls are what takes time). No row knows of the others. All sums are of whole numbers, so
they are the same in any order, on any machine and in any company.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from headway.arrays import Array
from headway.planning.market.recreate import Moods, Recreate
from headway.planning.market.row import Row, as_flags
from headway.planning.market.ways import bits

LOOKED_AT: Final = 6
"""Closures valued exactly at each step: the best by the sum of their single groups, and those that are no worse."""
AT_ONCE: Final = 1 << 14
"""Numbers in an array from which on it is cut up: it stays where the processor has it at hand."""


def grown(recreate: Recreate, rows: Sequence[Row], moods: Moods) -> list[Row]:
    """The rows with closures appended until nothing more fits or brings anything. One mood for each row."""
    return _Growing(recreate, rows, moods).to_the_end()


class _Growing:
    """Rows on their way, with what each bundle would bring them now."""

    def __init__(self, recreate: Recreate, rows: Sequence[Row], moods: Moods) -> None:
        self.over = recreate
        self.bundles = moods.bundles
        self.rows = list(rows)
        self.growing = np.arange(len(rows))
        self.hours = moods.hours[moods.bundles.heads]
        self.weights = moods.weights
        base = recreate.offset[:, None] + np.array([recreate.place[power] for power in moods.powers], dtype=np.int64)
        self.ceiling = base + recreate.most
        self.at = base
        self.tried = [row.done for row in rows]
        self.is_open = np.ones((recreate.goal_count, len(rows)), dtype=bool)
        self._note()
        self.need = self.bundles.needed(self.lacking, self.undone)

    def to_the_end(self) -> list[Row]:
        while self.hours.size:
            best, found = self._best()
            if not found.all():
                self._keep(found)
                best = best[found]
            if len(best):
                self._append(best)
        return self.rows

    def _keep(self, which: Array) -> None:
        """Only these rows go on growing."""
        self.growing = self.growing[which]
        self.tried = [mask for mask, on in zip(self.tried, which.tolist(), strict=True) if on]
        for name in ("hours", "weights", "ceiling", "at", "is_open"):
            setattr(self, name, getattr(self, name)[:, which])
        self.need = self.need[:, :, which]

    def _best(self) -> tuple[Array, Array]:
        """For each row the bundle with the greatest gain for its hours, exactly valued among the likeliest; if any."""
        score, minutes = self._first_look()
        likely: Array = score > 0
        if len(score) > LOOKED_AT:
            likely &= score >= np.partition(score, -LOOKED_AT, axis=0)[-LOOKED_AT]
        bundle, row = np.nonzero(likely)
        exact = np.full(score.shape, -1.0)
        exact[bundle, row] = self._gains(bundle, row) * self.hours[bundle, row] / minutes[bundle, row]
        found: Array = np.logical_or.reduce(likely, axis=0)
        return exact.argmax(axis=0), found

    def _first_look(self) -> tuple[Array, Array]:
        """What each bundle brings as the sum of its groups taken singly, for its hours; 0 where it does not fit."""
        over, bundles, need = self.over, self.bundles, self.need
        worth = over.brings(self.weights * over.step.take(self.at), self.is_open)
        brings = worth.take(over.meets, axis=0).sum(axis=0)
        minutes = np.maximum((bundles.minutes * need).sum(axis=0), 1)
        score: Array = (brings.take(bundles.member, axis=0) * need).sum(axis=0) * self.hours / minutes
        rows = [self.rows[n] for n in self.growing.tolist()]
        score[minutes > np.array([over.track.last - row.minutes for row in rows])] = 0.0
        if over.puzzle.budget is not None:
            cents = (bundles.cents * need).sum(axis=0)
            score[cents > np.array([over.puzzle.budget - row.cents for row in rows])] = 0.0
        return score, minutes

    def _gains(self, bundle: Array, row: Array) -> Array:
        """What these bundles bring these rows, all their groups together."""
        over = self.over
        found = np.zeros(len(row))
        more = self._more(bundle, row)
        at, ceiling, weights = (np.ascontiguousarray(array.T) for array in (self.at, self.ceiling, self.weights))
        width = max(1, AT_ONCE // max(1, len(self.at)))
        for first in range(0, len(row), width):
            part = slice(first, first + width)
            now = at[row[part]]
            then = np.minimum(now + more[part], ceiling[row[part]])
            found[part] = np.einsum("np,np->n", over.table.take(then) - over.table.take(now), weights[row[part]])
        return found

    def _more(self, bundle: Array, row: Array) -> Array:
        """How many groups of each posting the bundle meets and the row has not, of each pair of both."""
        over = self.over
        slot, pair = np.nonzero(self.need[:, bundle, row])
        meets = np.zeros((len(row), over.goal_count + 1), dtype=bool)
        meets[pair, over.meets[:, self.bundles.member[slot, bundle[pair]]]] = True
        fresh = meets[:, :-1] & self.is_open.T[row]
        if over.small:
            product: Array = (fresh.astype(np.float32) @ over.track.counts).astype(np.int64)
            return product
        pair, goal = np.nonzero(fresh)
        return _summed(over.counts, pair, goal, len(row))

    def _append(self, best: Array) -> None:
        members = self.bundles.members(best.tolist(), self.need[:, best, np.arange(len(best))])
        walk = self.over.track.walk
        for place, (n, tried) in enumerate(zip(self.growing.tolist(), members, strict=True)):
            self.rows[n] = walk(tried, self.rows[n])
            self.tried[place] |= bits(tried)
        self._note()
        self.need = self.bundles.needed(self.lacking, self.undone)

    def _note(self) -> None:
        """What each row has now. What was tried is not headed for again."""
        over = self.over
        rows = [self.rows[n] for n in self.growing.tolist()]
        goals, tried = over.goal_count, over.goal_count + over.ground.size
        masks = [row.covered | done << goals | row.held << tried for row, done in zip(rows, self.tried, strict=True)]
        flags = ~as_flags(masks, tried + len(over.puzzle.network.facts))
        is_open, self.undone, self.lacking = flags[:goals], flags[goals:tried], flags[tried:]
        more = over.track.covered(self.is_open & ~is_open).astype(np.int64)
        self.is_open = is_open
        self.at = np.minimum(self.at + more, self.ceiling)


def _summed(counts: Array, owner: Array, goal: Array, owners: int) -> Array:
    """For each owner the sum of the counts of its goals. owner: ascending."""
    starts = np.ones(len(owner), dtype=bool)
    starts[1:] = owner[1:] != owner[:-1]
    first = np.flatnonzero(starts)
    total = np.zeros((owners, counts.shape[1]), dtype=counts.dtype)
    total[owner[first]] = counts[goal[first]]
    length = np.append(first[1:], len(owner)) - first
    for n in range(1, int(length.max(initial=0))):
        more = first[length > n]
        total[owner[more]] += counts[goal[more + n]]
    return total
