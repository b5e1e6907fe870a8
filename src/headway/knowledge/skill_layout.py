"""Where each skill stands on the map: worked out once, when the knowledge base is compiled.

Two drawings share it. The whole map has a block for each area; inside a block what is needed stands left. A route, or
what lies around a skill, uses the columns and the order of the whole graph and leaves out what is not shown.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec

from headway.knowledge.crossings import ordered
from headway.knowledge.graph import needs_of
from headway.knowledge.layering import layers_of, reduced
from headway.knowledge.model import Skill

LEAST_ROWS: Final = 7
FLATNESS: Final = 3.0
"""Rows of a block are the root of this times its skills: a box is about five times as wide as a row is high."""
SHELF: Final = 20
"""Columns of the whole map."""


class Spot(msgspec.Struct, frozen=True, array_like=True):
    """A skill's places. layer, order: in the whole graph. column, row: inside the block of its area."""

    layer: int
    order: int
    column: int
    row: int


class Block(msgspec.Struct, frozen=True, array_like=True):
    """An area on the whole map: its first column and row, and how many it has. A row above it is its heading's."""

    area: str
    column: int
    row: int
    columns: int
    rows: int


class SkillLayout(msgspec.Struct, frozen=True):
    """All places. lines: for each skill the needs that no other need brings along; only these are drawn."""

    digest: str
    spots: dict[str, Spot]
    blocks: tuple[Block, ...]
    lines: dict[str, tuple[str, ...]]


def layout_of(skills: Mapping[str, Skill], areas: Iterable[str], digest: str) -> SkillLayout:
    """Places of all live skills; those of a retired one are asked for by nobody. A second of work for 1,000 skills."""
    live = {id_: skill for id_, skill in sorted(skills.items()) if skill.replaced_by is None}
    lines = reduced(needs_of(live))
    columns = ordered(layers_of(lines), lines)
    at = {id_: (layer, order) for layer, column in enumerate(columns) for order, id_ in enumerate(column)}
    inside = {area: _inside([id_ for id_ in live if live[id_].area == area], lines) for area in areas}
    spots = {
        id_: Spot(*at[id_], column, row)
        for block in inside.values()
        for column, ids in enumerate(block)
        for row, id_ in enumerate(ids)
    }
    return SkillLayout(digest=digest, spots=spots, blocks=tuple(_shelves(inside)), lines=lines)


def _inside(ids: list[str], lines: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
    """The columns of one area's block."""
    own = {id_: tuple(n for n in lines[id_] if n in ids) for id_ in ids}
    most = max(LEAST_ROWS, math.ceil(math.sqrt(FLATNESS * len(ids))))
    return ordered(layers_of(own, most), own)


def _shelves(inside: Mapping[str, list[list[str]]]) -> Iterable[Block]:
    """Blocks beside each other until a shelf is full, in the order of the areas."""
    column, top, high = 0, 0, 0
    for area, columns in inside.items():
        rows = max((len(each) for each in columns), default=0)
        if column and column + len(columns) > SHELF:
            column, top, high = 0, top + high + 2, 0
        yield Block(area, column, top, len(columns), rows)
        column, high = column + len(columns), max(high, rows)
