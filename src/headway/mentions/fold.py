"""Text to the form the scan compares: one character for one character, so that positions stay exact."""

import re
import unicodedata
from bisect import bisect_right

import msgspec

_KEPT = frozenset("+.#&")
_MASK = "\x01"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_WIDE = re.compile(
    r"(?<=\S)(?:[^\S\n]{2,}|[^\S\n]+\n[^\S\n]*|\n[^\S\n]+)(?=\S)|(?<=\w)-\n[^\S\n]*(?=[a-z])"
)


def _fold_character(character: str) -> str:
    """Lower case without accent; a space for whatever separates words; always one character."""
    if character in _KEPT or character == _MASK:
        return character
    plain = unicodedata.normalize("NFKD", character)[:1].lower()[:1]
    if not plain.isalnum() or (ord(plain) >= 0x0E00 and not plain.isascii() and plain.lower() == plain.upper()):
        return " "  # punctuation, and scripts that write without spaces: a name may touch them
    return plain


class _Table(dict[int, str]):
    """str.translate table that fills itself; a per-process cache of a pure function."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_TABLE = _Table()


class Folded(msgspec.Struct, frozen=True):
    """The folded text between two spaces, and how to get back to the original's positions."""

    text: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def original(self, position: int) -> int:
        """Position in the original text of a position in `text` less the leading space."""
        return position + self.shifts[bisect_right(self.cuts, position) - 1] if self.cuts else position


def fold_name(name: str) -> str:
    """A name or phrase as a pattern: folded, single spaces, no spaces around."""
    return " ".join(name.translate(_TABLE).split())


def fold_text(text: str) -> Folded:
    """Fold a text. Web and mail addresses are masked; runs of white space within a paragraph become one."""
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda m: _MASK * len(m[0]), text)
    if _WIDE.search(text) is None:
        return Folded(f" {text.translate(_TABLE)} ")
    return _squeeze(text)


def _squeeze(text: str) -> Folded:
    pieces: list[str] = []
    cuts, shifts, last, position, lost = [0], [0], 0, 0, 0
    for run in _WIDE.finditer(text):
        pieces += (text[last : run.start()], " ")
        position += run.start() - last + 1
        lost += run.end() - run.start() - 1
        cuts.append(position)
        shifts.append(lost)
        last = run.end()
    pieces.append(text[last:])
    return Folded(f" {''.join(pieces).translate(_TABLE)} ", tuple(cuts), tuple(shifts))
