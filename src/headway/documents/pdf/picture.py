"""The page as the eye sees it: painted once with its text and once without.

Where the two pictures do not differ, text cannot be seen, whatever the trick: white on white, behind
a picture, cut away, on a layer that is switched off.
"""

import ctypes
from typing import Any, Final

import msgspec
import pypdfium2.raw as pdfium

from headway.documents.model import Box

MOST_PIXELS: Final = 4_000_000
SMALLEST_SCALE: Final = 0.3
"""Below this many pixels a point, words run together and the test says nothing."""
DRAWN: Final = 64
"""Of 255. A ground whose tones lie this far apart has something drawn on it."""
_CHANNELS: Final = 4


class Picture(msgspec.Struct, frozen=True):
    """Both paintings of a page, and where their bytes differ. Four bytes a pixel: blue, green, red, unused."""

    seen: bytes
    ground: bytes
    differing: bytes
    stride: int
    width: int
    height: int
    scale: float

    def _rows(self, box: Box) -> list[tuple[int, int]]:
        """Byte ranges of the box's pixels, row by row."""
        left = min(max(int(box[0] * self.scale), 0), self.width)
        right = min(max(int(box[2] * self.scale) + 1, 0), self.width)
        top = min(max(int(box[1] * self.scale), 0), self.height)
        bottom = min(max(int(box[3] * self.scale) + 1, 0), self.height)
        return [(y * self.stride + left * _CHANNELS, y * self.stride + right * _CHANNELS) for y in range(top, bottom)]

    def has_ink(self, box: Box) -> bool:
        """True when text left any mark within the box."""
        return any(self.differing[start:end].strip(b"\0") for start, end in self._rows(box))

    def ink(self, box: Box) -> int:
        """The strongest mark of text within the box, 0..255."""
        return max(
            (abs(a - b) for start, end in self._rows(box) for a, b in _pairs(self.seen, self.ground, start, end)),
            default=0,
        )

    def drawn(self, box: Box) -> bool:
        """True when the ground within the box is not plain: lines, outlines of letters, a photograph."""
        spans = self._rows(box)
        for channel in range(3):
            values = b"".join(self.ground[start + channel : end : _CHANNELS] for start, end in spans)
            if values and max(values) - min(values) >= DRAWN:
                return True
        return False

    def distance(self, box: Box, colour: tuple[int, int, int]) -> int:
        """How far the ground within the box is from a colour: the largest difference of any part, 0..255."""
        blue_green_red = colour[::-1]
        worst = 0
        for start, end in self._rows(box):
            for channel, wanted in enumerate(blue_green_red):
                values = self.ground[start + channel : end : _CHANNELS]
                if values:
                    worst = max(worst, max(values) - wanted, wanted - min(values))
        return worst


def _pairs(one: bytes, other: bytes, start: int, end: int) -> "zip[tuple[int, int]]":
    return zip(one[start:end], other[start:end], strict=True)


def picture_of(page: Any, objects: list[Any], width: float, height: float) -> Picture | None:
    """Paint the page with and without its text objects; None when it is too large to be told anything.

    Leaves the text objects switched off: take the page's text first.
    """
    if width <= 0 or height <= 0:
        return None
    scale = min(1.0, (MOST_PIXELS / (width * height)) ** 0.5)
    if scale < SMALLEST_SCALE:
        return None
    wide, high = max(1, round(width * scale)), max(1, round(height * scale))
    seen, stride = _paint(page, wide, high)
    for thing in objects:
        pdfium.FPDFPageObj_SetIsActive(thing, False)
    ground, _ = _paint(page, wide, high)
    # One exclusive-or over the whole picture: a million bytes in a millisecond.
    mixed = int.from_bytes(seen, "little") ^ int.from_bytes(ground, "little")
    return Picture(seen, ground, mixed.to_bytes(len(seen), "little"), stride, wide, high, scale)


def _paint(page: Any, wide: int, high: int) -> tuple[bytes, int]:
    bitmap = pdfium.FPDFBitmap_Create(wide, high, 0)
    if not bitmap:
        raise MemoryError("no room for a page's picture")
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, wide, high, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        return ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * high), stride
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
