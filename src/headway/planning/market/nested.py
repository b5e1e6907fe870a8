"""All checkpoints together: what hangs together is taken apart, and who goes back on a choice pays for it.

A plan keeps what it has finished; the checkpoints' own bounds do not, each may be another choice. So every candidate
gets a price at each passage from one checkpoint to the next: who has it before pays, who has it after is paid. In a
plan nobody has it before and not after, so no prices (0 or more) ever take anything from a plan, and the sum of what
each checkpoint can open at most, paid and paying, bounds it (Lagrangian decomposition).

The prices move where the choices contradict each other (prices.py). Where a gap stays, one candidate at one checkpoint
is decided in both ways, finished by then or not, and each half has its own prices: branch and bound, the half that
promises most first, until none promises more than the best known plan opens, or the limit ends it. The choices on
the way are tried as plans. Only circles of needs within a checkpoint are let go of (that can only raise the bound).
"""

import heapq
import math
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import msgspec
import numpy as np

from headway.arrays import Array
from headway.planning.market.bound import Bound, Coverage
from headway.planning.market.prices import CENTS, NothingLeftError, OutOfTimeError, Shop, Sold, against
from headway.planning.market.puzzle import Puzzle

Take = Callable[[Sequence[Sequence[int]]], float]
"""Told of what each checkpoint would have finished, it answers with what the best known plan opens by now."""

WIDTH: Final = 0.01
"""The first box around the prices, as a share of what a checkpoint opens at most on average."""
WIDER: Final = 1.5
NARROWER: Final = 0.8
MUCH_NARROWER: Final = 0.6
FULFILLED: Final = 0.3
"""Share of the promised gain from which on the box grows."""
FEW: Final = 0.02
"""Of a weight of 1: a promise of less is not worth another round."""
ROUNDS: Final = 30
"""Rounds of prices for the whole question."""
ROUNDS_OF_A_HALF: Final = 1
SLIGHT: Final = 1e-3
"""Minutes: a contradiction of less is none."""
LARGE: Final = 300
"""Postings from which on the rounds of the whole question need not know a checkpoint's best to the cent."""
TOLD: Final = 12
"""Choices that are told beside the checkpoints' own, the newest: to grow rows in each takes time."""
UNKNOWN: Final = 0.05
"""Share of the gap that may stay unknown there, all checkpoints together."""


class Nested(NamedTuple):
    """total: no plan opens more, summed over the checkpoints. work: deterministic time spent."""

    total: float
    work: float


def prove(puzzle: Puzzle, bound: Bound, value: float, limit: float, take: Take) -> Nested:
    """Whether a plan opens more than `value`, within a limit of deterministic time.

    Tried only where every checkpoint's own bound is exact: else they are too hard to be asked again and again.
    """
    if value >= bound.total or bound.proven < len(puzzle.limits):
        return Nested(bound.total, 0.0)
    coverage = Coverage(puzzle)
    scale = coverage.scale
    shop = Shop(coverage, puzzle.limits, limit)
    most = [math.floor(weight * scale + 1e-6) for weight in bound.weights]
    proof = _Proof(shop, math.floor(value * scale + 1e-6), lambda choices: math.floor(take(choices) * scale + 1e-6))
    proof.unknown = UNKNOWN if len(puzzle.k) >= LARGE else 0.0
    total = proof.total(most, bound.chosen)
    return Nested(min(bound.total, total / scale), limit - shop.left)


def ahead(puzzle: Puzzle, bound: Bound, limit: float) -> Bound:
    """The bound after a few rounds of prices, which know nothing of any plan: lower, and with their choices beside it.

    At prices the checkpoints contradict each other less, so more of a plan can be grown from what they choose.
    """
    told: list[tuple[int, ...]] = []

    def note(choices: Sequence[Sequence[int]]) -> float:
        told.extend(tuple(chosen) for chosen in choices if len(chosen))
        return 0.0

    nested = prove(puzzle, bound, 0.0, limit, note)
    newest = tuple(dict.fromkeys(told[::-1]))[:TOLD][::-1]
    choices = tuple(dict.fromkeys((*bound.choices, *newest)))
    return msgspec.structs.replace(bound, choices=choices, whole=nested.total, work=bound.work + nested.work)


class _Half(msgspec.Struct, kw_only=True):
    """A part of the question. fixed[t, c]: 1 or 0 where decided, else -1. shares: how far c is in the choices at t.

    total: no plan of this part opens more, in cents.
    """

    fixed: Array
    prices: Array
    sold: list[Sold]
    width: float
    shares: Array

    @property
    def total(self) -> int:
        return sum(one.most for one in self.sold)

    def decided(self, t: int, c: int, value: int) -> "_Half":
        """Finished by checkpoint t and so by all later ones; or not, and so by no earlier one."""
        fixed = self.fixed.copy()
        if value:
            fixed[t:, c] = 1
        else:
            fixed[: t + 1, c] = 0
        return _Half(fixed=fixed, prices=self.prices, sold=list(self.sold), width=self.width, shares=self.shares)


