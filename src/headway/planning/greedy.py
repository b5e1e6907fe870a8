"""A good plan in milliseconds: cheapest closures, then take out what is not needed.

1. Every fact is priced by the cheapest way to it, prerequisites included (the additive heuristic of
   Bonet & Geffner 2001, candidates chosen already being free).
2. The cheapest ways to all goals together are a first plan.
3. Reverse delete: heaviest first, drop whatever the rest can do without.
4. Swap: forbid each candidate in turn, find the way around it, keep it when the plan gets lighter.

Deterministic, pure Python: the warm start of the solver and the fallback when it finds nothing.
"""

import heapq
from collections.abc import Collection
from functools import cached_property
from typing import Final

from headway.planning.network import FREE, Candidate, Network, Support
from headway.planning.walk import Walker

ROUNDS: Final = 1
"""Passes of swapping over the whole plan. A second one rarely gains and costs more than asking the solver."""

TRIES: Final = 30
"""How often a way that does not work out in time is replaced by the next."""

Op = tuple[int, tuple[int, ...], tuple[int, ...]]
"""(candidate, facts asked, facts given): what a candidate gives to whoever holds what is asked."""


def greedy(network: Network, keep: Collection[int] = (), rounds: int = ROUNDS) -> Support | None:
    """A light plan that reaches every goal, or None when the greedy way leads nowhere.

    keep: candidates that count as chosen already (a plan to repair); those not needed are dropped again, and
    only what comes new is tried to be swapped.
    """
    search = _Search(network)
    best = search.complete(frozenset(keep))
    for _ in range(rounds):
        if best is None:
            return None
        better = search.swap_pass(best, frozenset(keep))
        if better == best:
            break
        best = better
    return None if best is None else search.walker.support(best)


def cheapest(network: Network) -> tuple[list[Op], list[int], list[int]]:
    """Every operation; for each fact the number of the best one (-1: none) and its price with all it asks."""
    search = _Search(network)
    return (search.ops, *search.prices(frozenset(), ()))


