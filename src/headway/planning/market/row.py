"""What a row of candidates, done one after the other, is worth: the exact value, from the order alone."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec
import numpy as np

from headway.planning.market.puzzle import Puzzle
from headway.planning.market.ways import Bits, Ground

Array = np.ndarray[Any, np.dtype[Any]]


NOISE: Final = 1e-6


class Row(msgspec.Struct, frozen=True):
    """Candidates that can be done in this order within hours and money. held, covered: facts and goals at its end."""

    order: tuple[int, ...]
    done: Bits
    held: Bits
    covered: Bits
    minutes: int
    cents: int


EMPTY = Row((), 0, 0, 0, 0, 0)


class Track:
    """A puzzle laid out for walking rows and valuing them."""

    def __init__(self, puzzle: Puzzle, ground: Ground) -> None:
        self.puzzle = puzzle
        self.ground = ground
        self.periods = len(puzzle.limits)
        self.last = puzzle.limits[-1] if puzzle.limits else 0
        self.money = puzzle.budget
        self._starts = puzzle.start[:-1]
        size = np.diff(puzzle.start)
        self._posting = np.repeat(np.arange(len(size)), size) * (self.periods + 1)
        self._all_wanted = bool((puzzle.k == size).all())
        self._k = puzzle.k[:, None]

    def walk(self, candidates: Iterable[int], before: Row = EMPTY) -> Row:
        """The row with these after it; whoever cannot be done then, adds nothing or does not fit is left out."""
        ground = self.ground
        order = list(before.order)
        done, held, minutes, cents = before.done, before.held, before.minutes, before.cents
        for c in candidates:
            if done >> c & 1 or ground.needs[c] & ~held:
                continue
            gained = ground.gained(c, held) & ~held
            if not gained or minutes + ground.minutes[c] > self.last:
                continue
            if self.money is not None and cents + ground.cents[c] > self.money:
                continue
            order.append(c)
            done |= 1 << c
            held |= gained
            minutes += ground.minutes[c]
            cents += ground.cents[c]
        return Row(tuple(order), done, held, ground.goals(held), minutes, cents)

    def needed(self, row: Row) -> Row:
        """The row without steps that nothing rests on: no group of an open posting, no need of such a step."""
        ground = self.ground
        given: list[tuple[Bits, Bits]] = []
        held = covered = 0
        for c in row.order:
            gained = ground.gained(c, held) & ~held
            fresh = ground.goals(gained) & ~covered
            given.append((gained, fresh))
            held |= gained
            covered |= fresh
        used = np.zeros(self.puzzle.goal_count, dtype=bool)
        used[self.puzzle.goals[np.repeat(self.open_after(row.order), np.diff(self.puzzle.start))]] = True
        wanted = 0
        kept: list[int] = []
        for c, (gained, fresh) in zip(reversed(row.order), reversed(given), strict=True):
            if gained & wanted or (fresh and used[ground.indices(fresh)].any()):
                kept.append(c)
                wanted |= ground.asks[c]
        return row if len(kept) == len(row.order) else self.walk(reversed(kept))

    def value(self, order: Sequence[int]) -> float:
        """Weight times checkpoints at which it is reachable, summed, beyond what is reachable today."""
        if not self.puzzle.k.size:
            return 0.0
        met = self.when_met(order)
        if self._all_wanted:
            opened = np.maximum.reduceat(met[self.puzzle.goals], self._starts)
            return float((self.puzzle.weight * (self.periods - opened)).sum())
        return float(self._by_checkpoint(met).sum())

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
        met = np.zeros(self.puzzle.goal_count + 1, dtype=np.int64)
        held = 0
        for c in order:
            held |= self.ground.gained(c, held)
        met[self.ground.indices(self.ground.goals(held))] = 1
        posting = self._posting // (self.periods + 1)
        enough: Array = (
            np.bincount(posting, weights=met[self.puzzle.goals], minlength=len(self.puzzle.k)) >= self.puzzle.k
        )
        return enough

    def _by_checkpoint(self, met: Array) -> Array:
        size = len(self.puzzle.k) * (self.periods + 1)
        found = np.bincount(self._posting + met[self.puzzle.goals], minlength=size).reshape(-1, self.periods + 1)
        enough = found[:, :-1].cumsum(axis=1) >= self._k
        total: Array = (enough * self.puzzle.weight[:, None]).sum(axis=0)
        return total

    def when_met(self, order: Sequence[int], minutes_of: Sequence[float] | None = None) -> Array:
        """For each goal the first checkpoint by which it is met; the number of checkpoints where it never is."""
        lengths = [self.ground.minutes[c] for c in order] if minutes_of is None else minutes_of
        ground, limits = self.ground, self.puzzle.limits
        met = np.full(self.puzzle.goal_count, self.periods, dtype=np.int64)
        held = covered = at = 0
        minutes = 0.0
        for c, length in zip(order, lengths, strict=True):
            minutes += length
            while at < self.periods and limits[at] < minutes - NOISE:
                at += 1
            if at == self.periods:
                break
            gained = ground.gained(c, held) & ~held
            held |= gained
            fresh = ground.goals(gained) & ~covered
            if fresh:
                covered |= fresh
                met[ground.indices(fresh)] = at
        return met
