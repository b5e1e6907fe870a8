"""Plain text: the decoded file as it is, cut into headings, items and paragraphs with exact places."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from headway.documents.charset import decode, encoding_finding
from headway.documents.lines import is_capitals, is_item, is_short_title
from headway.documents.model import Block, BlockKind, Document

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_UNDERLINE: Final = re.compile(r"\s*(={3,}|-{3,}|_{3,}|~{3,}|\*{3,})\s*$")
WRAPPED_FROM: Final = 60
"""A line at least this long may go on in the next; shorter ones end where they end."""


class Line(msgspec.Struct, frozen=True):
    """One line with its place in the text (line breaks left out)."""

    start: int
    end: int
    number: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def rule(self) -> bool:
        """True for a line of dashes or the like."""
        return _UNDERLINE.match(self.text) is not None


def lines_of(text: str) -> list[Line]:
    """Every line of `text`, numbered from 1."""
    found: list[Line] = []
    for match in _LINE.finditer(text):
        if match.start() == match.end():
            break
        found.append(Line(match.start(1), match.end(1), len(found) + 1, match[1]))
    return found


def read_text(data: bytes, name: str) -> Document:
    """Read plain text."""
    decoded = decode(data, name)
    blocks = tuple(text_blocks(decoded.text))
    return Document(name, "text", decoded.text, blocks, encoding_finding(decoded, name))


def text_blocks(text: str) -> Iterator[Block]:
    """Cut plain text into blocks."""
    lines = lines_of(text)
    group: list[Line] = []
    kind: BlockKind = "text"
    for place, line in enumerate(lines):
        if line.blank or line.rule:
            yield from _closed(group, kind)
            group = []
            continue
        if _is_heading(lines, place):
            yield from _closed(group, kind)
            yield from _closed([line], "heading")
            group = []
        elif group and not is_item(line.text) and _goes_on(group[-1], line, kind):
            group.append(line)
        else:
            yield from _closed(group, kind)
            group, kind = [line], "item" if is_item(line.text) else "text"
    yield from _closed(group, kind)


def _goes_on(last: Line, line: Line, kind: BlockKind) -> bool:
    if kind == "item" and line.text[:1].isspace():
        return True
    return len(last.text.rstrip()) >= WRAPPED_FROM


def _closed(group: list[Line], kind: BlockKind) -> Iterator[Block]:
    """The block of these lines, without blanks at its ends."""
    if not group:
        return
    first, last = group[0], group[-1]
    start = first.start + len(first.text) - len(first.text.lstrip())
    end = last.start + len(last.text.rstrip())
    yield Block(start, end, kind, first.number)


def _is_heading(lines: list[Line], place: int) -> bool:
    line = lines[place]
    below = lines[place + 1] if place + 1 < len(lines) else None
    above_free = place == 0 or lines[place - 1].blank or lines[place - 1].rule
    if below is None or not is_short_title(line.text.rstrip(" :")):
        return False
    if below.rule or is_capitals(line.text):
        return True
    if line.text.rstrip().endswith(":"):
        return above_free or below.blank or is_item(below.text)
    return above_free and below.blank and _content_follows(lines, place + 2) and place > 0


def _content_follows(lines: list[Line], place: int) -> bool:
    return any(not line.blank for line in lines[place : place + 2])
