"""From a choice to a row of steps: what first, what next.

Any order that puts prerequisites first takes the same hours, so the order is free to be a sensible one:
foundations first. Of the steps that can be begun, the one on which most target weight rests for each of its
hours comes next: its own targets and those of everything that builds on it (the ranked positional weight of
Helgeson and Birnie 1961, per hour). Among equals the one that continues what was just learned goes first.
"""

from collections.abc import Collection, Mapping

from headway.planning.network import Network, Support


def in_order(network: Network, support: Support) -> list[int]:
    """The chosen candidates in the order in which to do them. O(n^2) for n steps, plus their links."""
    after = support.after(network)
    resting = _resting_weight(network, support)
    row: list[int] = []
    left = set(support.chosen)
    while left:
        ready = [c for c in sorted(left) if left.isdisjoint(after[c])]
        row.append(max(ready, key=lambda c: (resting[c], bool(row) and row[-1] in after[c], -c)))
        left.discard(row[-1])
    return row


def goal_weight(network: Network, support: Support) -> dict[int, float]:
    """For each chosen candidate the weight of the goals it completes."""
    worth = dict.fromkeys(support.chosen, 0.0)
    for goal in network.goals:
        fact = next((fact for fact in goal.any_of if fact in support.provider), None)
        if fact is not None:
            worth[support.provider[fact]] += goal.weight
    return worth


def _resting_weight(network: Network, support: Support) -> dict[int, float]:
    """Target weight a minute that a candidate and all that builds on it complete."""
    users = _users(support.after(network))
    worth = goal_weight(network, support)
    return {c: sum(worth[d] for d in sorted(_above(c, users))) / max(1, network.minutes((c,))) for c in support.chosen}


def _users(after: Mapping[int, Collection[int]]) -> dict[int, set[int]]:
    """For each candidate those that directly build on it."""
    users: dict[int, set[int]] = {c: set() for c in after}
    for c, earlier in after.items():
        for before in earlier:
            users[before].add(c)
    return users


def _above(c: int, users: Mapping[int, Collection[int]]) -> set[int]:
    """c with everything that builds on it, directly or not."""
    found = {c}
    queue = [c]
    while queue:
        for user in users[queue.pop()]:
            if user not in found:
                found.add(user)
                queue.append(user)
    return found
