"""Put a document together: pieces of text in reading order become one text with exact places."""

from collections.abc import Iterable

import msgspec

from headway.documents.model import Block, BlockKind, Box


class Piece(msgspec.Struct, frozen=True):
    """A block before it has a place in the text."""

    text: str
    kind: BlockKind = "text"
    page: int | None = None
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    inside: int = 0


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text of all pieces, a line break between them, and the block of each."""
    parts: list[str] = []
    blocks: list[Block] = []
    start, line = 0, 1
    for piece in pieces:
        if not piece.text:
            continue
        end = start + len(piece.text)
        blocks.append(Block(start, end, piece.kind, line, piece.page, piece.box, piece.size, piece.bold, piece.inside))
        parts.append(piece.text)
        start = end + 1
        line += piece.text.count("\n") + 1
    return "\n".join(parts), tuple(blocks)
