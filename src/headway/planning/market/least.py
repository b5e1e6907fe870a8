"""The least minutes of study before a candidate is finished, or a posting within reach, whatever the plan.

Landmarks: facts that every way to a fact passes (what all that give it ask for, and so on). Who holds the fact has
been given each of them. So any prices on landmarks, such that no candidate gives more than its own minutes' worth,
add up to a least time (the dual of set cover, built up one landmark after the other, the least offered first).
"""

from collections.abc import Iterable, Sequence
from typing import Final

from headway.arrays import Array
from headway.planning.market.ways import Bits, bits, each
from headway.planning.network import FREE, Candidate, Network

NEVER: Final = 1 << 40
"""Minutes of what cannot be had at all."""


class Least:
    """The least minutes in one network."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.minutes = [candidate.minutes for candidate in network.candidates]
        givers: list[list[int]] = [[] for _ in network.facts]
        for c, candidate in enumerate(network.candidates):
            for fact in set(candidate.gives):
                givers[fact].append(c)
        self.landmarks = _landmarks(network)
        # Places that are paid for: the facts, and after them the goals (any one of several facts).
        goals = [sorted({c for fact in goal.any_of for c in givers[fact]}) for goal in network.goals]
        self.givers = [*givers, *goals]

    def of_candidates(self) -> list[int]:
        """For each candidate: its own minutes, after the landmarks of what it asks for."""
        return [self._of_candidate(candidate) for candidate in self.network.candidates]

    def of_postings(self, start: Array, goals: Array, k: Array) -> list[int]:
        """For each posting, k of whose goals are wanted. O(landmarks of its goals x what gives each)."""
        own = [self._of_goal(g) for g in range(len(self.network.goals))]
        rows = zip(start[:-1].tolist(), start[1:].tolist(), k.tolist(), strict=True)
        listed = goals.tolist()
        return [self._of_posting([own[g] for g in listed[first:last]], wanted) for first, last, wanted in rows]

    def _of_candidate(self, candidate: Candidate) -> int:
        asked = 0
        for fact in candidate.needs:
            asked |= self.landmarks[fact]
        return candidate.minutes + sum(self._prices(each(asked)).values())

    def _of_goal(self, g: int) -> Bits:
        """What whoever meets the goal has been given: landmarks of all its facts, and one of these."""
        any_of = self.network.goals[g].any_of
        shared = -1
        for fact in any_of:
            shared &= self.landmarks[fact]
        place = any_of[0] if len(any_of) == 1 else len(self.network.facts) + g
        return shared | 1 << place

    def _of_posting(self, goals: Sequence[Bits], wanted: int) -> int:
        """The cheapest goals' shares; a landmark of several goals counts in equal parts for each."""
        together = 0
        for marks in goals:
            together |= marks
        prices = self._prices(each(together))
        if wanted == len(goals):
            return sum(prices.values())
        times = {place: sum(marks >> place & 1 for marks in goals) for place in prices}
        shares = sorted(sum(prices[place] / times[place] for place in each(marks)) for marks in goals)
        return int(sum(shares[:wanted]) + 1e-6)

    def _prices(self, places: Iterable[int]) -> dict[int, int]:
        left: dict[int, int] = {}
        prices = {}
        for place in sorted(places, key=lambda place: (len(self.givers[place]), place)):
            givers = self.givers[place]
            price = min((left.get(c, self.minutes[c]) for c in givers), default=NEVER)
            prices[place] = price
            if price:
                for c in givers:
                    left[c] = left.get(c, self.minutes[c]) - price
        return prices


def _landmarks(network: Network) -> list[Bits]:
    """For each fact the facts that every way to it passes, itself included; the greatest such sets, by taking away."""
    ways: list[list[tuple[Bits, list[int]]]] = [[] for _ in network.facts]
    for candidate in network.candidates:
        for teaching in candidate.teachings:
            asks = [*candidate.needs, *([teaching.start] if teaching.start != FREE else [])]
            for fact in teaching.gives:
                ways[fact].append((bits(teaching.gives), asks))
    everything = (1 << len(network.facts)) - 1
    found = [everything] * len(network.facts)
    changed = True
    while changed:
        changed = False
        for fact, offered in enumerate(ways):
            shared = everything
            for given, asks in offered:
                passed = given
                for asked in asks:
                    passed |= found[asked]
                shared &= passed
            shared |= 1 << fact
            if shared != found[fact]:
                found[fact] = shared
                changed = True
    return found
