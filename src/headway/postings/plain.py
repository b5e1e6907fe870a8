"""Postings come as text, Markdown, HTML or HTML with its marks escaped: one plain text for the rules."""

import html
import re
from typing import Final

from headway.documents.html import read_html
from headway.documents.model import Document
from headway.values import Finding

LONGEST_LINE: Final = 240
"""Characters of a quoted line."""

_TAG = re.compile(
    r"</?(?:p|div|br|ul|ol|li|h[1-6]|strong|em|b|i|span|html|body|table|a|u|section|article)\b[^<>]{0,2000}>", re.I
)
_ESCAPED = re.compile(r"&(?:amp;)*(?:lt|#60|#x3c);/?(?:p|div|br|ul|ol|li|h[1-6]|strong|span|b|em)\b", re.I)
_NEXT_LINE = re.compile(r"\s*\n[\s\-*•·–]*")
_LOOK = 4000
_DEEPEST = 20
"""Lists within lists whose depth is shown."""


def is_markup(text: str) -> bool:
    """Whether a text is HTML, escaped or not."""
    head = text[:_LOOK]
    if "<" not in head and "&" not in head:
        return False
    return (
        len(_TAG.findall(head)) >= 2
        or len(_ESCAPED.findall(head)) >= 2
        or head.lstrip()[:15].lower().startswith(("<!doctype", "<html"))
    )


def plain_text(text: str, name: str = "posting") -> tuple[str, tuple[Finding, ...]]:
    """The text a reader sees, list items marked by a dash, and what was hidden. Plain text comes back unchanged.

    Raises UnreadableFile for HTML nested absurdly deep.
    """
    if not is_markup(text):
        return text, ()
    for _ in range(3):
        if not _ESCAPED.search(text[:_LOOK]):
            break
        text = html.unescape(text)
    document = read_html(text.encode("utf-8", "replace"), name)
    return document_text(document), document.findings


def document_text(document: Document) -> str:
    """A document's blocks as lines; list items begin with a dash, headings stand alone."""
    if document.format in ("text", "markdown"):
        return document.text
    lines = []
    for block in document.blocks:
        body = document.text[block.start : block.end]
        if block.kind == "heading" or (block.bold and len(body) < 80):
            lines += ["", body, ""]
        elif block.kind == "item" and body[:1].isalnum():
            lines.append(f"{'  ' * min(block.inside, _DEEPEST)} - {body}")
        else:
            lines.append(body)
    return "\n".join(lines).strip("\n")


def line_around(text: str, start: int, end: int) -> str:
    """The line around a place; of an endless one the part near by, of several the items one after the other."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    right = len(text) if right < 0 else right
    cut_left, cut_right = max(left, start - LONGEST_LINE // 2), min(right, max(end, start + LONGEST_LINE // 2))
    marks = ("…" if cut_left > left else "", "…" if cut_right < right else "")
    return marks[0] + _NEXT_LINE.sub("; ", text[cut_left:cut_right].strip(" \t\r-*•·–")) + marks[1]
