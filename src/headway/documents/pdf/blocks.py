"""Rows to blocks: wrapped lines become one paragraph or item, headings are told by form."""

from collections import Counter
from typing import Final

import msgspec

from headway.documents.building import Piece
from headway.documents.lines import is_capitals, is_item, is_short_title
from headway.documents.model import BlockKind
from headway.documents.pdf.rows import Row

LARGER: Final = 1.12
"""A line this many times the size of body text is a heading."""


class Body(msgspec.Struct, frozen=True):
    """How most text is set: its size to half a point, and whether it is bold (then bold says nothing)."""

    size: float = 0.0
    bold: bool = False


def body_of(pages: list[list[Row]]) -> Body:
    """The look of the body text."""
    sizes: Counter[float] = Counter()
    bold = 0
    for rows in pages:
        for row in rows:
            sizes[round(row.size * 2) / 2] += len(row.text)
            bold += len(row.text) if row.bold else 0
    if not sizes:
        return Body()
    return Body(max(sizes, key=lambda size: (sizes[size], size)), bold > 0.5 * sizes.total())


def pieces_of(rows: list[Row], page: int, body: Body) -> list[Piece]:
    """The blocks of a page."""
    groups: list[tuple[BlockKind, list[Row]]] = []
    for row in rows:
        kind = _kind(row, body)
        if groups and ((kind == "text" and _goes_on(groups[-1], row)) or _wraps_bold(groups[-1], row, kind, body)):
            groups[-1][1].append(row)
        else:
            groups.append((kind, [row]))
    return [_piece(kind, group, page) for kind, group in groups]


def _kind(row: Row, body: Body) -> BlockKind:
    if is_item(row.text):
        return "item"
    if row.tabbed or not is_short_title(row.text):
        return "heading" if is_capitals(row.text) else "text"
    if row.title or row.size >= LARGER * body.size or is_capitals(row.text):
        return "heading"
    told_by_weight = row.bold and not body.bold and len(row.text.split()) <= 4
    return "heading" if told_by_weight and not any(map(str.isdigit, row.text)) else "text"


def _goes_on(group: tuple[BlockKind, list[Row]], row: Row) -> bool:
    """True when the row continues the block: same column and size, close below, and the last line was full."""
    kind, rows = group
    last, first = rows[-1], rows[0]
    if kind == "heading" or row.column != last.column or row.tabbed:
        return False
    if abs(row.size - last.size) > 0.6 or not 0 < row.base - last.base <= 1.9 * max(row.size, 1.0):
        return False
    if row.left < first.left - 2.0 or (
        kind == "text" and (row.left > last.left + 3.0 * row.size or row.bold != last.bold)
    ):
        return False
    return _is_full(last, row)


def _wraps_bold(group: tuple[BlockKind, list[Row]], row: Row, kind: BlockKind, body: Body) -> bool:
    """True when a bold name goes on in the next line: "Analyst, University of" over "Technology Sydney"."""
    last = group[1][-1]
    told_by_weight = row.size < LARGER * body.size and not row.title and not is_capitals(row.text)
    if not (row.bold and last.bold and told_by_weight and not body.bold) or kind == "item" or group[0] == "item":
        return False
    if row.tabbed or last.tabbed or row.column != last.column or abs(row.size - last.size) > 0.3:
        return False
    below = 0 < row.base - last.base <= 1.5 * max(row.size, 1.0)
    return below and abs(row.left - last.left) <= 2.0 and not is_capitals(last.text) and _is_full(last, row)


def _is_full(last: Row, row: Row) -> bool:
    """True when the first word of the next line would not have fitted on the last one."""
    word = row.text.split(" ", 1)[0]
    width = (row.right - row.left) * (len(word) + 1) / max(len(row.text), 1)
    return last.right + width > last.edge - 0.02 * (last.edge - last.left) and not last.tabbed


def _piece(kind: BlockKind, rows: list[Row], page: int) -> Piece:
    box = (
        round(min(row.left for row in rows), 1),
        round(min(row.top for row in rows), 1),
        round(max(row.right for row in rows), 1),
        round(max(row.bottom for row in rows), 1),
    )
    text = "\n".join(row.text for row in rows)
    return Piece(text, kind, page, box, round(rows[0].size, 1), all(row.bold for row in rows))
