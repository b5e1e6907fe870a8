"""Bytes to text: byte order mark, UTF-8, UTF-16, Windows Western, then a statistical guess.

Why not the guess alone: on a short CV it takes Windows-1252 for a DOS code page.
"""

import codecs
import re
from typing import Final

import msgspec

from headway.errors import UnreadableFile
from headway.values import Finding

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, which begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNDEFINED_1252: Final = frozenset(b"\x81\x8d\x8f\x90\x9d")
# What stands above 0x7F in Western prose: letters with accents, quotes, dashes, bullet, ellipsis, euro, signs.
_WESTERN: Final = re.compile(
    "[\u00c0-\u00ff\u2010-\u2026\u20ac\u2122\u0152\u0153\u0160\u0161\u017d\u017e\u00a0-\u00bf]"
)
# Runs of four such letters are rare in Western words and the rule in Cyrillic, Greek or Chinese bytes.
_RUN: Final = re.compile("[\u00c0-\u00ff]{4}")


class Decoded(msgspec.Struct, frozen=True):
    """Text, the name of its encoding, and whether that was guessed."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, name: str) -> Decoded:
    """The text in `data`; UnreadableFile when no encoding gives text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, name), encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    wide = _wide(data)
    if wide is not None:
        return Decoded(_strict(data[: len(data) // 2 * 2], wide, name), wide, guessed=True)
    japanese = _japanese(data)
    if japanese is not None:
        return japanese
    if _western(data):
        return Decoded(data.decode("cp1252", "replace"), "windows-1252", guessed=True)
    return _guess(data, name)


def encoding_finding(decoded: Decoded, name: str) -> tuple[Finding, ...]:
    """A note when the encoding was guessed."""
    if not decoded.guessed:
        return ()
    what = f"The text is not UTF-8; it was read as {decoded.encoding}."
    return (Finding("guessed-encoding", "note", name, what, "If letters look wrong, save the file as UTF-8."),)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            f"{name} says it is {encoding.upper()} but is not: damaged near byte {error.start:,}.",
            "Save it again as UTF-8.",
        ) from None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte is zero."""
    sample = data[:4096]
    half = max(1, len(sample) // 2)
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _japanese(data: bytes) -> Decoded | None:
    """Shift JIS or EUC-JP, where a fifth of what is not ASCII is hiragana: no other language has it.

    The statistical guess takes a short Japanese text for Korean.
    """
    for encoding in ("shift_jis", "euc_jp"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        letters = [letter for letter in text if letter > "\x7f"]
        if sum("\u3041" <= letter <= "\u3096" for letter in letters) > len(letters) / 5:
            return Decoded(text, encoding, guessed=True)
    return None


def _western(data: bytes) -> bool:
    if not _UNDEFINED_1252.isdisjoint(data):
        return False
    high = [chr_ for chr_ in data.decode("cp1252", "replace") if ord(chr_) > 0x7F]
    if len(high) > 0.2 * len(data):
        return False
    usual = sum(1 for chr_ in high if _WESTERN.match(chr_))
    return usual >= 0.95 * len(high) and not _RUN.search(data.decode("cp1252", "replace"))


def _guess(data: bytes, name: str) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is not None:
        try:
            text = data.decode(best.encoding)
            text.encode()  # UTF-7 can spell halves of characters
            return Decoded(text, best.encoding, guessed=True)
        except (UnicodeError, LookupError):
            pass
    raise UnreadableFile(f"{name} is not text in any known encoding.", "Save it as UTF-8, or export a PDF.")
