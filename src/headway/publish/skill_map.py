"""The prerequisite graph around a target: colour is the level believed, border tells proof from claim.

Layout: a column for each depth of prerequisites (what everything rests on is left), rows ordered by the
mean row of the neighbours in the column before (barycentre heuristic, Sugiyama, Tagawa and Toda 1981).
"""

from collections.abc import Mapping, Sequence
from html import escape
from statistics import mean
from typing import Literal

import msgspec

from headway.publish import svg
from headway.values import Level

COLUMN, ROW, NODE_WIDTH, NODE_HEIGHT, MARGIN = 190.0, 40.0, 152.0, 28.0, 12.0


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A skill on the map. wanted: level the target asks for, 0 if none. step: number of the plan's step or None.

    href: where a click leads; empty: nowhere.
    """

    id: str
    label: str
    needs: tuple[str, ...]
    level: Level
    wanted: Level
    basis: Literal["proof", "claim", "inferred", "none"]
    step: int | None
    href: str = ""


def skill_map(nodes: Sequence[Node]) -> str:
    """The drawing, wider than a phone: the page lets it scroll."""
    by_id = {node.id: node for node in nodes}
    places = _places(by_id)
    height = MARGIN * 2 + ROW * max((row + 1 for _, row in places.values()), default=1)
    width = MARGIN * 2 + COLUMN * max((column + 1 for column, _ in places.values()), default=1)
    parts = [_edge(places[need], places[node.id], node) for node in nodes for need in node.needs if need in by_id]
    parts += [_node(node, places[node.id]) for node in nodes]
    label = f"Map of {len(nodes)} skills; {sum(n.step is not None for n in nodes)} of them are on the plan's route"
    links = any(node.href for node in nodes)
    return svg.drawing(width, height, label, parts, "map", fixed=True, links=links)


def _places(nodes: Mapping[str, Node]) -> dict[str, tuple[int, int]]:
    """Column and row of each node."""
    columns: dict[int, list[str]] = {}
    depth: dict[str, int] = {}
    for id_ in sorted(nodes):
        columns.setdefault(_depth(id_, nodes, depth), []).append(id_)
    places: dict[str, tuple[int, int]] = {}
    for column in sorted(columns):
        ordered = sorted(columns[column], key=lambda i: (_centre(nodes[i], places), nodes[i].label.casefold()))
        places.update({id_: (column, row) for row, id_ in enumerate(ordered)})
    return places


def _depth(id_: str, nodes: Mapping[str, Node], known: dict[str, int]) -> int:
    """Longest chain of shown prerequisites below a node; the graph has no cycle (the lint sees to it)."""
    if id_ not in known:
        known[id_] = 1 + max((_depth(n, nodes, known) for n in nodes[id_].needs if n in nodes), default=-1)
    return known[id_]


def _centre(node: Node, places: Mapping[str, tuple[int, int]]) -> float:
    rows = [places[n][1] for n in node.needs if n in places]
    return mean(rows) if rows else 1e9


def _corner(place: tuple[int, int]) -> tuple[float, float]:
    return MARGIN + place[0] * COLUMN, MARGIN + place[1] * ROW


def _edge(before: tuple[int, int], after: tuple[int, int], node: Node) -> str:
    x1, y1 = _corner(before)
    x2, y2 = _corner(after)
    x1, y1, y2 = x1 + NODE_WIDTH, y1 + NODE_HEIGHT / 2, y2 + NODE_HEIGHT / 2
    middle = (x1 + x2) / 2
    points = [svg.number(v) for v in (x1, y1, middle, y1, middle, y2, x2, y2)]
    d = "M{} {}C{} {} {} {} {} {}".format(*points)
    return svg.path(d, "edge route" if node.step is not None else "edge")


def _node(node: Node, place: tuple[int, int]) -> str:
    x, y = _corner(place)
    wanted = f", {node.wanted} wanted" if node.wanted else ""
    route = f", step {node.step} of the plan" if node.step is not None else ""
    tooltip = f"{node.label}: level {node.level} ({node.basis}){wanted}{route}"
    css = f"node level{node.level} {node.basis}" + (" on-route" if node.step is not None else "")
    box = svg.rect(x, y, NODE_WIDTH, NODE_HEIGHT, css, 6, tooltip)
    label = svg.text(x + 8, y + 18, svg.shortened(node.label, 21), f"node-label level{node.level}")
    parts = [box, label]
    if node.step is not None:
        parts.append(f'<circle class="badge" cx="{svg.number(x + NODE_WIDTH)}" cy="{svg.number(y)}" r="9"/>')
        parts.append(svg.text(x + NODE_WIDTH, y + 3.5, str(node.step), "badge-label", "middle"))
    drawn = "".join(parts)
    return f'<a href="{escape(node.href)}">{drawn}</a>' if node.href else f"<g>{drawn}</g>"
