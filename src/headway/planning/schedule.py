"""From a choice to a row of steps: what first, what next.

Any order that puts prerequisites first takes the same hours, so the order is free to bring weight
early: of all steps, the one whose missing prerequisites and itself bring most target weight per hour
comes next, with those prerequisites (the density rule for 1|prec|Σ w C, after Sidney 1975). Among
equals the one that most of the plan builds on goes first, then one that uses what the last one taught.
"""

from collections.abc import Collection, Mapping

from headway.planning.network import Network, Support


def in_order(network: Network, support: Support) -> list[int]:
    """The chosen candidates in the order in which to do them."""
    after = support.after(network)
    worth = goal_weight(network, support)
    users = {c: len(_closure(c, _before(after), after.keys())) for c in after}
    row: list[int] = []
    left = set(support.chosen)
    while left:
        bundles = {c: _closure(c, after, left) for c in sorted(left)}
        best = max(left, key=lambda c: (_density(network, bundles[c], worth), -network.minutes(bundles[c]), -c))
        row += _row(bundles[best], after, {c: (_density(network, (c,), worth), users[c]) for c in users}, row[-1:])
        left -= bundles[best]
    return row


def goal_weight(network: Network, support: Support) -> dict[int, float]:
    """For each chosen candidate the weight of the goals it completes."""
    worth = dict.fromkeys(support.chosen, 0.0)
    for goal in network.goals:
        fact = next((fact for fact in goal.any_of if fact in support.provider), None)
        if fact is not None:
            worth[support.provider[fact]] += goal.weight
    return worth


def _closure(c: int, after: Mapping[int, Collection[int]], left: Collection[int]) -> set[int]:
    """c with everything that must come before it and is not done."""
    bundle = {c}
    queue = [c]
    while queue:
        for before in after[queue.pop()]:
            if before in left and before not in bundle:
                bundle.add(before)
                queue.append(before)
    return bundle


def _density(network: Network, bundle: Collection[int], worth: Mapping[int, float]) -> float:
    return sum(worth[c] for c in sorted(bundle)) / max(1, network.minutes(bundle))


def _before(after: Mapping[int, Collection[int]]) -> dict[int, set[int]]:
    """For each candidate those that directly build on it."""
    users: dict[int, set[int]] = {c: set() for c in after}
    for c, earlier in after.items():
        for b in earlier:
            users[b].add(c)
    return users


def _row(
    bundle: Collection[int],
    after: Mapping[int, Collection[int]],
    rank: Mapping[int, tuple[float, int]],
    last: list[int],
) -> list[int]:
    """A bundle in order: of what is ready first weight per hour, then what most builds on, then what continues."""
    row: list[int] = []
    left = set(bundle)
    while left:
        ready = [c for c in sorted(left) if not any(before in left for before in after[c])]
        previous = (last + row)[-1:]
        row.append(max(ready, key=lambda c: (*rank[c], any(p in after[c] for p in previous), -c)))
        left.discard(row[-1])
    return row
