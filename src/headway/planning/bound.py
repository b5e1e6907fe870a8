"""A lower bound on any plan, without a solver: the LM-cut of delete-free planning.

A cut is a set of candidates of which every plan needs at least one. Price each cut at its lightest
member, take that price off all its members, and find the next cut in what is left; no weight is
counted twice, so the prices add up to a bound. Source: Helmert & Domshlak, "Landmarks, critical
paths and abstractions", ICAPS 2009; teachings that wait for a level are treated as operations of
their own that share their candidate's weight (after Röger, Pommerening & Helmert, ECAI 2014).

Use: when the greedy plan is no heavier than the bound it is proven best and no solver is loaded;
otherwise the cuts are given to the solver as constraints, and any candidate whose leftover weight
lifts the bound above the greedy plan is out (reduced-cost fixing).
"""

import heapq
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from headway.planning.greedy import NEVER, operations
from headway.planning.network import Network

MOST_CUTS: Final = 2000
"""A stop for the loop; every cut uses up at least one candidate's weight, so it is not reached."""


class Bound(msgspec.Struct, frozen=True):
    """weight: no plan is lighter. cuts: sets of candidates each plan hits. left: weight not used up."""

    weight: int
    cuts: tuple[frozenset[int], ...]
    left: tuple[int, ...]


def lower_bound(network: Network) -> Bound:
    """The LM-cut bound of a network whose goals can all be reached."""
    landmarks = _Landmarks(network)
    weight = 0
    cuts: list[frozenset[int]] = []
    while len(cuts) < MOST_CUTS:
        cut = landmarks.next_cut()
        if not cut:
            break
        price = min(landmarks.left[c] for c in cut)
        for c in cut:
            landmarks.left[c] -= price
        weight += price
        cuts.append(frozenset(cut))
    return Bound(weight, tuple(cuts), tuple(landmarks.left))


def minutes_bound(network: Network, bound: Bound) -> int:
    """The bound in minutes: whatever is left over after whole minutes may be preference, money and steps."""
    return bound.weight // network.minute


class _Landmarks:
    """The network with one artificial goal, and what is left of every weight.

    Facts 0..F-1 are the network's; then one for each goal with several ways, and the last is "all done".
    """

    def __init__(self, network: Network) -> None:
        self.left = [candidate.weight for candidate in network.candidates]
        self.ops = list(operations(network))
        fact_count = len(network.facts)
        last: list[int] = []
        for goal in network.goals:
            if len(goal.any_of) == 1:
                last.append(goal.any_of[0])
                continue
            self.ops.extend((_NO_ONE, (fact,), (fact_count,)) for fact in goal.any_of)
            last.append(fact_count)
            fact_count += 1
        self.done = fact_count
        self.ops.append((_NO_ONE, tuple(sorted(set(last))), (self.done,)))
        self.fact_count = fact_count + 1
        self.asks = [len(asks) for _, asks, _ in self.ops]
        self.at_start = [n for n, count in enumerate(self.asks) if not count]
        self.asked_by: list[list[int]] = [[] for _ in range(self.fact_count)]
        self.given_by: list[list[int]] = [[] for _ in range(self.fact_count)]
        for n, (_, asks, gives) in enumerate(self.ops):
            for fact in asks:
                self.asked_by[fact].append(n)
            for fact in gives:
                self.given_by[fact].append(n)

    def next_cut(self) -> set[int]:
        """A cut every plan must cross at a positive price; empty when nothing more can be priced."""
        asked = self._dearest_asked()
        if asked is None:
            return set()
        dearest, links = asked
        near = self._free_of_charge_to_goal(dearest)
        return self._crossing(links, near)

    def _dearest_asked(self) -> tuple[list[int], dict[int, list[int]]] | None:
        """For each operation its dearest asked fact (hmax), and for each fact the operations whose dearest it is; None
        when the goal costs nothing any more."""
        price = [NEVER] * self.fact_count
        dearest = [_START] * len(self.ops)
        waiting = self.asks.copy()
        links = {_START: self.at_start}
        heap: list[tuple[int, int]] = []
        ops, left = self.ops, self.left

        def offer(n: int, before: int) -> None:
            c, _, gives = ops[n]
            total = before if c == _NO_ONE else before + left[c]
            for fact in gives:
                if total < price[fact]:
                    price[fact] = total
                    heapq.heappush(heap, (total, fact))

        for n in self.at_start:
            offer(n, 0)
        settled = [False] * self.fact_count
        while heap:
            _, fact = heapq.heappop(heap)
            if settled[fact]:
                continue
            settled[fact] = True
            ready = []
            for n in self.asked_by[fact]:
                waiting[n] -= 1
                if not waiting[n]:  # facts settle in rising price, so the last one is the dearest
                    dearest[n] = fact
                    ready.append(n)
                    offer(n, price[fact])
            links[fact] = ready
        return (dearest, links) if 0 < price[self.done] < NEVER else None

    def _free_of_charge_to_goal(self, dearest: list[int]) -> list[bool]:
        """Facts from which the goal follows at no further weight, along dearest-asked links."""
        near = [False] * self.fact_count
        near[self.done] = True
        queue = [self.done]
        while queue:
            for n in self.given_by[queue.pop()]:
                c, fact = self.ops[n][0], dearest[n]
                if fact != _START and (c == _NO_ONE or self.left[c] == 0) and not near[fact]:
                    near[fact] = True
                    queue.append(fact)
        return near

    def _crossing(self, links: Mapping[int, Sequence[int]], near: list[bool]) -> set[int]:
        """Candidates that step from what the start leads to into the neighbourhood of the goal."""
        cut: set[int] = set()
        seen = {_START}
        queue = [_START]
        while queue:
            for n in links.get(queue.pop(), ()):
                for fact in self.ops[n][2]:
                    if near[fact]:
                        cut.add(self.ops[n][0])
                    elif fact not in seen:
                        seen.add(fact)
                        queue.append(fact)
        return cut


_NO_ONE: Final = -1
"""An operation that costs nothing and is no candidate's."""
_START: Final = -1
"""What the person starts with, as a place in the graph."""
