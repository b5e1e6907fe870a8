"""The skill graph as the structural model needs it: parents, order, depth, dependents."""

from collections.abc import Mapping

import msgspec

from headway.errors import KnowledgeBroken
from headway.knowledge.graph import depths, find_cycle
from headway.knowledge.model import Skill


class Links(msgspec.Struct, frozen=True):
    """For each skill in an order where parents come first.

    needs: (parent, weight) with weights that sum to 1. broader: parents by kind or part. depth: the
    longest chain of needs below. dependents: how many skills build on it, directly or not.
    """

    order: tuple[str, ...]
    needs: dict[str, tuple[tuple[str, float], ...]]
    broader: dict[str, tuple[str, ...]]
    depth: dict[str, int]
    dependents: dict[str, int]


def link(skills: Mapping[str, Skill]) -> Links:
    """Order the skills. Links to ids outside `skills` are left out: the knowledge base's own check
    refuses them. Raises KnowledgeBroken when prerequisites run in a circle; a `broader` link that
    would close a circle with prerequisites is dropped, since the tie is there already.
    """
    needs = {id_: tuple(n for n in s.needs if n.skill in skills) for id_, s in skills.items()}
    edges = {id_: tuple(n.skill for n in row) for id_, row in needs.items()}
    cycle = find_cycle(edges)
    if cycle is not None:
        raise KnowledgeBroken("Prerequisites run in a circle: " + " -> ".join(cycle))
    depth = depths(edges)
    wanted = {id_: [b for b in s.broader if b in skills and b != id_] for id_, s in skills.items()}
    order, broader = _arrange(edges, wanted, depth)
    weighted = {id_: tuple((n.skill, n.level / sum(m.level for m in row)) for n in row) for id_, row in needs.items()}
    return Links(tuple(order), weighted, broader, depth, _dependents(order, edges, broader))


def _arrange(
    needs: Mapping[str, tuple[str, ...]], wanted: Mapping[str, list[str]], depth: Mapping[str, int]
) -> tuple[list[str], dict[str, tuple[str, ...]]]:
    """Parents first; where only `broader` links stand in the way, the shallowest skill goes next."""
    placed: dict[str, None] = {}
    broader: dict[str, tuple[str, ...]] = {}
    waiting = sorted(needs, key=lambda id_: (depth[id_], id_))
    while waiting:
        ready = [s for s in waiting if all(p in placed for p in (*needs[s], *wanted[s]))]
        if not ready:
            ready = [next(s for s in waiting if all(p in placed for p in needs[s]))]
        for skill in ready:
            broader[skill] = tuple(b for b in wanted[skill] if b in placed)
        placed.update(dict.fromkeys(ready))
        waiting = [s for s in waiting if s not in placed]
    return list(placed), broader


def _dependents(
    order: list[str], needs: Mapping[str, tuple[str, ...]], broader: Mapping[str, tuple[str, ...]]
) -> dict[str, int]:
    """Number of skills above each, by sets kept as bits of whole numbers."""
    above = dict.fromkeys(order, 0)
    for position, skill in reversed(list(enumerate(order))):
        own = above[skill] | 1 << position
        for parent in {*needs[skill], *broader[skill]}:
            above[parent] |= own
    return {skill: bits.bit_count() for skill, bits in above.items()}
