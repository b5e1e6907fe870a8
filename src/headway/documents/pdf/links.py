"""Hyperlinks of a page: the address of each annotation and the text under it."""

import ctypes
from typing import Any, Final

import pypdfium2.raw as pdfium

from headway.documents.model import Link
from headway.documents.pdf.glyphs import Glyph, ToScreen

MOST: Final = 300
LONGEST: Final = 2_000
_URI: Final = 3


def links_of(document: Any, page: Any, glyphs: list[Glyph]) -> list[Link]:
    """Links to addresses outside the document, in the order of the file."""
    screen = ToScreen(page, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
    found: list[Link] = []
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    while len(found) < MOST and pdfium.FPDFLink_Enumerate(page, position, link):
        address = _address(document, link)
        if address.startswith(("http://", "https://", "mailto:", "tel:")):
            found.append(Link(address, _text_under(link, screen, glyphs)))
    return found


def _address(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != _URI:
        return ""
    size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < size <= LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")


def _text_under(link: Any, screen: ToScreen, glyphs: list[Glyph]) -> str:
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFLink_GetAnnotRect(link, rect):
        return ""
    left, top, right, bottom = screen.box(rect.left, rect.bottom, rect.right, rect.top)
    parts: list[str] = []
    for glyph in glyphs:
        if left <= (glyph.left + glyph.right) / 2 <= right and top <= (glyph.top + glyph.bottom) / 2 <= bottom:
            parts.append(" " + glyph.text if glyph.spaced and parts else glyph.text)
    return "".join(parts)[:200]
