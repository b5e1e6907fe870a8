"""The prerequisite graph drawn: colour is the level believed, the strip at the left tells proof from claim.

Where everything stands comes from the knowledge base's layout (knowledge/skill_layout.py).
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Literal

import msgspec

from headway.publish import svg
from headway.publish.map_places import Place, Shown, flowing
from headway.values import KNOWN_FROM, Level

COLUMN, ROW, NODE_WIDTH, NODE_HEIGHT, MARGIN = 222.0, 38.0, 178.0, 28.0, 14.0
STRIP, LETTERS = 7.0, 22


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A skill on the map. wanted: level the target asks for, 0 if none. step: number of the plan's step or None.

    needs: the skills that lines come from. layer, order: column and place in it when the map flows. href: where a
    click leads; empty: nowhere. chosen: the one that was asked about.
    """

    id: str
    label: str
    needs: tuple[str, ...]
    level: Level
    wanted: Level
    basis: Literal["proof", "claim", "inferred", "none"]
    step: int | None
    layer: int = 0
    order: int = 0
    href: str = ""
    chosen: bool = False


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """A name above a block of boxes, with the block's place and size in columns and rows. more: said from near only."""

    text: str
    more: str = ""
    href: str = ""
    column: float
    row: float
    columns: float
    rows: float


def skill_map(nodes: Sequence[Node]) -> str:
    """A route: what is needed flows to what needs it. Wider than a phone: the page lets it scroll."""
    return drawn(nodes, flowing([Shown(n.id, n.layer, n.order, n.needs) for n in nodes]))


def drawn(nodes: Sequence[Node], places: Mapping[str, Place], headings: Sequence[Heading] = ()) -> str:
    """Boxes at their places, the lines between them, and headings."""
    by_id = {node.id: node for node in nodes}
    height = MARGIN * 2 + ROW * max([row + 1 for _, row in places.values()] + [h.row + h.rows for h in headings] + [1])
    width = MARGIN * 2 + COLUMN * max([c + 1 for c, _ in places.values()] + [h.column + h.columns for h in headings])
    parts = [PATTERNS, *map(_heading, headings)]
    ends = [(by_id[need], node) for node in nodes for need in node.needs if need in by_id]
    # The route is drawn last, so that it lies above what is only faint.
    parts += [_edge(places, *each) for each in sorted(ends, key=lambda e: _on_route(*e))]
    parts += [_node(node, places[node.id]) for node in nodes]
    label = f"Map of {len(nodes)} skills; {sum(n.step is not None for n in nodes)} of them are on the plan's route"
    links = any(node.href for node in nodes)
    return svg.drawing(width - COLUMN + NODE_WIDTH, height, label, parts, "map", fixed=True, links=links)


PATTERNS = (
    '<defs><pattern id="claimed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="ink" width="3" height="6"/></pattern><pattern id="inferred" width="4" height="4" '
    'patternUnits="userSpaceOnUse"><circle class="ink" cx="2" cy="2" r=".8"/></pattern></defs>'
)
"""Of the strip: stripes for what is claimed, dots for what follows from other skills; full for what is shown."""


def _corner(place: Place) -> Place:
    return MARGIN + place[0] * COLUMN, MARGIN + place[1] * ROW


def _heading(heading: Heading) -> str:
    x, y = _corner((heading.column, heading.row))
    width, height = heading.columns * COLUMN - COLUMN + NODE_WIDTH, heading.rows * ROW
    box = svg.rect(x - 7, y - 2, width + 14, height, "block", 10)
    more = f'<tspan class="more" dx="6">{escape(heading.more)}</tspan>' if heading.more else ""
    text = svg.text(x, y + 22, heading.text, "block-label").replace("</text>", f"{more}</text>")
    return f'<a href="{escape(heading.href)}" class="heading">{box}{text}</a>' if heading.href else box + text


def _on_route(before: Node, after: Node) -> bool:
    return before.step is not None and after.step is not None


def _edge(places: Mapping[str, Place], before: Node, after: Node) -> str:
    x1, y1 = _corner(places[before.id])
    x2, y2 = _corner(places[after.id])
    x1, y1, y2 = x1 + NODE_WIDTH, y1 + NODE_HEIGHT / 2, y2 + NODE_HEIGHT / 2
    bend = max(abs(x2 - x1) / 2, 20)
    points = [svg.number(v) for v in (x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2)]
    css = "edge route" if _on_route(before, after) else "edge lit" if before.chosen or after.chosen else "edge"
    return svg.path("M{} {}C{} {} {} {} {} {}".format(*points), css)


def _node(node: Node, place: Place) -> str:
    x, y = _corner(place)
    css = f"node level{node.level} {node.basis}"
    css += (" on-route" if node.step is not None else "") + (" chosen" if node.chosen else "")
    parts = [svg.rect(x, y, NODE_WIDTH, NODE_HEIGHT, css, 6, _tooltip(node)), _strip(node, x, y)]
    shown = svg.shortened(node.label, LETTERS)
    parts.append(svg.text(x + STRIP + 6, y + 18, shown, f"node-label level{node.level}"))
    if node.step is not None:
        parts.append(f'<circle class="badge" cx="{svg.number(x + NODE_WIDTH)}" cy="{svg.number(y)}" r="9"/>')
        parts.append(svg.text(x + NODE_WIDTH, y + 3.5, str(node.step), "badge-label", "middle"))
    inner = "".join(parts)
    if not node.href:
        return f"<g>{inner}</g>"
    return f'<a href="{escape(node.href)}" data-id="{escape(node.id)}">{inner}</a>'


def _strip(node: Node, x: float, y: float) -> str:
    fill = {"proof": "", "claim": "url(#claimed)", "inferred": "url(#inferred)"}.get(node.basis)
    if fill is None:
        return ""
    how = f' fill="{fill}"' if fill else ' class="ink"'
    numbers = [svg.number(v) for v in (x + 1.5, y + 3, STRIP, NODE_HEIGHT - 6)]
    return '<rect x="{}" y="{}" width="{}" height="{}" rx="2"{}/>'.format(*numbers, how)


def _tooltip(node: Node) -> str:
    wanted = f", {node.wanted} wanted" if node.wanted else ""
    route = f", step {node.step} of the plan" if node.step is not None else ""
    return f"{node.label}: level {node.level} ({KNOWN_FROM[node.basis]}){wanted}{route}"
