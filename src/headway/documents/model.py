"""A document as Headway sees it: one text, cut into blocks in human reading order."""

from typing import Literal

import msgspec

from headway.values import Finding

BlockKind = Literal["text", "heading", "item", "table"]
Box = tuple[float, float, float, float]
"""left, top, right, bottom in points from the page's top left corner."""


class Block(msgspec.Struct, frozen=True):
    """A run of text that belongs together (a paragraph, a heading, a list item, a table row).

    start, end: Unicode code points into `Document.text`; `Document.text[start:end]` is the block.
    page: 1-based, or None where the format has no pages. line: 1-based line of `text`.
    size: font size in points where known (headings are told by it). bold: likewise.
    inside: of a list item of a web page, how many lists stand around its own.
    rank: of a heading, 1 for the highest, where the format says it (Markdown).
    """

    start: int
    end: int
    kind: BlockKind
    line: int
    page: int | None = None
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    inside: int = 0
    rank: int | None = None


class Link(msgspec.Struct, frozen=True):
    """A hyperlink found in the document: its target and the text it stands on (may be empty)."""

    url: str
    text: str


class Document(msgspec.Struct, frozen=True):
    """The visible text of a file, its blocks in reading order, and findings.

    text: for plain text exactly the decoded file, for Markdown its lines without marks; otherwise the
    blocks joined by line breaks. Text hidden from a human reader is not in it: it is reported in `findings` only.
    structured: parsed content of a JSON Resume (its own keys), else None.
    """

    name: str
    format: Literal["pdf", "docx", "html", "markdown", "text", "json-resume"]
    text: str
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...]
    pages: int | None = None
    language: str | None = None
    """ISO 639-1 code, or None where it cannot be told."""
    links: tuple[Link, ...] = ()
    structured: dict[str, object] | None = None