class _Proof:
    """floor: what the best known plan opens, in whole weights."""

    def __init__(self, shop: Shop, floor: int, take: Callable[[Sequence[Sequence[int]]], int]) -> None:
        self.shop = shop
        self.floor = floor
        self.take = take
        self.count = len(shop.limits)
        self.unknown = 0.0

    def total(self, most: Sequence[int], chosen: Sequence[Sequence[int]]) -> int:
        """No plan opens more than this. most: at each checkpoint alone, by these candidates."""
        nobody = np.zeros(self.shop.size, dtype=np.int64)
        whole = _Half(
            fixed=np.full((self.count, self.shop.size), -1, dtype=np.int8),
            prices=np.zeros((self.count - 1, self.shop.size), dtype=np.int64),
            sold=[Sold(CENTS * weight, 0, nobody) for weight in most],
            width=WIDTH * CENTS * sum(most) / len(most),
            shares=np.zeros((self.count, self.shop.size)),
        )
        try:
            whole.sold = [self.shop.known(t, weight, chosen[t]) for t, weight in enumerate(most)]
            self._try(whole.sold)
            self._improve(whole, ROUNDS, self.unknown)
        except OutOfTimeError:
            return self._at_most(whole)
        self.shop.gap = 0.0
        return self._halved(whole)

    def _at_most(self, half: _Half) -> int:
        return max(self.floor, half.total // CENTS)

    def _open(self, half: _Half) -> bool:
        """Whether a plan of this part may still be better than the best known."""
        return half.total >= CENTS * (self.floor + 1)

    def _halved(self, whole: _Half) -> int:
        """The part that promises most is decided further, until none is open."""
        parts = [(-whole.total, 0, whole)]
        made = closed = 0
        while parts and self._open(parts[0][2]):
            half = heapq.heappop(parts)[2]
            try:
                halves, exact = self._apart(half)
            except OutOfTimeError:
                promised = max(half.total, *(-total for total, _, _ in parts), 0)
                return max(self.floor, closed, promised // CENTS)
            closed = max(closed, exact)
            for part in halves:
                made += 1
                heapq.heappush(parts, (-part.total, made, part))
        return max(self.floor, closed)

    def _apart(self, half: _Half) -> tuple[list[_Half], int]:
        """Its halves that are still open; or what it opens just so, where nothing is left to decide.

        What is left then may be no plan, for circles of needs.
        """
        where = self._undecided(half)
        if not self._open(half):
            return [], 0
        if where is None:
            decided = self._sold(half, half.prices, range(self.count))  # exactly: earlier ones may have left a gap
            return [], sum(sold.opened for sold in decided) // CENTS
        parts = []
        for value in (1, 0):
            part = half.decided(*where, value)
            try:
                self._settle(part)
            except NothingLeftError:
                continue
            if self._open(part):
                parts.append(part)
        return parts, 0

    def _try(self, sold: Sequence[Sold]) -> None:
        """The choices as a plan."""
        self.floor = max(self.floor, self.take([np.flatnonzero(one.has).tolist() for one in sold]))

    def _settle(self, part: _Half) -> None:
        """New choices where the decision forbids the old ones, then new prices."""
        which = [t for t in range(self.count) if against(part.fixed[t], part.sold[t].has)]
        part.sold = self._sold(part, part.prices, which)
        self._try(part.sold)
        self._improve(part, ROUNDS_OF_A_HALF)

    def _undecided(self, half: _Half) -> tuple[int, int] | None:
        """What to decide: both ways must go far against the choices behind the prices; then whatever is not decided.

        Choices that contradict each other nowhere are a plan: then more rounds of prices do what a decision could not.
        """
        if self._far(half).max(initial=-1.0) <= SLIGHT:
            self._improve(half, ROUNDS)
        far = self._far(half)
        if far.max(initial=-1.0) <= SLIGHT:
            price = np.vstack([half.prices, np.zeros((1, self.shop.size))])
            far = np.where(half.fixed < 0, price, -1.0)
        t, c = np.unravel_index(int(far.argmax()), far.shape)
        return (int(t), int(c)) if half.fixed[t, c] < 0 else None

    def _far(self, half: _Half) -> Array:
        if_not = half.shares.cumsum(axis=0)
        if_so = (1.0 - half.shares)[::-1].cumsum(axis=0)[::-1]
        far: Array = np.where(half.fixed < 0, np.minimum(if_so, if_not) * self.shop.minutes, -1.0)
        return far

    def _improve(self, half: _Half, rounds: int, unknown: float = 0.0) -> None:
        """Other prices, round after round, as long as they promise much and it matters."""
        for _ in range(rounds):
            found = self.shop.new_prices(half.prices, half.width, half.fixed) if self._open(half) else None
            if found is None:
                return
            self.shop.gap = unknown * (half.total - CENTS * self.floor) / self.count
            half.shares = found.shares
            promised = half.total - found.promised
            if promised < FEW * CENTS:
                return
            sold = self._sold(half, found.prices, range(self.count))
            gained = half.total - sum(one.most for one in sold)
            self._try(sold)
            if gained > 0:
                half.sold, half.prices = sold, found.prices
                half.width *= WIDER if gained > FULFILLED * promised else 1.0
            else:
                half.width *= MUCH_NARROWER if -gained > promised else NARROWER

    def _sold(self, half: _Half, prices: Array, which: Sequence[int]) -> list[Sold]:
        """The best of these checkpoints at these prices, the others as they were."""
        sold = list(half.sold)
        for t in which:
            sold[t] = self.shop.best(t, prices, half.fixed[t])
        return sold
