"""From a choice to a row of steps: what first, what next.

Any order that puts prerequisites first takes the same hours, so the order is free to be a sensible one. The step comes
next whose skills the guides teach earliest (a step for several counts as the latest of them), with what it needs just
before it; a small step that completes no target comes only so, when it is needed. Among equals it is the one on which
most target weight rests (its own and that of everything that builds on it: ranked positional weight, Helgeson and
Birnie 1961) for each hour it still takes with what it needs first. Where nothing is known of a course of study, that
weight alone decides, among the steps that complete a target.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from headway.planning.model import SkillLevel
from headway.planning.network import Network, Support

LARGE: Final = 24 * 60
"""Minutes from which a step has a place of its own in the course of study; smaller ones come when they are needed."""

Place = Callable[[SkillLevel], float]


def in_order(network: Network, support: Support, place: Place | None = None) -> list[int]:
    """The chosen candidates in the order in which to do them. O(n^2) for n steps, plus their links.

    place: where a course of study has a skill at a level, from 0 for the beginning (planning.position).
    """
    after = support.after(network)
    worth = goal_weight(network, support)
    resting = _resting_weight(after, worth)
    turn = _turns(support, network.facts, place) if place else {}
    row: list[int] = []
    left = set(support.chosen)
    while left:
        ends = [c for c in sorted(left) if worth[c] > 0 or (turn and network.candidates[c].minutes >= LARGE)]
        best = min(
            ends or sorted(left),
            key=lambda c: (turn.get(c, 0.0), -resting[c] / max(1, network.minutes(_missing(c, after, left))), c),
        )
        _append(best, after, resting, left, row)
    return row


def _turns(support: Support, facts: Sequence[SkillLevel], place: Place) -> dict[int, float]:
    """For each candidate the place of the latest fact that it is used for."""
    turns: dict[int, float] = {}
    for fact, c in support.provider.items():
        turns[c] = max(turns.get(c, 0.0), place(facts[fact]))
    return turns


def goal_weight(network: Network, support: Support) -> dict[int, float]:
    """For each chosen candidate the weight of the goals it completes."""
    worth = dict.fromkeys(support.chosen, 0.0)
    for goal in network.goals:
        fact = next((fact for fact in goal.any_of if fact in support.provider), None)
        if fact is not None:
            worth[support.provider[fact]] += goal.weight
    return worth


def _append(
    c: int, after: Mapping[int, Collection[int]], resting: Mapping[int, float], left: set[int], row: list[int]
) -> None:
    """c at the end of the row, with what it still needs before it: each of these with its own needs first."""
    left.discard(c)
    for before in sorted(after[c], key=lambda b: (-resting[b], b)):
        if before in left:
            _append(before, after, resting, left, row)
    row.append(c)


def _missing(c: int, after: Mapping[int, Collection[int]], left: Collection[int]) -> set[int]:
    """c with everything it needs that is not done."""
    return _closure(c, {b: [x for x in after[b] if x in left] for b in after})


def _resting_weight(after: Mapping[int, Collection[int]], worth: Mapping[int, float]) -> dict[int, float]:
    """Target weight that a candidate and all that builds on it complete."""
    users: dict[int, set[int]] = {c: set() for c in after}
    for c, earlier in after.items():
        for before in earlier:
            users[before].add(c)
    return {c: sum(worth[d] for d in sorted(_closure(c, users))) for c in after}


def _closure(c: int, links: Mapping[int, Collection[int]]) -> set[int]:
    """c with everything that can be reached from it."""
    found = {c}
    queue = [c]
    while queue:
        for other in links[queue.pop()]:
            if other not in found:
                found.add(other)
                queue.append(other)
    return found
