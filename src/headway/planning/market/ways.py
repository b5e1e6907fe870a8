"""Closures: a candidate with what it still needs first, by the cheapest ways.

What is held is a whole number with one bit a fact. A closure depends only on the facts it has to do with, so each is
worked out once for each such part of what is held.
"""

import heapq
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Final, NamedTuple

import numpy as np

from headway.arrays import Array
from headway.planning.greedy import operations
from headway.planning.market.several import is_several
from headway.planning.network import FREE, Network

Bits = int

MOST_KEPT: Final = 20_000
"""Closures remembered before all are forgotten."""
NEVER: Final = float("inf")


class Closure(NamedTuple):
    """members in the order to do them; goals: those it meets (met already or not), ascending; mask: members as bits."""

    members: tuple[int, ...]
    mask: Bits
    minutes: int
    cents: int
    goals: Array


class Ground:
    """The network laid out for fast walks: what each candidate asks and gives."""

    def __init__(self, network: Network) -> None:
        self.network = network
        candidates = network.candidates
        self.size = len(candidates)
        self.minutes = [c.minutes for c in candidates]
        self.cents = [c.cents for c in candidates]
        self.needs = [bits(c.needs) for c in candidates]
        self.parts = [[(bits((t.start,)), bits(t.gives)) for t in c.teachings] for c in candidates]
        self.asks = [bits((*c.needs, *(t.start for t in c.teachings))) for c in candidates]
        self.gives = [bits(c.gives) for c in candidates]
        self.free = [all(not start for start, _ in parts) for parts in self.parts]
        self.goals_of = [0] * len(network.facts)
        for n, goal in enumerate(network.goals):
            for fact in goal.any_of:
                self.goals_of[fact] |= 1 << n
        self.several = [c for c, candidate in enumerate(candidates) if is_several(candidate.id)]
        self.counted = reduce(or_, (self.needs[c] for c in self.several), 0)
        self._goals: dict[Bits, Bits] = {}
        self._indices: dict[Bits, Array] = {}
        self._places: dict[Bits, list[int]] = {}

    def gained(self, c: int, held: Bits) -> Bits:
        """What candidate c gives to someone who holds this, and the several of a group that are complete with it."""
        if self.free[c]:
            gained = self.gives[c]
        else:
            gained = 0
            for start, gives in self.parts[c]:
                if not start & ~held:
                    gained |= gives
        return self._with_several(gained, held) if gained & self.counted else gained

    def _with_several(self, gained: Bits, held: Bits) -> Bits:
        for c in self.several:  # the first of several come before those that build on them
            if not self.needs[c] & ~(held | gained):
                gained |= self.gives[c]
        return gained

    def asked(self, c: int, gained: Bits) -> Bits:
        """What candidate c asks for where it gives this: also the other members of what is complete with it."""
        asked = self.asks[c]
        if self.several:
            for step in self.several:
                if self.gives[step] & gained:
                    asked |= self.needs[step]
        return asked

    def goals(self, facts: Bits) -> Bits:
        """The goals that these facts meet."""
        found = self._goals.get(facts)
        if found is None:
            found = 0
            for fact in each(facts):
                found |= self.goals_of[fact]
            self._goals[facts] = found
        return found

    def places(self, mask: Bits) -> list[int]:
        """The places of the bits, ascending, remembered."""
        found = self._places.get(mask)
        if found is None:
            if len(self._places) > MOST_KEPT:
                self._places.clear()
            found = self._places[mask] = each(mask)
        return found

    def indices(self, mask: Bits) -> Array:
        """The same as an array."""
        found = self._indices.get(mask)
        if found is None:
            if len(self._indices) > MOST_KEPT:
                self._indices.clear()
            found = self._indices[mask] = np.array(each(mask), dtype=np.int64)
        return found


