"""A sidebar that goes on over several pages: each column is read to its end before the next one."""

from typing import Final

import msgspec

from headway.documents.building import Piece

SAME_PLACE: Final = 8.0
"""Points. Columns of two pages that begin this near to each other are one."""
FEWEST: Final = 3
"""Lines of a column."""
UNLIKE: Final = 0.8
"""A sidebar is at most this share of the main column's width: columns of equal width are read page by page."""


class Split(msgspec.Struct, frozen=True):
    """A page in two columns. above, below: what goes across."""

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]


def in_columns(pages: list[list[Piece]]) -> list[Piece]:
    """All pieces in reading order; where pages share a sidebar, its pieces follow one another."""
    splits = [split_of(pieces) for pieces in pages]
    found: list[Piece] = []
    at = 0
    while at < len(pages):
        end = at + 1
        while end < len(pages) and _goes_on(splits[end - 1], splits[end], splits[at]):
            end += 1
        chain = [split for split in splits[at:end] if split is not None]
        if end - at > 1:
            found += chain[0].above
            found += [piece for split in chain for piece in split.left]
            found += [piece for split in chain for piece in split.right]
            found += chain[-1].below
        else:
            found += pages[at]
        at = end
    return found


def _goes_on(before: Split | None, split: Split | None, first: Split | None) -> bool:
    if before is None or split is None or first is None or before.below or split.above:
        return False
    near = all(
        abs(_edge(a) - _edge(b)) <= SAME_PLACE for a, b in ((before.left, split.left), (before.right, split.right))
    )
    return near and min(_width(first.left), _width(first.right)) <= UNLIKE * max(
        _width(first.left), _width(first.right)
    )


def split_of(pieces: list[Piece]) -> Split | None:
    """The page's two columns, if it was read as two: all of the left one, then all of the right one."""
    best: Split | None = None
    for x in sorted({round(piece.box[0]) for piece in pieces if piece.box}):
        split = _split(pieces, float(x))
        if split is not None and (best is None or _least(split) > _least(best)):
            best = split
    return best


def _split(pieces: list[Piece], x: float) -> Split | None:
    """The columns left and right of x; None where a piece crosses x between them or the order mixes them."""
    boxes = [(piece, piece.box) for piece in pieces if piece.box]
    left = [piece for piece, box in boxes if box[2] < x]
    right = [piece for piece, box in boxes if box[0] >= x - 1.0]
    if min(_lines(left), _lines(right)) < FEWEST or len(boxes) < len(pieces):
        return None
    order = {id(piece): place for place, piece in enumerate(pieces)}
    if max(order[id(piece)] for piece in left) > min(order[id(piece)] for piece in right):
        return None
    sides = {id(piece) for piece in (*left, *right)}
    across = [piece for piece in pieces if id(piece) not in sides]
    first, last = min(order[side] for side in sides), max(order[side] for side in sides)
    if any(first < order[id(piece)] < last for piece in across):
        return None
    above = [piece for piece in across if order[id(piece)] < first]
    return Split(above, left, right, [piece for piece in across if order[id(piece)] > last])


def _least(split: Split) -> int:
    return min(_lines(split.left), _lines(split.right))


def _lines(pieces: list[Piece]) -> int:
    return sum(piece.text.count("\n") + 1 for piece in pieces)


def _edge(pieces: list[Piece]) -> float:
    return min(piece.box[0] for piece in pieces if piece.box)


def _width(pieces: list[Piece]) -> float:
    return max(piece.box[2] for piece in pieces if piece.box) - _edge(pieces)
