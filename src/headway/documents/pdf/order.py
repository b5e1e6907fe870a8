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

from headway.documents.lines import is_bare_mark, is_capitals, is_item
from headway.documents.pdf.rows import SAME_LINE, Row, is_dated, rows_of
from headway.documents.pdf.segments import Segment

GUTTER: Final = 0.6
"""Em. The narrowest empty strip between two columns."""
MOST_SEGMENTS: Final = 2_500
"""More on one page is no page of a CV; finding columns among them would take long."""
DEEPEST: Final = 12
LONGEST_LABEL: Final = 45
"""Characters of a line in a rail."""

COLUMNS_FIRST: Final = 1.3
"""Between a cut and a rail of about the same height, the cut."""

LOW_ZONE: Final = 12
"""Lines. Columns up to this tall may be rows of cards ..."""
CARD_GAP: Final = 0.9
"""Em. ... when an empty strip at least this high goes across both and a title follows."""
FLUSH: Final = 0.5
"""At least this share of a column's lines begins at places where others begin (a few indents) ..."""
ALIGNED: Final = 0.4
"""... or this share ends at one place, or is centred on one."""

LONGEST_TITLE: Final = 30
"""Characters of a section's title."""

LEFT, RIGHT, ACROSS = "left", "right", "across"
Role = Literal["columns", "rail-left", "rail-right"]


class Zone(msgspec.Struct, frozen=True):
    """A place for a cut: what is above, left, right and below of it."""

    role: Role
    score: float
    above: list[Segment]
    left: list[Segment]
    right: list[Segment]
    below: list[Segment]


class Place(msgspec.Struct, frozen=True):
    """Where a cut stands: its column, the right edge of that, and how deep the cuts go."""

    column: int
    edge: float
    centred: frozenset[int]
    """Identities of segments that are titles in the middle of the column."""
    depth: int = 0


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
    edge = max((segment.right for segment in segments), default=0.0)
    if len(segments) > MOST_SEGMENTS:
        return rows_of(segments, columns.next(), edge)
    return _cut(segments, columns, Place(columns.next(), edge, _centred(segments)))


def _cut(segments: list[Segment], columns: Columns, place: Place) -> list[Row]:
    zone = _best_zone(segments, place.centred) if place.depth < DEEPEST else None
    if zone is None:
        return rows_of(segments, place.column, place.edge)
    same = msgspec.structs.replace(place, depth=place.depth + 1)
    return _cut(zone.above, columns, same) + _across(zone, columns, same) + _cut(zone.below, columns, same)


def _across(zone: Zone, columns: Columns, place: Place) -> list[Row]:
    """The rows of the zone itself."""
    left_edge = max(segment.right for segment in zone.left)
    if zone.role == "rail-right":
        main = _cut(zone.left, columns, msgspec.structs.replace(place, edge=left_edge))
        return _with_rail(main, rows_of(zone.right), after=True)
    if zone.role == "rail-left":
        main, rail = _cut(zone.right, columns, place), rows_of(zone.left, columns.next())
        return _with_headings(main, rail) if _are_headings(rail, main) else _with_rail(main, rail, after=False)
    cards = _cards(zone)
    if len(cards) > 1:
        return [row for card in cards for row in _cut(card, columns, place)]
    left = Place(columns.next(), left_edge, _centred(zone.left), place.depth)
    right = Place(columns.next(), place.edge, _centred(zone.right), place.depth)
    return _cut(zone.left, columns, left) + _cut(zone.right, columns, right)


def _cards(zone: Zone) -> list[list[Segment]]:
    """Cards in rows: a low zone is read row of cards by row of cards, a tall one column by column."""
    together = sorted(zone.left + zone.right, key=lambda segment: segment.top)
    if min(_lines(zone.left), _lines(zone.right)) > LOW_ZONE:
        return [together]
    usual = median(each.size for each in together)
    cards: list[list[Segment]] = []
    bottom = float("-inf")
    for each in together:
        starts = each.bold or is_capitals(each.text) or each.size > 1.1 * usual
        if not cards or (starts and each.top - bottom > CARD_GAP * each.size):
            cards.append([])
        cards[-1].append(each)
        bottom = max(bottom, each.bottom)
    return cards


def _best_zone(segments: list[Segment], centred: frozenset[int]) -> Zone | None:
    """The cut with most lines on both sides."""
    if len(segments) < 4:
        return None
    gutter = GUTTER * median(segment.size for segment in segments)
    best: Zone | None = None
    seen: set[int] = set()
    for x in sorted(segment.left for segment in segments):
        if round(x) in seen:
            continue
        seen.add(round(x))
        for zone in _zones(segments, centred, x, gutter):
            if best is None or _rank(zone) > _rank(best):
                best = zone
    return best


