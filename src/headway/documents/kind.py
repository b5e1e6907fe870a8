"""Tell what a file is from its first bytes; the name only decides between kinds of text."""

import re
from pathlib import PurePath
from typing import Final, Literal

from headway.documents.source import Source
from headway.errors import UnreadableFile

DocumentKind = Literal["pdf", "docx", "html", "markdown", "text", "json-resume"]

# First bytes -> what the file is, in the words of the error line. Byte patterns, not vocabulary.
_OTHERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL picture"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NAMED: Final[dict[str, str]] = {
    ".pdf": "a PDF",
    ".docx": "a DOCX",
    ".html": "HTML",
    ".json": "JSON",
    ".md": "Markdown",
}
_EXPORT: Final = "Export your CV as PDF or DOCX and give that file."
_BOM: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def kind_of(source: Source) -> DocumentKind:
    """The kind of document; UnreadableFile when it is something else than a document."""
    head = source.head
    suffix = PurePath(source.name).suffix.lower()
    if b"%PDF-" in head[:1100]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"  # its reader says so when the archive is another one
    _refuse_others(source, suffix)
    if _HTML.match(head) or suffix in {".html", ".htm", ".xhtml"}:
        return "html"
    if _looks_like_json(head) and (suffix == ".json" or b'"basics"' in head):
        return "json-resume"
    return "markdown" if suffix in {".md", ".markdown"} else "text"


def _looks_like_json(head: bytes) -> bool:
    return head.removeprefix(_BOM[0]).lstrip()[:1] == b"{"


def _refuse_others(source: Source, suffix: str) -> None:
    found = _other_kind(source.head)
    if found is None and suffix in {".pdf", ".docx"}:
        raise UnreadableFile(
            f"{source.name} is not {_NAMED[suffix]}: its first bytes are not those of one.",
            "It may be damaged or only renamed. " + _EXPORT,
        )
    if found is not None:
        wanted = f", not {_NAMED[suffix]}" if suffix in _NAMED else ""
        raise UnreadableFile(f"{source.name} is {found}{wanted}.", _EXPORT)


def _other_kind(head: bytes) -> str | None:
    if head.startswith(_OLE):
        return "a protected or old (.doc) Office file"
    if head[:4] == b"RIFF":
        return "a WebP picture" if head[8:12] == b"WEBP" else "a sound or video file"
    if head[4:8] == b"ftyp":
        return "a HEIC picture or a video"
    for magic, words in _OTHERS:
        if head.startswith(magic):
            return words
    if head.startswith(b"MZ") and b"\x00" in head:
        return "a program"
    return "binary data" if _is_binary(head) else None


def _is_binary(head: bytes) -> bool:
    """Text has next to no control characters; UTF-16 has a zero beside each Latin letter, so it is let through."""
    if head.startswith(_BOM):
        return False
    zeros = head.count(0)
    if zeros and max(head[0::2].count(0), head[1::2].count(0)) >= 0.95 * zeros and zeros >= 0.2 * len(head):
        return False
    control = sum(head.count(code) for code in range(32) if code not in (9, 10, 12, 13, 27)) + head.count(127)
    return zeros > 0 or control > 0.02 * len(head)
