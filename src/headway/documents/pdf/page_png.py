"""A page of a PDF as a PNG picture; runs in a process apart."""

import struct
import zlib
from typing import Any, Final

WIDE: Final = 900
"""Pixels across."""
MOST_HIGH: Final = 2400
"""A page that is much higher than wide is made smaller."""
_COLOURS: Final = {1: 0, 3: 2, 4: 6}
"""Channels of a bitmap to PNG's colour type: grey, RGB, RGB with alpha."""


def work(argument: str, data: bytes) -> bytes:
    """Called by `sandbox.launch` with a page's number from 1; empty where there is no such page or it has no size."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(data)
    number = int(argument) - 1
    if not 0 <= number < len(document):
        return b""
    page = document[number]
    width, height = page.get_size()
    if width <= 0 or height <= 0:
        return b""
    bitmap = page.render(scale=min(WIDE / width, MOST_HIGH / height), rev_byteorder=True)
    return png(bitmap)


def png(bitmap: Any) -> bytes:
    """The bitmap as PNG (ISO/IEC 15948), 8 bits a channel, no filter."""
    row = bitmap.width * bitmap.n_channels
    pixels = bytes(bitmap.buffer)
    rows = b"".join(b"\0" + pixels[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, _COLOURS[bitmap.n_channels], 0, 0, 0)
    parts = (_part(b"IHDR", head), _part(b"IDAT", zlib.compress(rows, 6)), _part(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
