"""PDF to a Document."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import msgspec
import pypdfium2.raw as pdfium

from headway.documents.building import joined
from headway.documents.limits import Limits
from headway.documents.model import Document, Link
from headway.documents.notices import cut_short, hidden_text
from headway.documents.pdf.blocks import body_of, pieces_of
from headway.documents.pdf.glyphs import Glyph, read_page
from headway.documents.pdf.hidden import judge
from headway.documents.pdf.links import links_of
from headway.documents.pdf.order import ordered
from headway.documents.pdf.picture import picture_of
from headway.documents.pdf.rows import Row
from headway.documents.pdf.segments import segments_of
from headway.documents.pdf.sidebars import in_columns
from headway.errors import UnreadableFile
from headway.values import Finding

_PASSWORD: Final = 4
_SECURITY: Final = 5
SCANNED_FROM: Final = 0.4
"""A page without text, whose largest picture covers this share of it, is a scan."""
MOST_HIDDEN: Final = 5
"""Findings of hidden text for one page; the rest is counted."""


class PageRead(msgspec.Struct, frozen=True):
    """What one page gave."""

    rows: list[Row]
    links: list[Link]
    findings: list[Finding]
    characters: int


def read_pdf(data: bytes, name: str, limits: Limits) -> Document:
    """Read a PDF. UnreadableFile when it is protected, damaged or without pages."""
    with _opened(data, name) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count <= 0:
            raise UnreadableFile(f"{name} has no pages.", "Export it again.")
        pages = list(_pages(document, name, count, limits))
    rows = [page.rows for page in pages]
    body = body_of(rows)
    text, blocks = joined(in_columns([pieces_of(each, at + 1, body) for at, each in enumerate(rows)]))
    findings = [finding for page in pages for finding in page.findings]
    if len(pages) < count:
        findings.append(cut_short(name, f"Only the first {len(pages)} of {count:,} pages were read."))
    links = tuple(dict.fromkeys(link for page in pages for link in page.links))
    return Document(name, "pdf", text, blocks, tuple(findings), pages=count, links=links)


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Any]:
    pdfium.FPDF_InitLibrary()
    start = data.find(b"%PDF-")  # some files carry a mail header or the like before it
    held = ctypes.create_string_buffer(data[start:], len(data) - start)
    document = pdfium.FPDF_LoadMemDocument64(held, len(data) - start, None)
    if not document:
        code = pdfium.FPDF_GetLastError()
        if code in (_PASSWORD, _SECURITY):
            raise UnreadableFile(f"{name} is protected with a password.", "Save a copy without one and give that.")
        raise UnreadableFile(
            f"{name} is damaged or cut off: no PDF reader can open it.", "Export or download it again."
        )
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _pages(document: Any, name: str, count: int, limits: Limits) -> Iterator[PageRead]:
    left = limits.characters
    for index in range(min(count, limits.pages)):
        read = _page(document, index, name, left, pictured=index < limits.pictured_pages)
        yield read
        left -= read.characters
        if left <= 0:
            return


def _page(document: Any, index: int, name: str, most: int, pictured: bool) -> PageRead:
    where = f"{name}, page {index + 1}"
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        broken = Finding("broken-page", "warning", where, "This page cannot be read; it was left out.", "Export again.")
        return PageRead([], [], [broken], 0)
    try:
        text = read_page(page, most)
        picture = picture_of(page, text.objects, text.width, text.height) if text.glyphs and pictured else None
        judged = judge(text, picture)
        links = links_of(document, page, judged.visible)
    finally:
        pdfium.FPDF_ClosePage(page)
    findings = _hidden(judged.hidden, where)
    if judged.recognised:
        what = "This page is a scan; its text was put there by text recognition and may have mistakes."
        findings.append(
            Finding("ocr-layer", "note", where, what, "Export the CV from where it was written, if you can.")
        )
    if not text.glyphs and text.pictured >= SCANNED_FROM:
        what = "This page is a picture without text; nothing on it was read."
        findings.append(Finding("scanned-page", "warning", where, what, "Export the CV from where it was written."))
    if text.cut:
        findings.append(cut_short(where, f"Reading stopped after {most:,} characters."))
    return PageRead(_rows(judged.visible), links, findings, len(text.glyphs))


def _rows(glyphs: list[Glyph]) -> list[Row]:
    """Upright text in reading order, then what is turned, each turned line by itself."""
    rows = ordered(segments_of([glyph for glyph in glyphs if glyph.paint.upright]))
    return rows + _turned([glyph for glyph in glyphs if not glyph.paint.upright])


def _turned(glyphs: list[Glyph]) -> list[Row]:
    """Lines that run up, down or aslant, in the order of the file."""
    rows: list[Row] = []
    last: Glyph | None = None
    for glyph in glyphs:
        em = max(glyph.paint.size, 1.0)
        near = last is not None and max(_apart(last, glyph)) <= 1.5 * em
        if near and rows:
            row = rows[-1]
            row.text += (" " if glyph.spaced else "") + glyph.text
            row.left, row.right = min(row.left, glyph.left), max(row.right, glyph.right)
            row.top, row.bottom = min(row.top, glyph.top), max(row.bottom, glyph.bottom)
        else:
            box = (glyph.left, glyph.top, glyph.right, glyph.bottom)
            rows.append(Row(glyph.text, *box, glyph.base, glyph.paint.size, glyph.paint.bold, glyph.right, -1))
        last = glyph
    return rows


def _apart(one: Glyph, other: Glyph) -> tuple[float, float]:
    wide = max(one.left, other.left) - min(one.right, other.right)
    high = max(one.top, other.top) - min(one.bottom, other.bottom)
    return wide, high


def _hidden(stretches: list[tuple[str, str]], where: str) -> list[Finding]:
    telling = [(how, text) for how, text in stretches if any(sign.isalnum() for sign in text)]
    findings = [hidden_text(where, text, how) for how, text in telling[:MOST_HIDDEN]]
    if len(telling) > MOST_HIDDEN:
        more = sum(len(text) for _, text in telling[MOST_HIDDEN:])
        findings.append(
            hidden_text(where, f"{more:,} more characters in {len(telling) - MOST_HIDDEN} places", "likewise")
        )
    return findings
