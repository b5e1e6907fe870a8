"""What one skill or one resource takes, with all that has to come first: the cheapest ways (greedy.py), made minimal.

Hours are an upper bound: another set of resources may take fewer. A way that the prices find but that does not work
out in time (one resource wanted twice, at different levels) is left out.
"""

from collections.abc import Collection, Iterator

import msgspec

from headway.planning.greedy import cheapest
from headway.planning.model import Instance, SkillLevel
from headway.planning.prepare import prepare
from headway.planning.walk import Walker
from headway.values import Level


class Bundle(msgspec.Struct, frozen=True):
    """Resources in the order to do them, their likely hours, and the skill levels held after them that were not before.

    of: the resource (id) or the skill and level that the bundle is for.
    """

    of: str | SkillLevel
    resources: tuple[str, ...]
    hours: tuple[float, ...]
    raises: tuple[SkillLevel, ...]

    @property
    def total(self) -> float:
        return sum(self.hours)


class Bundles:
    """Bundles of one person. instance: its targets are the skill levels that are of any use."""

    def __init__(self, instance: Instance) -> None:
        self._network = prepare(instance)
        self._walker = Walker(self._network)
        self._operations, self._best, _ = cheapest(self._network)
        self._number = {fact: n for n, fact in enumerate(self._network.facts)}

    def of_skills(self, wanted: Collection[SkillLevel]) -> Iterator[Bundle]:
        """For each of these levels that something teaches. O(wanted x network)."""
        for fact in sorted(wanted):
            if fact in self._number:
                chosen = self._chosen((self._number[fact],))
                if chosen:
                    yield self._bundle(fact, chosen)

    def of_resources(self) -> Iterator[Bundle]:
        """For each resource that helps and that no other makes needless."""
        for number, candidate in enumerate(self._network.candidates):
            chosen = self._chosen((), frozenset({number}))
            if chosen is not None:
                yield self._bundle(candidate.id, chosen)

    def _chosen(self, facts: tuple[int, ...], also: frozenset[int] = frozenset()) -> frozenset[int] | None:
        """The cheapest ways to all these facts and to what `also` needs, without what can be done without.

        None where one cannot be reached.
        """
        queue = [*facts, *(fact for c in also for fact in self._network.candidates[c].needs)]
        goal = sum({1 << fact for fact in queue})
        seen, ways = set(queue), set(also)
        while queue:
            number = self._best[queue.pop()]
            if number < 0:
                return None
            candidate, asks, _ = self._operations[number]
            ways.add(candidate)
            fresh = set(asks) - seen
            seen |= fresh
            queue.extend(fresh)
        if not self._leads(ways, also, goal):
            return None
        for each in sorted(ways - also, key=lambda c: (-self._network.candidates[c].weight, c)):
            if self._leads(ways - {each}, also, goal):
                ways.discard(each)
        return frozenset(ways)

    def _leads(self, ways: set[int], also: frozenset[int], goal: int) -> bool:
        """Whether all of `also` can be done and all goals are held after these."""
        order, held = self._walker.walk(ways)
        return not goal & ~held and also.issubset(order)

    def _bundle(self, of: str | SkillLevel, chosen: frozenset[int]) -> Bundle:
        order, held = self._walker.walk(chosen)
        best: dict[str, Level] = {}
        for number, (skill, level) in enumerate(self._network.facts):
            if held >> number & 1:
                best[skill] = max(best.get(skill, 0), level)
        members = [self._network.candidates[c] for c in order]
        hours = tuple(round(each.minutes / 60, 2) for each in members)
        return Bundle(of, tuple(each.id for each in members), hours, tuple(sorted(best.items())))
