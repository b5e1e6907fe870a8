"""Columns of a prerequisite graph: what is needed stands further left. Edges run from a skill to its needs."""

from collections.abc import Mapping

from headway.knowledge.graph import closure, topological

Edges = Mapping[str, tuple[str, ...]]


def reduced(edges: Edges) -> dict[str, tuple[str, ...]]:
    """The same order with the fewest lines: a need that another need brings along is left out. O(nodes * edges)."""
    return {id_: tuple(n for n in needs if not _brought(edges, n, needs)) for id_, needs in edges.items()}


def _brought(edges: Edges, need: str, needs: tuple[str, ...]) -> bool:
    return need in closure(edges, tuple(edge for other in needs if other != need for edge in edges.get(other, ())))


def layers_of(edges: Edges, most: int | None = None) -> list[list[str]]:
    """Each skill in the first column after all its needs that has room. most: skills in a column (None: any number).

    The order inside is that of reading the graph, ties by id. Edges may have no cycle. O(nodes * columns + edges).
    """
    inside = {id_: tuple(n for n in edges[id_] if n in edges) for id_ in edges}
    layers: list[list[str]] = []
    place: dict[str, int] = {}
    for id_ in topological(inside):
        at = 1 + max((place[n] for n in inside[id_]), default=-1)
        while most is not None and at < len(layers) and len(layers[at]) >= most:
            at += 1
        layers += [[] for _ in range(at + 1 - len(layers))]
        layers[at].append(id_)
        place[id_] = at
    return layers
