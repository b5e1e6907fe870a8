"""A good plan in milliseconds: cheapest closures, then take out what is not needed.

1. Every fact is priced by the cheapest way to it, prerequisites included (the additive heuristic of
   Bonet & Geffner 2001, candidates chosen already being free).
2. The cheapest ways to all goals together are a first plan.
3. Reverse delete: heaviest first, drop whatever the rest can do without.
4. Swap: forbid each candidate in turn, find the way around it, keep it when the plan gets lighter.

Deterministic, pure Python: the warm start of the solver and the fallback when it finds nothing.
"""

import heapq
from collections.abc import Collection, Iterable
from typing import Final

from headway.planning.network import FREE, Network, Support, Teaching

ROUNDS: Final = 1
"""Passes of swapping over the whole plan. A second one rarely gains and costs more than asking the solver."""

Op = tuple[int, tuple[int, ...], tuple[int, ...]]
"""(candidate, facts asked, facts given): one teaching with all it depends on."""


def greedy(network: Network, keep: Collection[int] = (), rounds: int = ROUNDS) -> Support | None:
    """A light plan that reaches every goal, or None when the greedy way leads nowhere.

    keep: candidates that count as chosen already (a plan to repair); those not needed are dropped again.
    """
    search = _Search(network)
    best = search.complete(frozenset(keep), frozenset())
    for _ in range(rounds):
        if best is None:
            return None
        better = search.swap_pass(best)
        if better == best:
            break
        best = better
    return None if best is None else trace(network, best)


class _Search:
    """The network laid out for fast passes."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.ops = operations(network)
        self.asked_by: list[list[int]] = [[] for _ in network.facts]
        for n, (_, asks, _) in enumerate(self.ops):
            for fact in asks:
                self.asked_by[fact].append(n)

    def complete(self, chosen: frozenset[int], banned: frozenset[int]) -> frozenset[int] | None:
        """Chosen plus the cheapest ways to all goals without the banned, made minimal."""
        more = self.cheapest_ways(chosen, banned)
        return None if more is None else self.reverse_delete(chosen | more)

    def swap_pass(self, best: frozenset[int]) -> frozenset[int]:
        for c in sorted(best, key=lambda c: (-self.network.candidates[c].weight, c)):
            if c not in best:
                continue
            other = self.complete(best - {c}, frozenset({c}))
            if other is not None and self.network.weight(other) < self.network.weight(best):
                best = other
        return best

    def cheapest_ways(self, chosen: frozenset[int], banned: frozenset[int]) -> set[int] | None:
        """Candidates on the cheapest ways to the goals; None when a goal cannot be reached."""
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
            c, asks, _ = self.ops[best_op[queue.pop()]]
            ways.add(c)
            fresh = set(asks) - seen
            seen |= fresh
            queue.extend(fresh)
        return ways

    def prices(self, chosen: frozenset[int], banned: frozenset[int]) -> tuple[list[int], list[int]]:
        """For each fact the best operation and its price: own weight plus the prices of all it asks."""
        weights = [0 if c in chosen else x.weight for c, x in enumerate(self.network.candidates)]
        price: list[int] = [NEVER] * len(self.network.facts)
        best_op = [-1] * len(price)
        waiting = [len(asks) for _, asks, _ in self.ops]
        total = [weights[c] for c, _, _ in self.ops]
        heap: list[tuple[int, int]] = []

        def offer(n: int) -> None:
            for fact in self.ops[n][2]:
                if total[n] < price[fact]:
                    price[fact], best_op[fact] = total[n], n
                    heapq.heappush(heap, (total[n], fact))

        for n, (c, asks, _) in enumerate(self.ops):
            if c in banned:
                waiting[n] = -1
            elif not asks:
                offer(n)
        done = [False] * len(price)
        while heap:
            _, fact = heapq.heappop(heap)
            if done[fact]:
                continue
            done[fact] = True
            for n in self.asked_by[fact]:
                waiting[n] -= 1
                total[n] += price[fact]
                if waiting[n] == 0:
                    offer(n)
        return best_op, price

    def reverse_delete(self, chosen: Collection[int]) -> frozenset[int] | None:
        """Drop the heaviest first as long as the rest still reaches every goal in some order."""
        if not reaches(self.network, chosen):
            return None
        kept = set(chosen)
        for c in sorted(chosen, key=lambda c: (-self.network.candidates[c].weight, c)):
            if reaches(self.network, kept - {c}):
                kept.discard(c)
        return frozenset(kept)


NEVER: Final = 1 << 200
"""The price of what cannot be had: above any sum of weights."""


def operations(network: Network) -> list[Op]:
    """One operation for each teaching: it asks the candidate's needs and its own start."""
    return [
        (c, tuple(sorted({*candidate.needs, *_start(teaching)})), teaching.gives)
        for c, candidate in enumerate(network.candidates)
        for teaching in candidate.teachings
    ]


def _start(teaching: Teaching) -> tuple[int, ...]:
    return () if teaching.start == FREE else (teaching.start,)


def reaches(network: Network, chosen: Iterable[int]) -> bool:
    """Whether these candidates, each done once in a sensible order, reach every goal."""
    held = _walk(network, chosen)
    return all(any(fact in held for fact in goal.any_of) for goal in network.goals)


def trace(network: Network, chosen: Iterable[int]) -> Support | None:
    """The same with who gives what, cut down to what is used; None when a goal is not reached."""
    giver = _walk(network, chosen)
    goal_facts = [next((fact for fact in goal.any_of if fact in giver), None) for goal in network.goals]
    if None in goal_facts:
        return None
    return used_part(network, giver, [fact for fact in goal_facts if fact is not None])


def used_part(network: Network, giver: dict[int, int], wanted: Iterable[int]) -> Support:
    """Only the facts, and their givers, that the wanted facts stand on."""
    provider: dict[int, int] = {}
    queue = list(wanted)
    while queue:
        fact = queue.pop()
        if fact in provider:
            continue
        c = provider[fact] = giver[fact]
        queue.extend(network.candidates[c].needs)
        start = network.start_of(c, fact)
        if start != FREE:
            queue.append(start)
    return Support(chosen=tuple(sorted(set(provider.values()))), provider=dict(sorted(provider.items())))


def _walk(network: Network, chosen: Iterable[int]) -> dict[int, int]:
    """Do the chosen one by one, those that count in full first; who gave each fact first."""
    giver: dict[int, int] = {}
    waiting = sorted(chosen)
    while waiting:
        ready = [c for c in waiting if all(fact in giver for fact in network.candidates[c].needs)]
        if not ready:
            break
        lost = [(len(_lost(network, c, giver)), c) for c in ready]
        fewest = min(lost)[0]
        batch = [c for n, c in lost if n == 0] if fewest == 0 else [min(lost)[1]]
        for c in batch:
            waiting.remove(c)
            held = giver.copy()
            for teaching in network.candidates[c].teachings:
                if teaching.start == FREE or teaching.start in held:
                    for fact in teaching.gives:
                        giver.setdefault(fact, c)
    return giver


def _lost(network: Network, c: int, held: Collection[int]) -> list[int]:
    """Facts candidate c would fail to give if it were done now."""
    return [
        fact
        for teaching in network.candidates[c].teachings
        if teaching.start != FREE and teaching.start not in held
        for fact in teaching.gives
        if fact not in held
    ]
