"""Markdown: headings, items and tables told by their marks; the text as a page shows it, on the lines of the file."""

import re
from collections.abc import Iterator
from typing import Final

from headway.documents.charset import decode, encoding_finding
from headway.documents.markdown_marks import FENCE, unmarked
from headway.documents.model import Block, BlockKind, Document, Link
from headway.documents.notices import hidden_text
from headway.documents.text import Line, lines_of
from headway.values import Finding

_COMMENT: Final = re.compile(r"<!--(.*?)(?:-->|\Z)", re.S)
_HEADING: Final = re.compile(r"\s{0,3}#{1,6}\s+(?=\S)")
_UNDERLINE: Final = re.compile(r"\s{0,3}(?:=+|-{2,})\s*$")
_RULE: Final = re.compile(r"\s{0,3}(?:[-*_]\s*){3,}$")
_ITEM: Final = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+(?=\S)")
_LINK: Final = re.compile(r"\[([^\[\]\n]{0,200})\]\((https?://[^()\s]{1,2000}|mailto:[^()\s]{1,300})\)")


def read_markdown(data: bytes, name: str) -> Document:
    """Read Markdown. Comments, which no page shows, and marks inside a line are left out; lines stay where they are."""
    decoded = decode(data, name)
    text, findings = _without_comments(decoded.text, name)
    links = tuple(Link(match[2], match[1]) for match in _LINK.finditer(text))
    text = unmarked(text)
    findings = encoding_finding(decoded, name) + findings
    return Document(name, "markdown", text, tuple(markdown_blocks(text)), findings, links=links)


def _without_comments(text: str, name: str) -> tuple[str, tuple[Finding, ...]]:
    found: list[Finding] = []

    def blanked(match: re.Match[str]) -> str:
        if match[1].strip():
            line = text.count("\n", 0, match.start()) + 1
            found.append(hidden_text(f"{name}, line {line}", match[1], "in a comment"))
        return re.sub(r"[^\r\n]", " ", match[0])

    return _COMMENT.sub(blanked, text), tuple(found)


def markdown_blocks(text: str) -> Iterator[Block]:
    """Cut Markdown into blocks."""
    group: list[Line] = []
    kind: BlockKind = "text"
    fenced = False
    lines = lines_of(text)
    rank: int | None = None
    for place, line in enumerate(lines):
        below = lines[place + 1].text if place + 1 < len(lines) else ""
        told = _kind_of(line, below, fenced, bool(group))
        fenced ^= FENCE.match(line.text) is not None
        if told == "more" or (told == "text" and group and kind in ("text", "item")):
            group.append(line)
            continue
        yield from _closed(group, kind, rank)
        rank = _rank(line.text, below) if told == "heading" else None
        group = [] if told == "none" else [line]
        kind = told if told not in ("none", "more") else "text"  # type: ignore[assignment]
    yield from _closed(group, kind, rank)


def _rank(text: str, below: str) -> int:
    """1 for `# Title` and for a title over `====`."""
    mark = _HEADING.match(text)
    return mark[0].count("#") if mark else 1 if "=" in below else 2


def _kind_of(line: Line, below: str, fenced: bool, within: bool) -> str:
    """heading, item, table, text; `none` for a line that ends a block and belongs to none."""
    if FENCE.match(line.text) or line.blank:
        return "none"
    if fenced:
        return "more" if within else "text"
    if _HEADING.match(line.text):
        return "heading"
    if _RULE.match(line.text) or _UNDERLINE.match(line.text):
        return "none"
    if _ITEM.match(line.text):
        return "item"
    if line.text.strip().startswith("|"):
        return "table" if re.search(r"[^|\s:-]", line.text) else "none"
    return "heading" if _UNDERLINE.match(below) and not within else "text"


def _closed(group: list[Line], kind: BlockKind, rank: int | None) -> Iterator[Block]:
    if not group:
        return
    first, last = group[0], group[-1]
    mark = _HEADING.match(first.text) if kind == "heading" else None
    start = first.start + (mark.end() if mark else len(first.text) - len(first.text.lstrip()))
    text = last.text.rstrip()
    end = last.start + (len(text.rstrip("# ")) if mark else len(text))
    if start < end:
        yield Block(start, end, kind, first.number, rank=rank)
