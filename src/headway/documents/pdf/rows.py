"""Segments joined to rows: what stands on one line within one column."""

import re
from itertools import pairwise
from typing import Final

import msgspec

from headway.documents.pdf.segments import Segment

SAME_LINE: Final = 0.35
"""Em. Base lines this close are one line (small capitals, other fonts, icons)."""
CLOSE: Final = 1.2
"""Em. Segments of one row nearer than this are joined by a blank, others by a tab."""
_DATED: Final = re.compile(
    r"(?:^|\D)(?:19|20)\d\d(?:\D|$)|\b\d{1,2}[./]\d{2,4}\b|\b\d+\+?\s*(?:mos?|months?|yrs?|years?|Monate?|Jahre?|mois|ans?|años?)\b",
    re.I,
)


class Row(msgspec.Struct):
    """One line of text.

    edge: the right edge of its column; column: rows of one column share it. title: it stood in the
    margin, as a section's title does.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    bold: bool
    edge: float
    column: int
    title: bool = False

    @property
    def tabbed(self) -> bool:
        """True when parts of the row stand wide apart."""
        return "\t" in self.text


def rows_of(segments: list[Segment], column: int = 0, edge: float = 0.0) -> list[Row]:
    """The rows of one column from top to bottom; `edge`: its right edge as far as is known."""
    edge = max([edge, *(segment.right for segment in segments)])
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda each: (each.base, each.left)):
        if rows and _same_line(rows[-1], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [_row(sorted(each, key=lambda segment: segment.left), edge, column) for each in rows]


def _same_line(row: list[Segment], segment: Segment) -> bool:
    size = max(each.size for each in row)
    largest = max(row, key=lambda each: each.size)
    drop = abs(segment.base - largest.base)
    if drop <= SAME_LINE * max(min(size, segment.size), 4.0):
        return True
    small = segment.size < 0.8 * size and len(segment.text) <= 4  # raised or lowered signs
    return small and drop <= 0.6 * size and segment.left >= largest.left


def _row(segments: list[Segment], edge: float, column: int) -> Row:
    parts = [segments[0].text]
    for last, segment in pairwise(segments):
        gap = segment.left - last.right
        em = max(last.size, segment.size)
        parts.append("\t" if gap > CLOSE * em and len(last.text) > 1 else "" if gap < 0.05 * em else " ")
        parts.append(segment.text)
    longest = max(segments, key=lambda each: len(each.text))
    return Row(
        text="".join(parts),
        left=segments[0].left,
        top=min(each.top for each in segments),
        right=max(each.right for each in segments),
        bottom=max(each.bottom for each in segments),
        base=longest.base,
        size=longest.size,
        bold=all(each.bold for each in segments),
        edge=edge,
        column=column,
    )


def is_dated(text: str) -> bool:
    """True for a text with a year, a month and year, or a duration."""
    return _DATED.search(text) is not None


def same_base(one: Segment, other: Segment) -> bool:
    """True for two segments on one line."""
    return abs(one.base - other.base) <= SAME_LINE * max(one.size, 4.0)


def clusters_of(rows: list[Row]) -> list[list[Row]]:
    """Rows that follow closely on one another."""
    found: list[list[Row]] = []
    for row in rows:
        if found and row.base - found[-1][-1].base <= 1.9 * max(row.size, 4.0):
            found[-1].append(row)
        else:
            found.append([row])
    return found