def _rank(zone: Zone) -> float:
    return zone.score * (COLUMNS_FIRST if zone.role == "columns" else 1.0)


def _zones(segments: list[Segment], centred: frozenset[int], x: float, gutter: float) -> list[Zone]:
    """Zones of the strip that ends at `x`: between the segments that cross it, lines on both sides."""
    sides = [ACROSS if id(each) in centred else _side(each, x, gutter) for each in segments]
    if sides.count(LEFT) < 2 or sides.count(RIGHT) < 2:
        return []
    crossing = sorted(_middle(each) for each, side in zip(segments, sides, strict=True) if side == ACROSS)
    # 2 * n for what lies between the n-th crossing segment and the next, odd numbers for those themselves
    levels = [2 * bisect(crossing, _middle(each)) - (side == ACROSS) for each, side in zip(segments, sides, strict=True)]
    found: list[Zone] = []
    for band in sorted({level for level in levels if level % 2 == 0}):
        parts: dict[str, list[Segment]] = {"above": [], "below": [], LEFT: [], RIGHT: []}
        for each, side, level in zip(segments, sides, levels, strict=True):
            parts["above" if level < band else "below" if level > band else side].append(each)
        lefts, rights = parts[LEFT], parts[RIGHT]
        if not rights or min(each.left for each in rights) > x + 3.0:
            continue  # the same cut comes with its own place
        role = _role(lefts, rights)
        if role is not None:
            width = min(each.left for each in rights) - max(each.right for each in lefts)
            score = min(_lines(lefts), _lines(rights)) + min(width, 100.0) / 200.0
            found.append(Zone(role, score, parts["above"], lefts, rights, parts["below"]))
    return found


def _centred(segments: list[Segment]) -> frozenset[int]:
    """Titles alone on their line in the middle of the region: they go across its columns."""
    if not segments:
        return frozenset()
    left, right = min(each.left for each in segments), max(each.right for each in segments)
    middle, near = (left + right) / 2, 0.015 * (right - left)
    usual = median(each.size for each in segments)
    found = [
        each
        for each in segments
        if abs((each.left + each.right) / 2 - middle) <= near
        and len(each.text) <= LONGEST_TITLE
        and (each.bold or each.size > 1.1 * usual or is_capitals(each.text))
    ]
    return frozenset(id(each) for each in found if sum(_same_base(each, other) for other in segments) == 1)


def _same_base(one: Segment, other: Segment) -> bool:
    return abs(one.base - other.base) <= SAME_LINE * max(one.size, 4.0)


def _side(segment: Segment, x: float, gutter: float) -> str:
    if segment.right <= x - gutter:
        return LEFT
    return RIGHT if segment.left >= x - 0.5 else ACROSS


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


def _beside(segment: Segment, others: list[Segment]) -> bool:
    """True when some other segment stands on the same line."""
    return any(_same_base(segment, other) for other in others)


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
    dated = _dated_share(rows)
    if dated < 0.3 or dated <= _dated_share(rows_of(others)):
        return False
    firsts = [cluster[0] for cluster in _clusters(rows)]
    level = sum(any(abs(row.base - other.base) <= 0.5 * row.size for other in others) for row in firsts)
    return level >= 0.75 * len(firsts)


def _dated_share(rows: list[Row]) -> float:
    return sum(is_dated(row.text) for row in rows) / len(rows)


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


def _are_headings(rail: list[Row], rows: list[Row]) -> bool:
    """True when labels at the left are the titles of sections: words in a heavier or larger face."""
    if any(is_dated(row.text) or row.text.rstrip().endswith(":") for row in rail):
        return False
    plain = median(row.size for row in rows)
    told = all(row.bold or row.size > 1.1 * plain or is_capitals(row.text) for row in rail)
    return told and sum(len(row.text) >= 4 for row in rail) >= 0.6 * len(rail)


def _with_headings(rows: list[Row], rail: list[Row]) -> list[Row]:
    """Put each title before the first line beside or below it."""
    for title in rail:
        reach = title.base - 0.6 * title.size
        rows.insert(next((at for at, row in enumerate(rows) if row.base >= reach), len(rows)), title)
    return rows


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
            _join(own if own is not None and _of_heading(rows, home, own) else home, row, after)
    for row in loose:
        place = next((at for at, each in enumerate(rows) if each.base > row.base), len(rows))
        rows.insert(place, row)
    return rows


def _of_heading(rows: list[Row], home: Row, own: Row) -> bool:
    """True when no item begins from `home` down to `own`, and `own` is not a full line of prose."""
    start, end = rows.index(home), rows.index(own)
    if any(is_item(row.text) for row in rows[start + 1 : end + 1]):
        return False
    return own is home or own.right < own.left + 0.8 * (own.edge - own.left)


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
