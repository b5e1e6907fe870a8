"""Text to the form the scan compares: one character for one character, so that positions stay exact."""

import re
import unicodedata
from bisect import bisect_right

import msgspec

_KEPT = frozenset("+.#&")
_MASK = "\x01"
_ADDRESS_SIGNS = ("://", "www.", "@", ".com/", ".io/", ".org/")
_ADDRESS_START = re.compile(r"[\w.+-]*$")
_ADDRESS_END = re.compile(r"\S*")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_PLUS = re.compile(r"\+(?<=[A-Za-z]\+)(?=[A-Z])")  # begins with its sign: the search goes from one to the next
_RUN = re.compile(r"[\s-](?<!\s.)(?<!\n(?=\n))\s+", re.DOTALL)


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


def _fold(text: str) -> str:
    """Translate; foreign characters one kind at a time first, as translating pure ASCII is many times faster."""
    if not text.isascii():
        for character in set(_FOREIGN.findall(text)):
            text = text.replace(character, _TABLE[ord(character)])
    return text.translate(_TABLE)


class Folded(msgspec.Struct, frozen=True):
    """The folded text between two spaces, and how to get back to the original's positions."""

    text: str
    cuts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def original(self, position: int) -> int:
        """Position in the original text of a position in `text` less the leading space."""
        return position + self.shifts[bisect_right(self.cuts, position) - 1] if self.cuts else position


def fold_name(name: str) -> str:
    """A name or phrase as a pattern: folded as a text is (a comma and its space are two), no spaces around."""
    return _fold(" ".join(name.split())).strip()


def fold_text(text: str) -> Folded:
    """Fold a text. Web and mail addresses are masked; runs of white space within a paragraph become one."""
    for sign in _ADDRESS_SIGNS:
        if sign in text:
            text = _mask(text, sign)
    if "+" in text:
        text = _PLUS.sub(" ", text)  # two names with a sign between them (`ML+DevOps`)
    wide = [span for run in _RUN.finditer(text) if (span := run.span()) and _is_inside(text, *span)]
    return _squeeze(text, wide) if wide else Folded(f" {_fold(text)} ")


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether white space (or a hyphen at a line's end) lies within a paragraph, so that a name may go over it."""
    if not 0 < start < end < len(text) or text[start - 1].isspace():
        return False
    if text[start] == "-":
        return text[start + 1] == "\n" and text[start - 1].isalpha() and text[end].islower()
    return text.count("\n", start, end) <= 1


def _mask(text: str, sign: str) -> str:
    """Blot out each run of characters around the sign, so that no name is read in an address."""
    pieces: list[str] = []
    last, at = 0, text.find(sign)
    while at >= 0:
        start = max(last, _ADDRESS_START.search(text, max(last, at - 64), at).start())  # type: ignore[union-attr]
        end = _ADDRESS_END.match(text, at).end()  # type: ignore[union-attr]
        pieces += (text[last:start], _MASK * (end - start))
        last, at = end, text.find(sign, end)
    return "".join(pieces) + text[last:]


def _squeeze(text: str, runs: list[tuple[int, int]]) -> Folded:
    pieces: list[str] = []
    cuts, shifts, last, position, lost = [0], [0], 0, 0, 0
    for start, end in runs:
        pieces += (text[last:start], " ")
        position += start - last + 1
        lost += end - start - 1
        cuts.append(position)
        shifts.append(lost)
        last = end
    pieces.append(text[last:])
    return Folded(f" {_fold(''.join(pieces))} ", tuple(cuts), tuple(shifts))
