"""Human reading order: columns found by recursive cuts along empty gutters.

After the XY-cut (Nagy and Seth 1984), with two changes for CVs. A cut follows the tallest gutter that
leaves lines on both sides, bounded above and below by the lines that cross it, so that a header or
footer across both columns stays in its place. And a gutter beside a rail (dates, places, labels that
belong to the line next to them) is no cut: a rail is joined to its lines.
"""

from bisect import bisect
from statistics import median
from typing import Final, Literal

import msgspec

from headway.documents.lines import is_bare_mark, is_item
from headway.documents.pdf.rows import SAME_LINE, Row, is_dated, rows_of
from headway.documents.pdf.segments import Segment

GUTTER: Final = 0.6
"""Em. The narrowest empty strip between two columns."""
MOST_SEGMENTS: Final = 2_500
"""More on one page is no page of a CV; finding columns among them would take long."""
DEEPEST: Final = 12
LONGEST_LABEL: Final = 45
"""Characters of a line in a rail."""

Role = Literal["columns", "rail-left", "rail-right"]


class Zone(msgspec.Struct, frozen=True):
    """A place for a cut: what is above, left, right and below of it."""

    role: Role
    score: float
    above: list[Segment]
    left: list[Segment]
    right: list[Segment]
    below: list[Segment]


class Columns:
    """Numbers the columns as they are found."""

    def __init__(self) -> None:
        self.count = 0

    def next(self) -> int:
        """A number not given before."""
        self.count += 1
        return self.count


def ordered(segments: list[Segment]) -> list[Row]:
    """The rows of a page in reading order."""
    columns = Columns()
    if len(segments) > MOST_SEGMENTS:
        return rows_of(segments, columns.next())
    return _cut(segments, columns, 0)


def _cut(segments: list[Segment], columns: Columns, depth: int) -> list[Row]:
    zone = _best_zone(segments) if depth < DEEPEST else None
    if zone is None:
        return rows_of(segments, columns.next())
    deeper = depth + 1
    above, below = _cut(zone.above, columns, deeper), _cut(zone.below, columns, deeper)
    if zone.role == "columns":
        middle = _cut(zone.left, columns, deeper) + _cut(zone.right, columns, deeper)
    elif zone.role == "rail-right":
        middle = _with_rail(_cut(zone.left, columns, deeper), rows_of(zone.right), after=True)
    else:
        middle = _with_rail(_cut(zone.right, columns, deeper), rows_of(zone.left), after=False)
    return above + middle + below


def _best_zone(segments: list[Segment]) -> Zone | None:
    """The cut with most lines on both sides; columns before rails."""
    if len(segments) < 4:
        return None
    gutter = GUTTER * median(segment.size for segment in segments)
    best: Zone | None = None
    seen: set[int] = set()
    for x in sorted(segment.left for segment in segments):
        if round(x) in seen:
            continue
        seen.add(round(x))
        for zone in _zones(segments, x, gutter):
            if best is None or _rank(zone) > _rank(best):
                best = zone
    return best


def _rank(zone: Zone) -> tuple[bool, float]:
    return zone.role == "columns", zone.score


def _zones(segments: list[Segment], x: float, gutter: float) -> list[Zone]:
    """Zones of the strip that ends at `x`: between the segments that cross it, lines on both sides."""
    left = [each for each in segments if each.right <= x - gutter]
    right = [each for each in segments if each.left >= x - 0.5]
    if len(left) < 2 or len(right) < 2:
        return []
    crossing = sorted(_middle(each) for each in segments if each.right > x - gutter and each.left < x - 0.5)
    bands: dict[int, tuple[list[Segment], list[Segment]]] = {}
    for side, group in ((0, left), (1, right)):
        for each in group:
            bands.setdefault(bisect(crossing, _middle(each)), ([], []))[side].append(each)
    found: list[Zone] = []
    for band, (lefts, rights) in bands.items():
        role = _role(lefts, rights)
        if role is not None:
            top = crossing[band - 1] if band else float("-inf")
            bottom = crossing[band] if band < len(crossing) else float("inf")
            above = [each for each in segments if _middle(each) <= top]
            below = [each for each in segments if _middle(each) >= bottom]
            width = min(each.left for each in rights) - max(each.right for each in lefts)
            score = min(_lines(lefts), _lines(rights)) + min(width, 100.0) / 200.0
            found.append(Zone(role, score, above, lefts, rights, below))
    return found


def _middle(segment: Segment) -> float:
    return (segment.top + segment.bottom) / 2


def _lines(side: list[Segment]) -> int:
    """Number of lines among the segments."""
    bases = sorted(segment.base for segment in side)
    return 1 + sum(b - a > 2.0 for a, b in zip(bases, bases[1:], strict=False))