class Ways:
    """For each fact the cheapest way to it, prerequisites included (additive prices, as in planning/greedy)."""

    def __init__(self, ground: Ground, factors: Sequence[float] | None = None) -> None:
        self.ground = ground
        self.giver = _cheapest_givers(ground.network, factors or [1.0] * ground.size)
        self._facts_about: dict[int, Bits] = {}
        self._kept: dict[tuple[int, Bits], Closure | None] = {}

    def closure(self, c: int, held: Bits) -> Closure | None:
        """c with what it still needs, or None when some need cannot be had this way."""
        key = (c, held & self._about(c))
        try:
            return self._kept[key]
        except KeyError:
            if len(self._kept) > MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = self._build(c, key[1])
            return found

    def _about(self, c: int) -> Bits:
        """All facts that decide what belongs to the closure of c."""
        if c in self._facts_about:
            return self._facts_about[c]
        seen = {c}
        queue = [c]
        facts = 0
        while queue:
            one = queue.pop()
            asked = self.ground.needs[one] | _starts(self.ground, one)
            facts |= asked
            for start, gives in self.ground.parts[one]:
                if start:
                    facts |= gives
            for fact in each(asked):
                giver = self.giver[fact]
                if giver >= 0 and giver not in seen:
                    seen.add(giver)
                    queue.append(giver)
        self._facts_about[c] = facts
        return facts

    def _build(self, c: int, held: Bits) -> Closure | None:
        ground = self.ground
        row: list[int] = []
        given = 0
        started: set[int] = set()

        def add(one: int, wanted: Bits) -> bool:
            nonlocal held, given
            if one in started:
                return one in row
            started.add(one)
            asked = ground.needs[one]
            for start, gives in ground.parts[one]:
                if gives & wanted & ~held:
                    asked |= start
            for fact in each(asked & ~held):
                if held >> fact & 1:
                    continue
                giver = self.giver[fact]
                had = giver >= 0 and add(giver, 1 << fact) and held >> fact & 1
                if not had and ground.needs[one] >> fact & 1:
                    return False
            gained = ground.gained(one, held)
            given |= gained
            held |= gained
            row.append(one)
            return True

        if not add(c, ground.gives[c]):
            return None
        return Closure(
            members=tuple(row),
            mask=bits(row),
            minutes=sum(ground.minutes[m] for m in row),
            cents=sum(ground.cents[m] for m in row),
            goals=ground.indices(ground.goals(given)),
        )


def _starts(ground: Ground, c: int) -> Bits:
    facts = 0
    for start, _ in ground.parts[c]:
        facts |= start
    return facts


def _cheapest_givers(network: Network, factors: Sequence[float]) -> list[int]:
    """The candidate on the cheapest way to each fact, -1 where there is none. O(links log facts)."""
    ops = operations(network)
    asked_by: list[list[int]] = [[] for _ in network.facts]
    for n, (_, asks, _) in enumerate(ops):
        for fact in asks:
            asked_by[fact].append(n)
    price = [NEVER] * len(network.facts)
    giver = [-1] * len(network.facts)
    waiting = [len(asks) for _, asks, _ in ops]
    total = [network.candidates[c].minutes * factors[c] + 1.0 for c, _, _ in ops]
    heap: list[tuple[float, int]] = []

    def offer(n: int) -> None:
        for fact in ops[n][2]:
            if total[n] < price[fact]:
                price[fact], giver[fact] = total[n], ops[n][0]
                heapq.heappush(heap, (total[n], fact))

    for n, count in enumerate(waiting):
        if not count:
            offer(n)
    done = [False] * len(price)
    while heap:
        _, fact = heapq.heappop(heap)
        if done[fact]:
            continue
        done[fact] = True
        for n in asked_by[fact]:
            waiting[n] -= 1
            total[n] += price[fact]
            if not waiting[n]:
                offer(n)
    return giver


def bits(numbers: Sequence[int]) -> Bits:
    """Numbers as one whole number with a bit each."""
    found = 0
    for number in numbers:
        if number != FREE:
            found |= 1 << number
    return found


def each(mask: Bits) -> list[int]:
    """The places of the bits, ascending."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found
