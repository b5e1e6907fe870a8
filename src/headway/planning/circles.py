"""Is there an order for what the solver chose? Finds it, or the circles that stand in the way."""

from collections.abc import Sequence

import msgspec

from headway.planning.network import FREE, Support
from headway.planning.parts import shortest_circle, strong_parts
from headway.planning.rules.no_circles import NotInACircle, SupportBefore, SupportFromOutside
from headway.planning.rules.rule import Rule
from headway.planning.variables import Gift, Variables
from headway.planning.walk import Walker, used_part


class Looked(msgspec.Struct, frozen=True):
    """support when there is an order; broken: what to forbid when there is none."""

    support: Support | None
    broken: tuple[Rule, ...] = ()


def look(variables: Variables, values: Sequence[int]) -> Looked:
    """values: a solution of the model, order aside."""
    support = _walked(variables, values)
    if support is not None:
        return Looked(support)
    held = {fact for fact, literal in enumerate(variables.held) if values[literal]}
    given = _derived(variables, values, held)
    floating = held - given.keys()
    if floating:
        return Looked(None, tuple(SupportFromOutside(part) for part in _ring_parts(variables, values, floating)))
    used = _used(variables, given)
    rings = _done_twice(variables, values, held, used) or _rings(variables, used)
    if rings:
        return Looked(None, rings)
    provider = {fact: gift.c for fact, gift in sorted(used.items())}
    return Looked(Support(tuple(sorted(set(provider.values()))), provider))


def _walked(variables: Variables, values: Sequence[int]) -> Support | None:
    """A plain walk through what is chosen often reaches all that the solution reaches."""
    walker = Walker(variables.network)
    order, held = walker.walk(c for c, literal in enumerate(variables.chosen) if values[literal])
    giver = walker.givers(order)
    wanted = []
    for goal in variables.network.goals:
        if any(values[variables.held[fact]] for fact in goal.any_of):
            reached = [fact for fact in goal.any_of if held >> fact & 1]
            if not reached:
                return None
            wanted.append(reached[0])
    return used_part(variables.network, giver, wanted)


def _derived(
    variables: Variables, values: Sequence[int], held: set[int], without: int | None = None
) -> dict[int, Gift]:
    """Held facts that follow from the start, each with the first gift that brings it; `without` one candidate."""
    given: dict[int, Gift] = {}
    while True:
        fresh: dict[int, Gift] = {}
        for fact in sorted(held - given.keys()):
            for gift in variables.gifts[fact]:
                if (
                    gift.c != without
                    and values[gift.literal]
                    and all(asked in given for asked in variables.asked(gift))
                ):
                    fresh[fact] = gift
                    break
        if not fresh:
            return given
        given |= fresh


def _ring_parts(variables: Variables, values: Sequence[int], floating: set[int]) -> list[list[int]]:
    """The innermost sets of facts that only hold each other up, and all floating facts together."""
    leans_on = {fact: _asked_for(variables, values, fact) & floating for fact in floating}
    parts = [part for part in strong_parts(leans_on) if all(leans_on[fact] <= set(part) for fact in part)]
    whole = sorted(floating)
    return parts if parts == [whole] else [*parts, whole]


def _asked_for(variables: Variables, values: Sequence[int], fact: int, but: int | None = None) -> set[int]:
    """All that the gifts of a fact ask for, but for those of one candidate."""
    gifts = [gift for gift in variables.gifts[fact] if values[gift.literal] and gift.c != but]
    return {asked for gift in gifts for asked in variables.asked(gift)}


def _done_twice(variables: Variables, values: Sequence[int], held: set[int], used: dict[int, Gift]) -> tuple[Rule, ...]:
    """Gifts whose start is only to be had with the help of the candidate that gives them."""
    broken: list[Rule] = []
    for fact, gift in sorted(used.items()):
        if gift.start == FREE:
            continue
        missing = held - _derived(variables, values, held, without=gift.c).keys()
        if gift.start in missing:
            broken.append(SupportBefore(fact, gift.c, _standing(variables, values, gift, missing)))
    return tuple(broken)


def _standing(variables: Variables, values: Sequence[int], gift: Gift, missing: set[int]) -> list[int]:
    """The gift's start and the missing facts it stands on."""
    queue, found = [gift.start], {gift.start}
    while queue:
        for asked in _asked_for(variables, values, queue.pop(), but=gift.c) & missing - found:
            found.add(asked)
            queue.append(asked)
    return sorted(found)


def _used(variables: Variables, given: dict[int, Gift]) -> dict[int, Gift]:
    """The gifts that the goals stand on."""
    goals = variables.network.goals
    queue = [fact for goal in goals for fact in [next((f for f in goal.any_of if f in given), FREE)] if fact != FREE]
    used: dict[int, Gift] = {}
    while queue:
        fact = queue.pop()
        if fact not in used:
            used[fact] = given[fact]
            queue.extend(variables.asked(given[fact]))
    return used


def _rings(variables: Variables, used: dict[int, Gift]) -> tuple[Rule, ...]:
    """A shortest circle through each candidate that is asked to come both before and after another.

    Facts follow from the start, so such a circle runs through a candidate that gives one thing early and
    another that counts only later: it would have to be done twice.
    """
    because: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}
    for _, gift in sorted(used.items()):
        for need in variables.network.candidates[gift.c].needs:
            because[used[need].c, gift.c] = ((need, used[need].c),)
    for fact, gift in sorted(used.items()):
        if gift.start != FREE:
            edge = (used[gift.start].c, gift.c)
            because.setdefault(edge, ((gift.start, edge[0]), (fact, gift.c)))
    links: dict[int, set[int]] = {gift.c: set() for gift in used.values()}
    for early, late in because:
        links[early].add(late)
    circles = {tuple(_from_least(shortest_circle(links, c))) for c in sorted(links)} - {()}
    return tuple(
        NotInACircle(sorted({gift for pair in zip(way, (*way[1:], way[0]), strict=True) for gift in because[pair]}))
        for way in sorted(circles)
    )


def _from_least(way: list[int]) -> list[int]:
    """The same circle beginning at its lowest number, so that equal ones are equal."""
    least = way.index(min(way)) if way else 0
    return way[least:] + way[:least]
