"""The prerequisite graph: order, depth, cycles. Edges run from a skill to what it needs."""

from collections.abc import Mapping

from headway.knowledge.model import Skill


def needs_of(skills: Mapping[str, Skill]) -> dict[str, tuple[str, ...]]:
    """Ids each skill needs directly."""
    return {id_: tuple(n.skill for n in skill.needs) for id_, skill in skills.items()}


def find_cycle(edges: Mapping[str, tuple[str, ...]]) -> list[str] | None:
    """One cycle as a list of ids (first = last), or None. O(nodes + edges)."""
    state: dict[str, int] = {}
    for root in sorted(edges):
        if root in state:
            continue
        path: list[str] = []
        stack: list[tuple[str, int]] = [(root, 0)]
        while stack:
            node, index = stack.pop()
            if index == 0:
                state[node] = 1
                path.append(node)
            children = edges.get(node, ())
            if index < len(children):
                stack.append((node, index + 1))
                child = children[index]
                if state.get(child) == 1:
                    return [*path[path.index(child) :], child]
                if child not in state:
                    stack.append((child, 0))
            else:
                state[node] = 2
                path.pop()
    return None


def topological(edges: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Ids so that what is needed comes first; ties in id order. Edges must have no cycle."""
    from graphlib import TopologicalSorter

    sorter = TopologicalSorter({node: edges[node] for node in sorted(edges)})
    order: list[str] = []
    sorter.prepare()
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        order.extend(ready)
        sorter.done(*ready)
    return order


def depths(edges: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Length of the longest chain of needs below each skill."""
    depth: dict[str, int] = {}
    for node in topological(edges):
        depth[node] = 1 + max((depth[n] for n in edges.get(node, ()) if n in depth), default=-1)
    return depth


def closure(edges: Mapping[str, tuple[str, ...]], start: tuple[str, ...]) -> set[str]:
    """Everything `start` needs, directly or not, with `start` itself."""
    seen: set[str] = set()
    pending = list(start)
    while pending:
        node = pending.pop()
        if node not in seen:
            seen.add(node)
            pending.extend(edges.get(node, ()))
    return seen
