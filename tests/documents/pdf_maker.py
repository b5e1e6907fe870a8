"""Write small PDF files by hand, so that a test shows what is in its file."""

import zlib
from collections.abc import Sequence

WIDTH, HEIGHT = 612, 792
Page = str | bytes


def text(x: float, y: float, words: str, size: float = 10, font: str = "F1", before: str = "") -> str:
    """Words at a place: x from the left, y from the top, in points. before: operators put first, as '1 g'."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"q {before} BT /{font} {size} Tf {x} {HEIGHT - y} Td ({escaped}) Tj ET Q\n"


def lines(x: float, y: float, words: Sequence[str], size: float = 10, step: float = 14, font: str = "F1") -> str:
    """One line below the other."""
    return "".join(text(x, y + step * number, line, size, font) for number, line in enumerate(words))


def box(x: float, y: float, wide: float, high: float, colour: str = "0 g") -> str:
    """A filled rectangle: place of its top left corner."""
    return f"q {colour} {x} {HEIGHT - y - high} {wide} {high} re f Q\n"


def picture(x: float, y: float, wide: float, high: float) -> str:
    """The grey picture Im1, stretched to this rectangle."""
    return f"q {wide} 0 0 {high} {x} {HEIGHT - y - high} cm /Im1 Do Q\n"


def pdf(
    *pages: Page, compress: bool = False, page_extra: str = "", trailer_extra: str = "", more: Sequence[str] = ()
) -> bytes:
    """A PDF of these content streams. Fonts: F1 Helvetica, F2 its bold. `more`: further objects, from number 6 on."""
    kids = " ".join(f"{6 + len(more) + 2 * n} 0 R" for n in range(len(pages)))
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
        _stream(b"\x80", "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"),
        *(each.encode() for each in more),
    ]
    for content in pages:
        number = len(objects) + 1
        resources = "<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</Im1 5 0 R>>/ExtGState<</Clear<</ca 0>>>>>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {number + 1} 0 R"
            f"/Resources{resources}{page_extra}>>".encode()
        )
        data = content if isinstance(content, bytes) else content.encode("cp1252")
        objects.append(_stream(zlib.compress(data, 9), "/Filter/FlateDecode") if compress else _stream(data))
    return _file(objects, trailer_extra)


def _stream(data: bytes, extra: str = "") -> bytes:
    return f"<</Length {len(data)}{extra}>>stream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes], trailer_extra: str) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer_extra}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
