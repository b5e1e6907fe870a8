"""Do a set of candidates in a sensible order and see what comes of it.

Whoever counts in full is done first. Where all that are ready would lose a part (it builds on a level
not held yet), the one that others wait for and that loses least is done. Sets of facts are whole
numbers with one bit a fact, because this runs some thousand times for one plan.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from headway.planning.network import FREE, Network, Support

Bits = int


class Walker:
    """A network laid out for fast walks: each candidate when it is first walked by, for most never are.

    needs, asks, gives: sets of facts by candidate; asks: its needs and the starts of its teachings. at_once: what it
    gives without a start; late: the start and the facts of each other teaching.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self.needs: dict[int, Bits] = {}
        self.asks: dict[int, Bits] = {}
        self.gives: dict[int, Bits] = {}
        self.at_once: dict[int, Bits] = {}
        self.late: dict[int, list[tuple[Bits, Bits]]] = {}
        self.goals = [_bits(goal.any_of) for goal in network.goals]

    def lay_out(self, chosen: Iterable[int]) -> None:
        """Make what is kept of these candidates."""
        for c in chosen:
            if c not in self.needs:
                candidate = self.network.candidates[c]
                self.needs[c] = _bits(candidate.needs)
                self.late[c] = [(_bits((t.start,)), _bits(t.gives)) for t in candidate.teachings if t.start != FREE]
                self.asks[c] = _bits((*candidate.needs, *(t.start for t in candidate.teachings)))
                self.gives[c] = _bits(candidate.gives)
                self.at_once[c] = _bits([fact for t in candidate.teachings if t.start == FREE for fact in t.gives])

    def reaches(self, chosen: Iterable[int]) -> bool:
        """Whether these candidates, each done once, reach every goal."""
        return self.all_met(self.walk(chosen)[1])

    def all_met(self, held: Bits) -> bool:
        return all(held & goal for goal in self.goals)

    def walk(self, chosen: Iterable[int]) -> tuple[list[int], Bits]:
        """The order in which the chosen can be done, and all that is held then."""
        order: list[int] = []
        waiting, held = sorted(chosen), 0
        self.lay_out(waiting)
        needs, late, gives = self.needs, self.late, self.gives
        while waiting:
            left, done = [], len(order)
            for c in waiting:
                if needs[c] & ~held or (late[c] and self.lost(c, held)):
                    left.append(c)
                else:
                    held |= gives[c]
                    order.append(c)
            if len(order) == done:
                ready = [c for c in left if not self.needs[c] & ~held]
                if not ready:
                    break
                order.append(self._least_harm(ready, left, held))
                left.remove(order[-1])
                held |= self.gained(order[-1], held)
            waiting = left
        return order, held

    def gained(self, c: int, held: Bits) -> Bits:
        """What candidate c gives to someone who holds this."""
        gained = self.at_once[c]
        for start, gives in self.late[c]:
            if not start & ~held:
                gained |= gives
        return gained

    def lost(self, c: int, held: Bits) -> Bits:
        """What it would fail to give that is not held anyway."""
        lost = 0
        for start, gives in self.late[c]:
            if start & ~held:
                lost |= gives & ~held
        return lost

    def _least_harm(self, ready: Sequence[int], waiting: Sequence[int], held: Bits) -> int:
        """Of candidates that would all lose a part, the one to do now."""
        once = twice = 0
        for c in waiting:
            twice |= once & self.asks[c]
            once |= self.asks[c]

        def harm(c: int) -> tuple[bool, int, int]:
            others = once & (~self.asks[c] | twice) & ~held
            return not self.gained(c, held) & others, self.lost(c, held).bit_count(), c

        return min(ready, key=harm)

    def support(self, chosen: Iterable[int]) -> Support | None:
        """Who gives what, cut down to what the goals stand on; None when a goal is not reached."""
        order, held = self.walk(chosen)
        if not self.all_met(held):
            return None
        giver = self.givers(order)
        return used_part(
            self.network, giver, [next(f for f in goal.any_of if f in giver) for goal in self.network.goals]
        )

    def givers(self, order: Sequence[int]) -> dict[int, int]:
        """Who gives each fact first when the candidates are done in this order."""
        giver: dict[int, int] = {}
        for c in order:
            counting = [t for t in self.network.candidates[c].teachings if t.start == FREE or t.start in giver]
            for teaching in counting:
                for fact in teaching.gives:
                    giver.setdefault(fact, c)
        return giver


def _bits(facts: Collection[int]) -> Bits:
    return sum(1 << fact for fact in set(facts) if fact != FREE)


def used_part(network: Network, giver: Mapping[int, int], wanted: Iterable[int]) -> Support:
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
