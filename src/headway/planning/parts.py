"""Strongly connected parts of a graph, and shortest circles in it."""

from collections.abc import Collection, Mapping

from headway.planning.network import FREE, Network


def circle_parts(network: Network) -> list[int]:
    """The number of its strongly connected part for each candidate and then each fact.

    Two of one part could wait for each other; a candidate and a fact of different parts cannot.
    """
    facts_after = len(network.candidates)
    links: dict[int, set[int]] = {node: set() for node in range(facts_after + len(network.facts))}
    for c, candidate in enumerate(network.candidates):
        links[c] = {facts_after + fact for fact in candidate.gives}
        for fact in {*candidate.needs, *(teaching.start for teaching in candidate.teachings)} - {FREE}:
            links[facts_after + fact].add(c)
    number = [0] * len(links)
    for n, part in enumerate(strong_parts(links)):
        for node in part:
            number[node] = n
    return number


def strong_parts(links: Mapping[int, Collection[int]]) -> list[list[int]]:
    """Sets of nodes that all lead to each other, by Tarjan's algorithm (1972) without recursion."""
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    parts: list[list[int]] = []
    sorted_links = {node: sorted(links[node]) for node in sorted(links)}
    for root in sorted_links:
        trail = [] if root in order else [(root, 0)]
        while trail:
            node, step = trail.pop()
            children = sorted_links[node]
            if step == 0:
                order[node] = low[node] = len(order)
                stack.append(node)
                on_stack.add(node)
            else:
                low[node] = min(low[node], low[children[step - 1]])
            for next_step in range(step, len(children)):
                child = children[next_step]
                if child not in order:
                    trail += [(node, next_step + 1), (child, 0)]
                    break
                if child in on_stack:
                    low[node] = min(low[node], order[child])
            else:
                if low[node] == order[node]:
                    parts.append(_pop_part(stack, on_stack, node))
    return parts


def _pop_part(stack: list[int], on_stack: set[int], root: int) -> list[int]:
    part = []
    while True:
        node = stack.pop()
        on_stack.discard(node)
        part.append(node)
        if node == root:
            return sorted(part)


def shortest_circle(links: Mapping[int, Collection[int]], start: int) -> list[int]:
    """The nodes of a shortest way from `start` back to itself, `start` first; empty when there is none."""
    before: dict[int, int] = {}
    row = [start]
    while row:
        next_row = []
        for node in row:
            for child in sorted(links[node]):
                if child == start:
                    return _way_back(before, node, start)
                if child not in before:
                    before[child] = node
                    next_row.append(child)
        row = next_row
    return []


def _way_back(before: Mapping[int, int], node: int, start: int) -> list[int]:
    way = [node]
    while way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]
