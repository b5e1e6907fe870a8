"""Where the network can run in a circle: its strongly connected parts (Tarjan 1972).

Only inside such a part can candidates wait for each other, so only there does the solver need
positions in time; elsewhere any choice can be put in order.
"""

from headway.planning.network import FREE, Network


def cycles(network: Network) -> tuple[dict[int, int], dict[int, int]]:
    """Candidate -> part and fact -> part, for those that lie in a part with more than one member."""
    candidate_count = len(network.candidates)
    groups = _strong_parts(_links(network))
    candidates: dict[int, int] = {}
    facts: dict[int, int] = {}
    for number, members in enumerate(group for group in groups if len(group) > 1):
        for node in members:
            if node < candidate_count:
                candidates[node] = number
            else:
                facts[node - candidate_count] = number
    return candidates, facts


def _links(network: Network) -> list[list[int]]:
    """Candidate -> fact it gives, fact -> candidate that asks for it; facts are numbered after candidates."""
    shift = len(network.candidates)
    links: list[list[int]] = [[] for _ in range(shift + len(network.facts))]
    for c, candidate in enumerate(network.candidates):
        links[c] = [shift + fact for fact in candidate.gives]
        for fact in {*candidate.needs, *(teaching.start for teaching in candidate.teachings)} - {FREE}:
            links[shift + fact].append(c)
    return links


def _strong_parts(links: list[list[int]]) -> list[list[int]]:
    """Tarjan's algorithm without recursion."""
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    parts: list[list[int]] = []
    for root in range(len(links)):
        if root in order:
            continue
        trail = [(root, 0)]
        while trail:
            node, step = trail.pop()
            if step == 0:
                order[node] = low[node] = len(order)
                stack.append(node)
                on_stack.add(node)
            else:
                low[node] = min(low[node], low[links[node][step - 1]])
            for next_step in range(step, len(links[node])):
                child = links[node][next_step]
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
