"""Words on a page that a person cannot see, and why."""

from collections.abc import Iterator
from typing import Final

import msgspec

from headway.documents.model import Box
from headway.documents.pdf.glyphs import Glyph, PageText
from headway.documents.pdf.picture import Picture

TINY: Final = 2.0
"""Points. Nobody reads text smaller than this."""
SAME_COLOUR: Final = 24
"""Of 255. Text nearer than this to its ground cannot be read."""
FAINT: Final = 48
"""Of 255. A mark weaker than this, by text in the colour of its ground, is not seen."""
INVISIBLE: Final = 3
"""Text render mode: neither filled nor stroked."""
OUTLINED = "drawn as outlines"
"""Text without ink over drawn letters: what the eye sees are the drawn ones. Not hidden."""
SAME = "in the colour of its background"
_FILLED: Final = frozenset({0, 4})


class Word(msgspec.Struct, frozen=True):
    """Characters with no blank between them, painted alike."""

    glyphs: list[Glyph]
    box: Box

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


class Judged(msgspec.Struct, frozen=True):
    """The characters to be read, the stretches hidden with the reason, and whether they are a scan's text."""

    visible: list[Glyph]
    hidden: list[tuple[str, str]]
    recognised: bool


def judge(page: PageText, picture: Picture | None) -> Judged:
    """Part what can be seen from what cannot.

    A page that is one picture with unseen text all over it is a scan with its recognised text: kept.
    """
    words = list(_words(page.glyphs))
    overlaps = _Overlaps(words)
    reasons = [_why_unseen(word, page, picture, overlaps) for word in words]
    unseen = sum(len(word.glyphs) for word, why in zip(words, reasons, strict=True) if why not in ("", OUTLINED))
    if unseen and page.pictured >= 0.5 and unseen >= 0.8 * len(page.glyphs):
        return Judged(page.glyphs, [], recognised=True)
    visible: list[Glyph] = []
    for word, why in zip(words, reasons, strict=True):
        if why == OUTLINED:
            visible += [_made_bold(glyph) for glyph in word.glyphs]
        elif not why:
            visible += word.glyphs
    reasons = ["" if why == OUTLINED else why for why in reasons]
    return Judged(visible, list(_stretches(words, reasons)), recognised=False)


def _made_bold(glyph: Glyph) -> Glyph:
    """Browsers draw letters as outlines to make a bold face that the font does not have."""
    return msgspec.structs.replace(glyph, paint=msgspec.structs.replace(glyph.paint, bold=True))


def _words(glyphs: list[Glyph]) -> Iterator[Word]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _belongs(run[-1], glyph):
            yield _word(run)
            run = []
        run.append(glyph)
    if run:
        yield _word(run)


def _belongs(last: Glyph, glyph: Glyph) -> bool:
    if glyph.spaced or last.paint != glyph.paint:
        return False
    em = max(glyph.paint.size, 0.1)
    return abs(glyph.base - last.base) < 0.1 * em and -0.5 * em < glyph.left - last.right < 0.3 * em


def _word(run: list[Glyph]) -> Word:
    """The box is the band where every letter has ink: neighbours above and below stay out of it."""
    top, bottom = min(each.top for each in run), max(each.bottom for each in run)
    high = bottom - top
    left, right = min(each.left for each in run), max(each.right for each in run)
    return Word(run, (left, top + 0.3 * high, right, bottom - 0.22 * high))


class _Overlaps:
    """Finds what other words lie over a word, by strips of the page."""

    STRIP = 16.0

    def __init__(self, words: list[Word]) -> None:
        self._strips: dict[int, list[Word]] = {}
        for word in words:
            self._strips.setdefault(int(word.box[1] // self.STRIP), []).append(word)

    def others(self, word: Word) -> bool:
        """True when different words of another colour share this word's place."""
        strip = int(word.box[1] // self.STRIP)
        near = [each for at in (strip - 1, strip, strip + 1) for each in self._strips.get(at, ())]
        paint = word.glyphs[0].paint
        return any(
            each.glyphs[0].paint.colour != paint.colour and _cover(each.box, word.box) and word.text not in each.text
            for each in near
        )


def _cover(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 0.3 * (other[2] - other[0]) and high > 0.3 * (other[3] - other[1])


def _why_unseen(word: Word, page: PageText, picture: Picture | None, overlaps: _Overlaps) -> str:
    paint = word.glyphs[0].paint
    left, top, right, bottom = word.box
    if right <= 0 or bottom <= 0 or left >= page.width or top >= page.height:
        return "outside the page"
    if paint.size < TINY and bottom - top < TINY:
        return f"{paint.size:.1g} points small"
    if picture is not None:
        return _by_picture(word, page, picture, overlaps)
    if paint.mode == INVISIBLE:
        return "painted invisibly"
    if paint.alpha == 0 and paint.mode == 0:
        return "transparent"
    return "white on white" if paint.mode == 0 and min(paint.colour) >= 255 - SAME_COLOUR and not page.pictures else ""


def _by_picture(word: Word, page: PageText, picture: Picture, overlaps: _Overlaps) -> str:
    letters = [glyph for glyph in word.glyphs if glyph.text.isalnum()]
    if not letters:
        return ""
    paint = word.glyphs[0].paint
    if paint.mode != INVISIBLE and picture.has_ink(word.box):
        if paint.mode != 0 or picture.distance(word.box, paint.colour) > SAME_COLOUR:
            return ""
        # In its ground's colour, and yet there is ink: its own soft edge, or other words lying over it.
        unread = picture.ink(word.box) <= FAINT or overlaps.others(word)
        return SAME if unread else ""
    on_photo = page.pictured < 0.5 and any(_cover(box, word.box) for box in page.pictures)
    if not on_photo and all(picture.drawn(_band(glyph)) for glyph in letters):
        return OUTLINED
    if paint.mode == INVISIBLE:
        return "painted invisibly"
    if paint.mode in _FILLED and picture.distance(word.box, paint.colour) <= SAME_COLOUR:
        return SAME
    if not paint.carried and not word.text.isascii():
        return ""  # Chinese, say, without its font: other systems show it
    return "covered or cut away"


def _band(glyph: Glyph) -> Box:
    high = glyph.bottom - glyph.top
    return glyph.left, glyph.top + 0.2 * high, glyph.right, glyph.bottom - 0.15 * high


def _stretches(words: list[Word], reasons: list[str]) -> Iterator[tuple[str, str]]:
    """Neighbouring hidden words as one text, with the reason."""
    parts: list[str] = []
    last = ""
    for word, why in zip(words, reasons, strict=True):
        if parts and why != last:
            yield last, " ".join(parts)
            parts = []
        last = why
        if why:
            parts.append(word.text)
    if parts:
        yield last, " ".join(parts)