def _role(lefts: list[Segment], rights: list[Segment]) -> Role | None:
    """What the two sides are to each other; None when there is nothing to cut."""
    if len(lefts) < 2 or len(rights) < 2 or _lines(lefts) < 2 or _lines(rights) < 2:
        return None
    if all(is_bare_mark(each.text) or each.text.rstrip(".)").isdigit() for each in lefts):
        return None
    overlap = min(_low(lefts), _low(rights)) - max(_high(lefts), _high(rights))
    if overlap < 0.5 * min(_low(lefts) - _high(lefts), _low(rights) - _high(rights)):
        return None
    if _is_rail(rights, lefts):
        return "rail-right"
    if _is_rail(lefts, rights) or _is_labels(lefts, rights):
        return "rail-left"
    return "columns"


def _high(side: list[Segment]) -> float:
    return min(segment.top for segment in side)


def _low(side: list[Segment]) -> float:
    return max(segment.bottom for segment in side)


def _beside(segment: Segment, others: list[Segment]) -> bool:
    """True when some other segment stands on the same line."""
    reach = SAME_LINE * max(segment.size, 4.0)
    return any(abs(segment.base - other.base) <= reach for other in others)


def _clusters(rows: list[Row]) -> list[list[Row]]:
    """Rows that follow closely on one another."""
    found: list[list[Row]] = []
    for row in rows:
        if found and row.base - found[-1][-1].base <= 1.9 * max(row.size, 4.0):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _is_rail(side: list[Segment], others: list[Segment]) -> bool:
    """Dates and places beside the lines they belong to: short, dated, each group level with a line."""
    rows = rows_of(side)
    if any(len(row.text) > LONGEST_LABEL or is_item(row.text) for row in rows):
        return False
    if sum(is_dated(row.text) for row in rows) < 0.3 * len(rows):
        return False
    firsts = [cluster[0] for cluster in _clusters(rows)]
    level = sum(any(abs(row.base - other.base) <= 0.5 * row.size for other in others) for row in firsts)
    return level >= 0.75 * len(firsts)


def _is_labels(lefts: list[Segment], rights: list[Segment]) -> bool:
    """Labels before their values: all of one style, short, each group level with a line."""
    if len({segment.style for segment in lefts}) > 1 or any(len(each.text) > LONGEST_LABEL for each in lefts):
        return False
    if any(is_item(segment.text) for segment in lefts):
        return False
    rows = rows_of(lefts)
    if len(rows) > _lines(rights) or not all(_beside(cluster[0], rights) for cluster in _segments_of(lefts)):
        return False
    left_width = max(each.right for each in lefts) - min(each.left for each in lefts)
    right_width = max(each.right for each in rights) - min(each.left for each in rights)
    colons = all(row.text.rstrip().endswith((":", "：")) for row in rows)
    return colons or (left_width < 0.5 * right_width and {each.style for each in rights} != {lefts[0].style})


def _segments_of(side: list[Segment]) -> list[list[Segment]]:
    """Segments in groups that follow closely on one another."""
    found: list[list[Segment]] = []
    for each in sorted(side, key=lambda segment: segment.base):
        if found and each.base - found[-1][-1].base <= 1.6 * max(each.size, 4.0):
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _with_rail(rows: list[Row], rail: list[Row], after: bool) -> list[Row]:
    """Join each group of the rail to the line it stands beside.

    Further lines of a group (place, then dates, then duration) go to the line beside them when that
    is a line of the heading, else to the first: dates do not belong into the middle of a sentence.
    """
    loose: list[Row] = []
    for cluster in _clusters(rail):
        home = _level(rows, cluster[0])
        if home is None:
            loose += cluster
            continue
        for row in cluster:
            own = _level(rows, row) if after else home
            fits = own is not None and not is_item(own.text) and own.right < own.left + 0.75 * (own.edge - own.left)
            _join(own if own is not None and (fits or own is home) else home, row, after)
    for row in loose:
        place = next((at for at, each in enumerate(rows) if each.base > row.base), len(rows))
        rows.insert(place, row)
    return rows


def _level(rows: list[Row], row: Row) -> Row | None:
    """The row on the same line, if any."""
    nearest = min(rows, key=lambda each: abs(each.base - row.base), default=None)
    if nearest is None or abs(nearest.base - row.base) > 0.6 * max(row.size, nearest.size):
        return None
    return nearest


def _join(row: Row, part: Row, after: bool) -> None:
    if after:
        row.text = f"{row.text}\t{part.text}"
    elif part.base > row.base + 1:  # the label goes on below its first line
        first, _, rest = row.text.partition("\t")
        row.text = f"{first} {part.text}\t{rest}"
    else:
        row.text = f"{part.text}\t{row.text}"
        row.left = min(row.left, part.left)
    row.top, row.bottom = min(row.top, part.top), max(row.bottom, part.bottom)
    row.bold = row.bold and part.bold
