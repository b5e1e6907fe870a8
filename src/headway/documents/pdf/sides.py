"""What two sides of a gutter are to each other: two columns, or text with a rail beside it."""

import re
from itertools import pairwise
from typing import Final, Literal

from headway.documents.lines import is_bare_mark, is_item
from headway.documents.pdf.rows import Row, clusters_of, is_dated, rows_of
from headway.documents.pdf.segments import Segment

Role = Literal["columns", "rail-left", "rail-right", "margin"]
LONGEST_LABEL: Final = 45
"""Characters of a line in a rail."""
LONGEST_NOTE: Final = 30
"""Characters of a title in the margin."""
FEW: Final = 0.45
"""A margin has at most this many lines for each of the text beside it."""
_NUMBER: Final = re.compile(r"[\[(]?[A-Z]{0,2}\d{1,3}[\].)]*$")
"""What numbers the items of a list: 1. (2) [3] J4."""
FLUSH: Final = 0.5
"""At least this share of a column's lines begins at places where others begin (a few indents) ..."""
ALIGNED: Final = 0.4
"""... or this share ends at one place, or is centred on one."""


def role_of(lefts: list[Segment], rights: list[Segment]) -> Role | None:
    """What the two sides are to each other; None when there is nothing to cut."""
    if len(lefts) < 2 or len(rights) < 2 or lines_of(lefts) < 2 or lines_of(rights) < 2:
        return None
    if all(is_bare_mark(each.text) or _NUMBER.match(each.text) for each in lefts):
        return None
    overlap = min(_low(lefts), _low(rights)) - max(_high(lefts), _high(rights))
    if overlap < 0.5 * min(_low(lefts) - _high(lefts), _low(rights) - _high(rights)):
        return None
    if _is_rail(rights, lefts):
        return "rail-right"
    if _is_margin(lefts, rights):
        return "margin"
    if _is_rail(lefts, rights) or _is_labels(lefts, rights):
        return "rail-left"
    return "columns" if _is_flush(lefts) and _is_flush(rights) else None


def _is_flush(side: list[Segment]) -> bool:
    """True for a column; False for words that stand below one another by chance, as tags in boxes do."""
    rows = rows_of(side)
    lefts = [row.left for row in rows]
    few = 3 if len(rows) > 6 else 2
    flush = sum(sum(abs(other - edge) <= 2.5 for other in lefts) >= few for edge in lefts)
    if flush >= FLUSH * len(rows):
        return True
    for edges in ([row.right for row in rows], [row.left + row.right for row in rows]):
        most = max(sum(abs(other - edge) <= 2.5 for other in edges) for edge in edges)
        if most >= max(2, ALIGNED * len(rows)):
            return True
    return False


def _high(side: list[Segment]) -> float:
    return min(segment.top for segment in side)


def _low(side: list[Segment]) -> float:
    return max(segment.bottom for segment in side)


def _level(row: Row, others: list[Segment]) -> bool:
    """True when some segment of the other side stands on the row's line."""
    return any(abs(row.base - other.base) <= 0.5 * row.size for other in others)


def _is_rail(side: list[Segment], others: list[Segment]) -> bool:
    """Dates and places beside the lines they belong to: short, dated, each group level with a line."""
    rows = rows_of(side)
    if any(len(row.text) > LONGEST_LABEL or is_item(row.text) for row in rows):
        return False
    dated = _dated_share(rows)
    if dated < 0.3 or dated <= _dated_share(rows_of(others)):
        return False
    firsts = [cluster[0] for cluster in clusters_of(rows)]
    return sum(_level(row, others) for row in firsts) >= 0.75 * len(firsts)


def _dated_share(rows: list[Row]) -> float:
    return sum(is_dated(row.text) for row in rows) / len(rows)


def _is_labels(lefts: list[Segment], rights: list[Segment]) -> bool:
    """Labels before their values: all of one style, short, each group level with a line."""
    if len({segment.style for segment in lefts}) > 1 or any(len(each.text) > LONGEST_LABEL for each in lefts):
        return False
    if any(is_item(segment.text) for segment in lefts):
        return False
    rows = rows_of(lefts)
    if len(rows) > lines_of(rights) or not all(_level(cluster[0], rights) for cluster in clusters_of(rows)):
        return False
    left_width = max(each.right for each in lefts) - min(each.left for each in lefts)
    right_width = max(each.right for each in rights) - min(each.left for each in rights)
    colons = all(row.text.rstrip().endswith((":", "：")) for row in rows)
    return colons or (left_width < 0.5 * right_width and {each.style for each in rights} != {lefts[0].style})


def _is_margin(lefts: list[Segment], rights: list[Segment]) -> bool:
    """Titles (and dates) in the margin: few, short, of one style, level with a line or beside a gap.

    A side bar fails this: its lines stand closely, and beside lines of the main column at any height.
    """
    rows = rows_of(lefts)
    if len(rows) > FEW * lines_of(rights) or len({segment.style for segment in lefts}) > 1:
        return False
    if any(len(row.text) > LONGEST_NOTE or is_item(row.text) or row.text.rstrip().endswith(":") for row in rows):
        return False
    if any(len(cluster) > 2 for cluster in clusters_of(rows)):
        return False
    if sum(len(row.text) >= 4 and not is_dated(row.text) for row in rows) < 2:
        return False
    return all(_level(row, rights) or _beside_gap(row, rights) for row in rows)


def _beside_gap(row: Row, others: list[Segment]) -> bool:
    return all(abs(row.base - other.base) > 0.9 * row.size for other in others)


def lines_of(side: list[Segment]) -> int:
    """Number of lines among the segments."""
    bases = sorted(segment.base for segment in side)
    return 1 + sum(b - a > 2.0 for a, b in pairwise(bases))
