"""From a choice to a row of steps: what first, what next.

Any order that puts prerequisites first takes the same hours, so the order is free to be a sensible one. Of the
steps that complete a target, the one comes next on which most target weight rests (its own and that of everything
that builds on it: ranked positional weight, Helgeson and Birnie 1961) for each hour it still takes with what it
needs first. So foundations come first. What a step needs comes just before it, when it is needed.
"""

from collections.abc import Collection, Mapping

from headway.planning.network import Network, Support


def in_order(network: Network, support: Support) -> list[int]:
    """The chosen candidates in the order in which to do them. O(n^2) for n steps, plus their links."""
    after = support.after(network)
    worth = goal_weight(network, support)
    resting = _resting_weight(after, worth)
    row: list[int] = []
    left = set(support.chosen)
    while left:
        ends = [c for c in sorted(left) if worth[c] > 0] or sorted(left)
        best = max(ends, key=lambda c: (resting[c] / max(1, network.minutes(_missing(c, after, left))), -c))
        _append(best, after, resting, left, row)
    return row


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
