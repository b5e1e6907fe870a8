"""The characters of a PDF page with place, size and paint, in the order of the file."""

import ctypes
import math
import unicodedata
from typing import Any, Final

import msgspec
import pypdfium2.raw as pdfium

from headway.documents.model import Box

_BULLETS: Final = frozenset(range(0xF0A0, 0xF0B0)) | {0xF0B7, 0xF0D8, 0xF076, 0xF0FC, 0xF0FE, 0xF06C, 0xF06E}
"""Bullets of the Symbol and Wingdings fonts, which sit in the private area of Unicode."""
_HYPHENS: Final = frozenset({0x02, 0xAD, 0xFFFE})
_NO_WIDTH: Final = frozenset({0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF})
_UPRIGHT: Final = math.cos(math.radians(12))
_IMAGE: Final = 3
_FORM: Final = 5
MOST_OBJECTS: Final = 5_000
"""Objects looked at for pictures on one page."""


class Paint(msgspec.Struct, frozen=True):
    """How a text object is painted. alpha and colour parts 0..255; mode: the PDF text render mode.

    carried: the file carries the font. Where it does not, this system may lack it and paint nothing.
    """

    size: float
    bold: bool
    upright: bool
    colour: tuple[int, int, int]
    alpha: int
    mode: int
    carried: bool


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """One character. Points from the top left corner of the page as shown.

    spaced: a blank stands before it in the file. parted: pdfium takes its gap for a blank.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    paint: Paint
    thing: int
    spaced: bool
    parted: bool = False


class PageText(msgspec.Struct, frozen=True):
    """A page's characters, its size in points, and its pictures.

    objects: the text objects, for `picture`. cut: there were more characters than were asked for.
    """

    glyphs: list[Glyph]
    width: float
    height: float
    pictures: list[Box]
    objects: list[Any]
    cut: bool

    @property
    def pictured(self) -> float:
        """The share of the page (0..1) that its largest picture covers."""
        area = self.width * self.height
        return max(((x1 - x0) * (y1 - y0) / area for x0, y0, x1, y1 in self.pictures), default=0.0)


class ToScreen:
    """Page coordinates (any corner, any rotation) to points from the top left of the page as shown."""

    def __init__(self, page: Any, width: float, height: float) -> None:
        wide, high = max(1, round(width * 100)), max(1, round(height * 100))
        x, y = ctypes.c_int(), ctypes.c_int()

        def at(page_x: float, page_y: float) -> tuple[float, float]:
            pdfium.FPDF_PageToDevice(page, 0, 0, wide, high, 0, page_x, page_y, x, y)
            return x.value / 100, y.value / 100

        (self.e, self.f), (ax, ay), (cx, cy) = at(0, 0), at(1000, 0), at(0, 1000)
        self.a, self.b = (ax - self.e) / 1000, (ay - self.f) / 1000
        self.c, self.d = (cx - self.e) / 1000, (cy - self.f) / 1000

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


class _Reader:
    """Reads one page; holds what the C calls write into."""

    def __init__(self, page: Any, text: Any, screen: ToScreen) -> None:
        self.page, self.text, self.screen = page, text, screen
        self.paints: dict[int, Paint] = {}
        self.objects: list[Any] = []
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._rgba = [ctypes.c_uint() for _ in range(4)]

    def glyphs(self, count: int) -> list[Glyph]:
        """All characters that mean something; blanks become `spaced`."""
        found: list[Glyph] = []
        spaced = parted = False
        high = 0
        for index in range(count):
            code = pdfium.FPDFText_GetUnicode(self.text, index)
            thing = pdfium.FPDFText_GetTextObject(self.text, index)
            if not thing:
                parted = True  # made up by pdfium, a hint at most
                continue
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
            high = 0
            text = _meant(code)
            if text == " ":
                spaced = True
            elif text:
                found.append(self._glyph(index, text, thing, spaced, parted))
                spaced = parted = False
        return found

    def _glyph(self, index: int, text: str, thing: Any, spaced: bool, parted: bool) -> Glyph:
        key = ctypes.addressof(thing.contents)
        paint = self.paints.get(key)
        if paint is None:
            paint = self.paints[key] = self._paint(index, thing)
            self.objects.append(thing)
        pdfium.FPDFText_GetLooseCharBox(self.text, index, self._rect)
        rect = self._rect
        left, top, right, bottom = self.screen.box(rect.left, rect.bottom, rect.right, rect.top)
        pdfium.FPDFText_GetCharOrigin(self.text, index, self._x, self._y)
        _, base = self.screen.point(self._x.value, self._y.value)
        return Glyph(text, left, top, right, bottom, base, paint, key, spaced, parted)

    def _paint(self, index: int, thing: Any) -> Paint:
        matrix = self._matrix
        if not pdfium.FPDFText_GetMatrix(self.text, index, matrix):
            matrix.a, matrix.b, matrix.c, matrix.d = 1.0, 0.0, 0.0, 1.0
        size = pdfium.FPDFText_GetFontSize(self.text, index) * math.hypot(matrix.c, matrix.d)
        along_x = self.screen.a * matrix.a + self.screen.c * matrix.b
        along_y = self.screen.b * matrix.a + self.screen.d * matrix.b
        upright = along_x >= _UPRIGHT * math.hypot(along_x, along_y)
        rgba = self._rgba
        if not pdfium.FPDFText_GetFillColor(self.text, index, *rgba):
            rgba[0].value = rgba[1].value = rgba[2].value = 0
            rgba[3].value = 255
        red, green, blue, alpha = (part.value for part in rgba)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
        bold, carried = self._font(thing)
        return Paint(size, bold, upright, (red, green, blue), alpha, mode, carried)

    def _font(self, thing: Any) -> tuple[bool, bool]:
        """Whether the font is bold, and whether the file carries it."""
        font = pdfium.FPDFTextObj_GetFont(thing)
        if not font:
            return False, True
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            name = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, name, 256)
            words = name.value.decode("utf-8", "replace").lower()
            # By name: the weight that pdfium tells is guessed from stem widths and often wrong.
            bold = any(word in words for word in ("bold", "black", "heavy", "medium", "demi", "-bd", "cmbx"))
            self._fonts[key] = bold, bool(pdfium.FPDFFont_GetIsEmbedded(font))
        return self._fonts[key]


def _meant(code: int) -> str:
    """What a character code stands for: ligatures taken apart, icons dropped, blanks as one space."""
    if 0x20 < code < 0x7F:
        return chr(code)
    if code in _HYPHENS:
        return "-"
    if code <= 0x20 or code in (0xA0, 0x3000) or 0x2000 <= code <= 0x200A:
        return " "
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return "•" if code in _BULLETS else ""
    if code in _NO_WIDTH or code in (0xFFFD, 0xFFFF) or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000:
        return ""
    if 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", chr(code))
    return chr(code)


def read_page(page: Any, most: int) -> PageText:
    """The characters of a loaded page, at most `most` of them."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    screen = ToScreen(page, width, height)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        count = pdfium.FPDFText_CountChars(text) if text else 0
        reader = _Reader(page, text, screen)
        glyphs = reader.glyphs(min(count, most))
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
    return PageText(glyphs, width, height, _pictures(page, screen, width, height), reader.objects, count > most)


def _pictures(page: Any, screen: ToScreen, width: float, height: float) -> list[Box]:
    """Where pictures are, cut to the page."""
    found: list[Box] = []
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == _IMAGE or (kind == _FORM and _holds_image(thing)):
            edges = [ctypes.c_float() for _ in range(4)]
            if pdfium.FPDFPageObj_GetBounds(thing, *edges):
                x0, y0, x1, y1 = screen.box(*(edge.value for edge in edges))
                box = (max(x0, 0.0), max(y0, 0.0), min(x1, width), min(y1, height))
                found += [box] if box[0] < box[2] and box[1] < box[3] else []
    return found


def _holds_image(form: Any) -> bool:
    count = min(pdfium.FPDFFormObj_CountObjects(form), 50)
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(form, index)) == _IMAGE for index in range(count)
    )
