"""Human reading order: columns found by recursive cuts along empty gutters.

After the XY-cut (Nagy and Seth 1984), with two changes for CVs. A cut follows the tallest gutter that
leaves lines on both sides, bounded above and below by the lines that cross it, so that a header or
footer across both columns stays in its place. And a gutter beside a rail (dates, places, labels that
belong to the line next to them) is no cut: a rail is joined to its lines.
"""

from bisect import bisect
from statistics import median
from typing import Final

import msgspec

from headway.documents.lines import is_capitals
from headway.documents.pdf.rails import with_margin, with_rail
from headway.documents.pdf.rows import Row, rows_of, same_base
from headway.documents.pdf.segments import Segment
from headway.documents.pdf.sides import Role, lines_of, role_of

GUTTER: Final = 0.6
"""Em. The narrowest empty strip between two columns."""
MOST_SEGMENTS: Final = 2_500
"""More on one page is no page of a CV; finding columns among them would take long."""
DEEPEST: Final = 40
RANK: Final[dict[Role, float]] = {"columns": 1.3, "rail-left": 1.0, "rail-right": 1.0, "margin": 3.0}
"""Between a cut and a rail of about the same height, the cut; before both a margin, which is few lines by nature."""

LOW_ZONE: Final = 12
"""Lines. Columns up to this tall may be rows of cards ..."""
CARD_GAP: Final = 0.9
"""Em. ... when an empty strip at least this high goes across both and a title follows."""
LONGEST_TITLE: Final = 30
"""Characters of a section's title."""

FLUSH_TITLES: Final = 3
"""At most so many lines begin where a centred title does, itself included."""

LEFT, RIGHT, ACROSS = "left", "right", "across"


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
    above = _cut(zone.above, columns, same)
    cards = _cards(zone)
    if len(cards) > 1:  # the zone may end in the middle of the last row of cards
        cards[-1] += zone.below
        return above + [row for card in cards for row in _cut(card, columns, same)]
    return above + _across(zone, columns, same) + _cut(zone.below, columns, same)


def _across(zone: Zone, columns: Columns, place: Place) -> list[Row]:
    """The rows of the zone itself."""
    left_edge = max(segment.right for segment in zone.left)
    if zone.role == "rail-right":
        main = _cut(zone.left, columns, msgspec.structs.replace(place, edge=left_edge))
        return with_rail(main, rows_of(zone.right), after=True)
    if zone.role in ("rail-left", "margin"):
        main, rail = _cut(zone.right, columns, place), rows_of(zone.left, columns.next())
        return with_margin(main, rail) if zone.role == "margin" else with_rail(main, rail, after=False)
    left = Place(columns.next(), left_edge, _centred(zone.left), place.depth)
    right = Place(columns.next(), place.edge, _centred(zone.right), place.depth)
    return _cut(zone.left, columns, left) + _cut(zone.right, columns, right)


def _cards(zone: Zone) -> list[list[Segment]]:
    """Cards in rows: a low zone is read row of cards by row of cards, a tall one column by column."""
    together = sorted(zone.left + zone.right, key=lambda segment: segment.top)
    if zone.role != "columns":
        return [together]
    if min(lines_of(zone.left), lines_of(zone.right)) > LOW_ZONE:
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
    return zone.score * RANK[zone.role]


def _zones(segments: list[Segment], centred: frozenset[int], x: float, gutter: float) -> list[Zone]:
    """Zones of the strip that ends at `x`: between the segments that cross it, lines on both sides."""
    sides = [ACROSS if id(each) in centred else _side(each, x, gutter) for each in segments]
    if sides.count(LEFT) < 2 or sides.count(RIGHT) < 2:
        return []
    crossing = sorted(_middle(each) for each, side in zip(segments, sides, strict=True) if side == ACROSS)
    # 2 * n for what lies between the n-th crossing segment and the next, odd numbers for those themselves
    levels = [
        2 * bisect(crossing, _middle(each)) - (side == ACROSS) for each, side in zip(segments, sides, strict=True)
    ]
    found: list[Zone] = []
    for band in sorted({level for level in levels if level % 2 == 0}):
        parts: dict[str, list[Segment]] = {"above": [], "below": [], LEFT: [], RIGHT: []}
        for each, side, level in zip(segments, sides, levels, strict=True):
            parts["above" if level < band else "below" if level > band else side].append(each)
        lefts, rights = parts[LEFT], parts[RIGHT]
        if not rights or min(each.left for each in rights) > x + 3.0:
            continue  # the same cut comes with its own place
        role = role_of(lefts, rights)
        if role is not None:
            width = min(each.left for each in rights) - max(each.right for each in lefts)
            score = min(lines_of(lefts), lines_of(rights)) + min(width, 100.0) / 200.0
            found.append(Zone(role, score, parts["above"], lefts, rights, parts["below"]))
    return found


def _centred(segments: list[Segment]) -> frozenset[int]:
    """Titles alone on their line in the middle of the region: they go across its columns.

    One that begins where other lines begin is in the middle by chance.
    """
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
    found = [each for each in found if sum(abs(each.left - other.left) <= 1.0 for other in segments) <= FLUSH_TITLES]
    return frozenset(id(each) for each in found if sum(same_base(each, other) for other in segments) == 1)


def _side(segment: Segment, x: float, gutter: float) -> str:
    if segment.right <= x - gutter:
        return LEFT
    return RIGHT if segment.left >= x - 0.5 else ACROSS


def _middle(segment: Segment) -> float:
    return (segment.top + segment.bottom) / 2