class _Search:
    """The network laid out for fast passes. by_teaching: each teaching is an operation of its own."""

    def __init__(self, network: Network, *, by_teaching: bool = False) -> None:
        self.network = network
        self.walker = Walker(network)
        self.ops = _teachings(network) if by_teaching else operations(network)
        self.by_teaching = by_teaching
        self.weight = [candidate.weight for candidate in network.candidates]
        self.asked_by: list[list[int]] = [[] for _ in network.facts]
        for n, (_, asks, _) in enumerate(self.ops):
            for fact in asks:
                self.asked_by[fact].append(n)

    def complete(self, chosen: frozenset[int], without: int | None = None) -> frozenset[int] | None:
        """Chosen plus the cheapest ways to all goals, made minimal; `without` one candidate.

        The prices know no time, so a way may use one candidate twice: early, and again when a later part of it
        would count. One of the two uses is struck out, the late one if there is another way, and the next
        cheapest ways are taken. Only then is each teaching looked at by itself.
        """
        banned = {n for n, (c, _, _) in enumerate(self.ops) if c == without}
        for _ in range(TRIES if self.by_teaching else 1):
            ways = self.cheapest_ways(chosen, banned)
            if ways is None:
                return None
            picked = chosen | {self.ops[n][0] for n in ways}
            _, held = self.walker.walk(picked)
            if self.walker.all_met(held):
                return self.reverse_delete(picked)
            if not self.by_teaching:
                return self._in_parts.complete(chosen, without)
            lost = sorted(n for n in ways if self._was_too_early(n, held))
            if not any(self._strike(n, ways, chosen, banned) for n in lost):
                return None
        return None

    @cached_property
    def _in_parts(self) -> "_Search":
        return _Search(self.network, by_teaching=True)

    def _was_too_early(self, n: int, held: int) -> bool:
        """Whether the candidate of an operation was done, but this part of it did not count."""
        c, _, gives = self.ops[n]
        return not self.walker.needs[c] & ~held and not all(held >> fact & 1 for fact in gives)

    def _strike(self, late: int, ways: set[int], chosen: frozenset[int], banned: set[int]) -> bool:
        """Ban one use of a candidate that is used twice, so that the goals still have a way; whether one was found."""
        early = {n for n in ways if self.ops[n][0] == self.ops[late][0]} - {late}
        for struck in ({late}, early):
            if struck - banned and self.cheapest_ways(chosen, banned | struck) is not None:
                banned |= struck
                return True
        return False

    def swap_pass(self, best: frozenset[int], keep: frozenset[int]) -> frozenset[int]:
        """Look for a lighter way around each candidate, the heaviest first, but for those kept."""
        for c in sorted(best, key=lambda c: (-self.network.candidates[c].weight, c)):
            if c not in best or c in keep:
                continue
            other = self.complete(best - {c}, without=c)
            if other is not None and self.network.weight(other) < self.network.weight(best):
                best = other
        return best

    def cheapest_ways(self, chosen: frozenset[int], banned: Collection[int]) -> set[int] | None:
        """Operations on the cheapest ways to the goals; None when a goal cannot be reached."""
        best_op, price = self.prices(chosen, banned)
        queue: list[int] = []
        for goal in self.network.goals:
            found = min((price[fact], fact) for fact in goal.any_of)
            if found[0] == NEVER:
                return None
            queue.append(found[1])
        ways: set[int] = set()
        seen = set(queue)
        while queue:
            n = best_op[queue.pop()]
            ways.add(n)
            fresh = set(self.ops[n][1]) - seen
            seen |= fresh
            queue.extend(fresh)
        return ways

    def prices(self, chosen: frozenset[int], banned: Collection[int]) -> tuple[list[int], list[int]]:
        """For each fact the best operation and its price: own weight plus the prices of all it asks."""
        weights = self.weight.copy()
        for c in chosen:
            weights[c] = 0
        price: list[int] = [NEVER] * len(self.network.facts)
        best_op = [-1] * len(price)
        waiting = [len(asks) for _, asks, _ in self.ops]
        total = [weights[c] for c, _, _ in self.ops]
        heap: list[tuple[int, int]] = []

        def offer(n: int) -> None:
            amount = total[n]
            for fact in self.ops[n][2]:
                if amount < price[fact]:
                    price[fact], best_op[fact] = amount, n
                    heapq.heappush(heap, (amount, fact))

        for n, (_, asks, _) in enumerate(self.ops):
            if n in banned:
                waiting[n] = -1
            elif not asks:
                offer(n)
        done = [False] * len(price)
        while heap:
            _, fact = heapq.heappop(heap)
            if done[fact]:
                continue
            done[fact] = True
            amount = price[fact]
            for n in self.asked_by[fact]:
                waiting[n] -= 1
                total[n] += amount
                if waiting[n] == 0:
                    offer(n)
        return best_op, price

    def reverse_delete(self, chosen: Collection[int]) -> frozenset[int]:
        """Drop the heaviest first as long as the rest still reaches every goal in some order."""
        kept = set(chosen)
        for c in sorted(chosen, key=lambda c: (-self.network.candidates[c].weight, c)):
            if self.walker.reaches(kept - {c}):
                kept.discard(c)
        return frozenset(kept)


NEVER: Final = 1 << 200
"""The price of what cannot be had: above any sum of weights."""


def operations(network: Network) -> list[Op]:
    """One operation for all that a candidate gives to whoever has its needs, and one for each teaching that also asks
    for a start: a third of what there would be with one for each teaching, and the same prices.
    """
    found: list[Op] = []
    for c, candidate in enumerate(network.candidates):
        at_once = tuple(fact for teaching in candidate.teachings if teaching.start == FREE for fact in teaching.gives)
        if at_once:
            found.append((c, _asks(candidate, FREE), at_once))
        found += [(c, _asks(candidate, start), gives) for start, gives in candidate.teachings if start != FREE]
    return found


def _teachings(network: Network) -> list[Op]:
    """One operation for each teaching."""
    return [
        (c, _asks(candidate, start), gives)
        for c, candidate in enumerate(network.candidates)
        for start, gives in candidate.teachings
    ]


def _asks(candidate: Candidate, start: int) -> tuple[int, ...]:
    """The candidate's needs and the start of a teaching."""
    return tuple(sorted({*candidate.needs, start} - {FREE}))
