"""What a row of candidates, done one after the other, is worth: the exact value, from the order alone."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Final

import msgspec
import numpy as np

from headway.arrays import Array
from headway.planning.market.puzzle import Puzzle
from headway.planning.market.ways import Bits, Ground, bits

NOISE: Final = 1e-6


ONE_THREAD: Final = 1 << 18
"""Multiplications that one thread does alone. For more the library wakes others, which takes longer than it saves."""


class Row(msgspec.Struct, frozen=True):
    """Candidates that can be done in this order within hours and money. held, covered: facts and goals at its end.

    given, fresh: for each step the facts and the goals that are new with it.
    """

    order: tuple[int, ...]
    done: Bits
    held: Bits
    covered: Bits
    minutes: int
    cents: int
    given: tuple[Bits, ...]
    fresh: tuple[Bits, ...]


EMPTY = Row((), 0, 0, 0, 0, 0, (), ())


class Track:
    """A puzzle laid out for walking rows and valuing them. reached: of each minute the first checkpoint after it."""

    def __init__(self, puzzle: Puzzle, ground: Ground) -> None:
        self.puzzle = puzzle
        self.ground = ground
        self.periods = len(puzzle.limits)
        self.last = puzzle.limits[-1] if puzzle.limits else 0
        self.money = puzzle.budget
        self.reached = np.searchsorted(puzzle.limits, np.arange(self.last + 1)).astype(np.int8)
        size = np.diff(puzzle.start)
        self._asked = _side_by_side(puzzle, size)
        self._posting = np.repeat(np.arange(len(size)), size) * (self.periods + 1)
        self._all_wanted = bool((puzzle.k == size).all())
        self._k = puzzle.k[:, None]
        self.counts = np.zeros((puzzle.goal_count, len(size)), dtype=np.float32)
        self.counts[puzzle.goals, np.repeat(np.arange(len(size)), size)] = 1.0
        self.counts_of = np.ascontiguousarray(self.counts.T)

    def walk(self, candidates: Iterable[int], before: Row = EMPTY) -> Row:
        """The row with these after it; whoever cannot be done then, adds nothing or does not fit is left out."""
        ground = self.ground
        needs, minutes_of, cents_of = ground.needs, ground.minutes, ground.cents
        order, given, fresh = list(before.order), list(before.given), list(before.fresh)
        done, held, covered, minutes, cents = before.done, before.held, before.covered, before.minutes, before.cents
        for c in candidates:
            if done >> c & 1 or needs[c] & ~held or minutes + minutes_of[c] > self.last:
                continue
            gained = ground.gained(c, held) & ~held
            if not gained or (self.money is not None and cents + cents_of[c] > self.money):
                continue
            order.append(c)
            given.append(gained)
            fresh.append(ground.goals(gained) & ~covered)
            done |= 1 << c
            held |= gained
            covered |= fresh[-1]
            minutes += minutes_of[c]
            cents += cents_of[c]
        return Row(tuple(order), done, held, covered, minutes, cents, tuple(given), tuple(fresh))

    def head(self, row: Row, steps: int) -> Row:
        """The first so many steps of a row."""
        order, given, fresh = row.order[:steps], row.given[:steps], row.fresh[:steps]
        minutes, cents = (sum(one[c] for c in order) for one in (self.ground.minutes, self.ground.cents))
        return Row(order, bits(order), _all(given), _all(fresh), minutes, cents, given, fresh)

    def needed(self, rows: Sequence[Row]) -> list[Row]:
        """The rows without steps that nothing rests on: no group of an open posting, no need of such a step."""
        met = as_flags([row.covered for row in rows], self.puzzle.goal_count)
        is_open = self.covered(met) >= self._k
        used = as_bits(product(self.counts, is_open.astype(np.float32)) > 0)
        return [self._resting(row, goals) for row, goals in zip(rows, used, strict=True)]

    def covered(self, met: Array) -> Array:
        """How many of its groups each posting has in each row, met being of each goal and row."""
        return product(self.counts_of, met.astype(np.float32))

    def _resting(self, row: Row, used: Bits) -> Row:
        asked = self.ground.asked
        wanted = 0
        kept: list[int] = []
        for c, gained, fresh in zip(reversed(row.order), reversed(row.given), reversed(row.fresh), strict=True):
            if gained & wanted or fresh & used:
                kept.append(c)
                wanted |= asked(c, gained)
        return row if len(kept) == len(row.order) else self.walk(reversed(kept))

    def value(self, order: Sequence[int]) -> float:
        """Weight times checkpoints at which it is reachable, summed, beyond what is reachable today."""
        return self.values([self._taken(order)])[0]

    def _taken(self, order: Sequence[int]) -> Row:
        """The row as it is told, every step held to be possible."""
        ground = self.ground
        held = covered = 0
        given, fresh = [], []
        for c in order:
            given.append(ground.gained(c, held) & ~held)
            fresh.append(ground.goals(given[-1]) & ~covered)
            held |= given[-1]
            covered |= fresh[-1]
        minutes, cents = (sum(one[c] for c in order) for one in (ground.minutes, ground.cents))
        return Row(tuple(order), 0, held, covered, minutes, cents, tuple(given), tuple(fresh))

    def values(self, rows: Sequence[Row]) -> list[float]:
        """What each of several rows is worth."""
        if not self.puzzle.k.size:
            return [0.0] * len(rows)
        met = np.array([self._when(row) for row in rows], dtype=np.int16).T
        found = met.take(self._asked, axis=0)
        if self._all_wanted:
            opened = found.max(axis=0)
        else:
            opened = np.sort(found, axis=0)[self.puzzle.k - 1, np.arange(len(self.puzzle.k))]
        worth: list[float] = (self.puzzle.weight * (self.periods - np.ascontiguousarray(opened.T))).sum(axis=1).tolist()
        return worth

    def curve(self, order: Sequence[int], minutes: Sequence[float] | None = None) -> list[float]:
        """Weight that the row has opened by each checkpoint. minutes: of each step, in place of the likely ones."""
        if not self.puzzle.k.size:
            return [0.0] * self.periods
        return [float(x) for x in self._by_checkpoint(self.when_met(order, minutes))]

    def opened(self, order: Sequence[int]) -> float:
        """Weight that is open when the row is done, whenever that is."""
        return float(self.puzzle.weight[self.open_after(order)].sum())

    def opened_postings(self, order: Sequence[int]) -> int:
        """How many postings are open when the row is done."""
        return int(self.puzzle.pools[self.open_after(order)].sum())

    def open_after(self, order: Sequence[int]) -> Array:
        """Of each posting whether it is open when the row is done."""
        held = 0
        for c in order:
            held |= self.ground.gained(c, held)
        met = as_flags([self.ground.goals(held)], self.puzzle.goal_count)
        enough: Array = self.covered(met)[:, 0] >= self.puzzle.k
        return enough

    def _by_checkpoint(self, met: Array) -> Array:
        size = len(self.puzzle.k) * (self.periods + 1)
        found = np.bincount(self._posting + met[self.puzzle.goals], minlength=size).reshape(-1, self.periods + 1)
        enough = found[:, :-1].cumsum(axis=1) >= self._k
        total: Array = (enough * self.puzzle.weight[:, None]).sum(axis=0)
        return total

    def when_met(self, order: Sequence[int], minutes_of: Sequence[float] | None = None) -> Array:
        """For each goal the first checkpoint by which it is met; the number of checkpoints where it never is."""
        row = self._taken(order)
        return np.array(self._when(row, minutes_of)[:-1], dtype=np.int64)

    def _when(self, row: Row, minutes_of: Sequence[float] | None = None) -> list[int]:
        """The same of a row; past the last goal what delays no posting."""
        lengths = [self.ground.minutes[c] for c in row.order] if minutes_of is None else minutes_of
        limits, periods, places = self.puzzle.limits, self.periods, self.ground.places
        met = [periods] * self.puzzle.goal_count
        met.append(-1 if self._all_wanted else periods)
        at = 0
        minutes = 0.0
        for fresh, length in zip(row.fresh, lengths, strict=True):
            minutes += length
            while at < periods and limits[at] < minutes - NOISE:
                at += 1
            if at == periods:
                break
            for goal in places(fresh):
                met[goal] = at
        return met


def _all(masks: Sequence[Bits]) -> Bits:
    return reduce(or_, masks, 0)


def as_flags(masks: Sequence[Bits], size: int) -> Array:
    """Whether each bit is set, flags[bit, mask]."""
    width = size // 8 + 1
    raw = np.frombuffer(b"".join([mask.to_bytes(width, "little") for mask in masks]), dtype=np.uint8)
    flags = np.unpackbits(raw.reshape(len(masks), width), axis=1, count=size, bitorder="little").T
    return np.ascontiguousarray(flags).view(np.bool_)


def as_bits(flags: Array) -> list[Bits]:
    """The other way round."""
    packed = np.packbits(flags.T, axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


def product(left: Array, right: Array) -> Array:
    """The product of two matrices of small whole numbers, a part of the rows at a time."""
    height = max(1, ONE_THREAD // max(1, right.size))
    if len(left) <= height:
        return np.asarray(left @ right)
    return np.concatenate([left[first : first + height] @ right for first in range(0, len(left), height)])


def _side_by_side(puzzle: Puzzle, size: Array) -> Array:
    """Goals of each posting one below the other, asked[n, posting]; past the last goal where there are fewer."""
    asked = np.full((int(size.max(initial=0)), len(size)), puzzle.goal_count, dtype=np.int64)
    within = np.arange(len(puzzle.goals)) - np.repeat(puzzle.start[:-1], size)
    asked[within, np.repeat(np.arange(len(size)), size)] = puzzle.goals
    return asked
