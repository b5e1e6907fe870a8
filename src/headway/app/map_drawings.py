"""From the knowledge base's layout and what is believed to the drawings of the Map page."""

from collections.abc import Sequence
from statistics import fmean
from typing import Final

import msgspec

from headway.app.context import Context
from headway.knowledge.skill_layout import Spot
from headway.learner.model import SkillBelief
from headway.publish.map_places import Place
from headway.publish.skill_map import Heading, Node, drawn, skill_map
from headway.values import Json, Level

NOWHERE: Final = Spot(0, 0, 0, 0)
"""Of a skill that is retired."""
OUTSIDE_ROWS: Final = 16


def node_of(
    context: Context, id_: str, held: SkillBelief | None, wanted: Level, step: int | None, *, chosen: bool = False
) -> Node:
    """A skill as a box, with the lines that no other line makes needless."""
    skill, layout = context.knowledge.skills[id_], context.layout
    spot = layout.spots.get(id_, NOWHERE)
    return Node(
        id=id_,
        label=skill.label,
        needs=layout.lines.get(id_, ()),
        level=held.level if held else 0,
        wanted=wanted,
        basis=held.basis if held else "none",
        step=step,
        layer=spot.layer,
        order=spot.order,
        href=f"/skills/{id_}",
        chosen=chosen,
    )


def drawing_of(context: Context, kind: str, nodes: Sequence[Node], areas: Sequence[Json], area: str | None) -> str:
    """The view as SVG: all areas, one, or what flows to a role or a skill."""
    if kind == "whole":
        return _whole(context, nodes, areas)
    return _area(context, nodes, areas, area) if kind == "area" else skill_map(nodes)


def _whole(context: Context, nodes: Sequence[Node], areas: Sequence[Json]) -> str:
    """All areas as blocks. Lines run inside a block; those to other blocks would hide it, and show on choosing."""
    blocks = {block.area: block for block in context.layout.blocks}
    skills, spots = context.knowledge.skills, context.layout.spots
    places: dict[str, Place] = {}
    for node in nodes:
        block, spot = blocks[skills[node.id].area], spots[node.id]
        places[node.id] = float(block.column + spot.column), float(block.row + spot.row + 1)
    headings = [
        Heading(
            text=row["label"],
            more=f"{row['known']} of {row['skills']}",
            href=f"/map?area={row['id']}",
            column=blocks[row["id"]].column,
            row=blocks[row["id"]].row,
            columns=blocks[row["id"]].columns,
            rows=blocks[row["id"]].rows + 1,
        )
        for row in areas
    ]
    return drawn([_inside(context, node) for node in nodes], places, headings)


def _inside(context: Context, node: Node) -> Node:
    skills, area = context.knowledge.skills, context.knowledge.skills[node.id].area
    return msgspec.structs.replace(node, needs=tuple(n for n in node.needs if skills[n].area == area))


def _area(context: Context, nodes: Sequence[Node], areas: Sequence[Json], area: str | None) -> str:
    """One area's block, and left of it what it rests on elsewhere, near what it serves."""
    skills, spots = context.knowledge.skills, context.layout.spots
    inside = {n.id: spots[n.id] for n in nodes if skills[n.id].area == area}
    outside = [n for n in nodes if n.id not in inside]
    served = {o.id: [inside[n.id].row for n in nodes if n.id in inside and o.id in n.needs] for o in outside}
    ordered = sorted(outside, key=lambda o: (fmean(served[o.id]) if served[o.id] else OUTSIDE_ROWS, o.id))
    wide = -(-len(ordered) // OUTSIDE_ROWS)
    # Column after column would part neighbours, so they are dealt out row by row.
    places: dict[str, Place] = {o.id: (float(n % wide), float(n // wide + 1)) for n, o in enumerate(ordered)}
    gap = wide + 0.25 if wide else 0.0
    places |= {id_: (gap + spot.column, float(spot.row + 1)) for id_, spot in inside.items()}
    columns = max((s.column for s in inside.values()), default=0) + 1
    rows = max((s.row for s in inside.values()), default=0) + 2
    label = next(row["label"] for row in areas if row["id"] == area)
    headings = [Heading(text=label, column=gap, row=0, columns=columns, rows=rows)]
    if wide:
        away = Heading(text="From other areas", column=0, row=0, columns=wide, rows=-(-len(ordered) // wide) + 1)
        headings.insert(0, away)
    shown = [n if n.id in inside else msgspec.structs.replace(n, needs=()) for n in nodes]
    return drawn(shown, places, headings)
