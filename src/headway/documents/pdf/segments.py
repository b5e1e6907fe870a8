"""Characters joined to segments: runs of text on one line with no wide gap inside."""

from itertools import pairwise
from statistics import median
from typing import Final

import msgspec

from headway.documents.pdf.glyphs import Glyph

# Gaps in em (multiples of the font size).
WORD_GAP: Final = 0.18
"""Where no blank is in the file, a gap this wide is one."""
HINTED_GAP: Final = 0.08
"""... and one this wide is, where pdfium thinks so too."""
WIDEST_PLAIN: Final = 0.8
"""Characters further apart belong to different segments ..."""
WIDEST_SPACED: Final = 1.2
"""... unless a blank is between them (justified lines) ..."""
WIDEST_SAME: Final = 2.0
"""... or the file paints them with one command."""
LETTER_SPACED: Final = 0.12
"""A heading whose letters all stand this far apart is letter-spaced."""


class Segment(msgspec.Struct, frozen=True):
    """A run of text. Points from the top left corner; base: the line the letters stand on."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    bold: bool

    @property
    def style(self) -> tuple[float, bool]:
        """Size in half points and weight: equal for text of one role."""
        return round(self.size * 2) / 2, self.bold


def segments_of(glyphs: list[Glyph]) -> list[Segment]:
    """Segments of upright characters, in the order of the file."""
    found: list[Segment] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _goes_on(run[-1], glyph, run[0]):
            found.append(_segment(run))
            run = []
        run.append(glyph)
    if run:
        found.append(_segment(run))
    return found


def _goes_on(last: Glyph, glyph: Glyph, first: Glyph) -> bool:
    em = max(last.paint.size, glyph.paint.size, 1.0)
    drop = abs(glyph.base - last.base)
    if drop > 0.2 * em:
        raised = min(last.paint.size, glyph.paint.size) < 0.85 * em and drop <= 0.6 * em
        if not raised and abs(glyph.base - first.base) > 0.2 * em:
            return False
    gap = glyph.left - last.right
    apart = WIDEST_SPACED if glyph.spaced else WIDEST_PLAIN
    widest = WIDEST_SAME if last.thing == glyph.thing else apart
    # Parts of a ligature share one box, so the second seems to step back by all its width.
    back = 1.5 if last.thing == glyph.thing else 0.6
    return -back * em < gap <= widest * em


def _segment(run: list[Glyph]) -> Segment:
    weights: dict[float, int] = {}
    for glyph in run:
        weights[glyph.paint.size] = weights.get(glyph.paint.size, 0) + len(glyph.text)
    size = max(weights, key=lambda each: (weights[each], each))
    base = next(glyph.base for glyph in run if glyph.paint.size == size)
    return Segment(
        text=_spelled(run),
        left=min(glyph.left for glyph in run),
        top=min(glyph.top for glyph in run),
        right=max(glyph.right for glyph in run),
        bottom=max(glyph.bottom for glyph in run),
        base=base,
        size=size,
        bold=sum(glyph.paint.bold for glyph in run) > 0.8 * len(run),
    )


def _spelled(run: list[Glyph]) -> str:
    """The text of a run, blanks put where the gaps say so; letter-spaced words are closed up."""
    gaps = [(b.left - a.right) / max(a.paint.size, 1.0) for a, b in pairwise(run)]
    spaced = [glyph.spaced for glyph in run[1:]]
    widest = WORD_GAP
    if len(run) >= 4:
        if _single_letters(run):
            typical = median(gaps)
            widest, spaced = max(1.7 * typical, typical + 0.25), [False] * len(spaced)
        else:
            plain = [gap for gap, blank in zip(gaps, spaced, strict=True) if not blank]
            typical = median(plain) if plain else 0.0
            if typical > LETTER_SPACED:
                widest = max(1.6 * typical, typical + 0.15)
    parts = [run[0].text]
    for glyph, gap, blank in zip(run[1:], gaps, spaced, strict=True):
        hinted = glyph.parted and widest == WORD_GAP and gap > HINTED_GAP
        if blank or ((gap > widest or hinted) and not _is_wide_script(glyph.text)):
            parts.append(" ")
        parts.append(glyph.text)
    return "".join(parts)


def _single_letters(run: list[Glyph]) -> bool:
    """True for E X P E R I E N C E: nearly every letter stands alone between blanks."""
    if not all(glyph.text.isalpha() or glyph.text == "&" for glyph in run):
        return False
    return sum(glyph.spaced for glyph in run[1:]) >= 0.8 * (len(run) - 1)


def _is_wide_script(text: str) -> bool:
    """Chinese, Japanese: gaps between signs are no word breaks."""
    return "\u3000" <= text[0] <= "\u9fff" or "\uff00" <= text[0] <= "\uffef"
