"""Which neighbouring lines hang together: what one says may change what is read in the other.

Where in doubt they do: lines read together give what the whole text gives, only slower.
"""

from collections.abc import Sequence
from itertools import pairwise

from headway.mentions.features import classes
from headway.mentions.patterns import Patterns
from headway.mentions.pieces import Piece
from headway.mentions.resolve import LONGEST_GAP, joins
from headway.mentions.words import load_words

_NEAR = 2
"""Blanks over which names, phrases and vetoes of two lines may touch."""


class Joins:
    """For the names and phrases of one lexicon."""

    def __init__(self, patterns: Patterns) -> None:
        self._over: dict[tuple[str, int], set[str]] = {}
        self._near = _NEAR
        for text in patterns.texts:
            before, gap = "", 1
            for word in text[1:].split(" "):
                if not word:
                    gap += 1
                    continue
                if before:
                    self._over.setdefault((before, gap), set()).add(word)
                    self._near = max(self._near, gap)
                before, gap = word, 1

    def mark(self, text: str, pieces: Sequence[Piece], starts: Sequence[int], blanks: Sequence[int]) -> list[bool]:
        """For each line whether it hangs together with the next. blanks: those between them, when folded."""
        marks = [False] * len(pieces)
        half = False
        for number, (a, b) in enumerate(pairwise(pieces)):
            half = a.half_title or (half and _is_word(a))
            between = a.tail_gap + blanks[number] + b.head_gap
            if (between <= self._near and (half or self._touch(a, b, between))) or is_split(a, b):
                marks[number] = True
        _mark_lists(text, pieces, starts, marks)
        return marks

    def _touch(self, a: Piece, b: Piece, between: int) -> bool:
        """Whether a name, phrase or veto may run from one line into the next, or a word there tells what one is."""
        words = self._over.get((a.tail, between))
        if words is not None and any(b.head.startswith(word) for word in words):
            return True
        if (a.tail_veto and b.head_vetoed) or (a.tail_vetoed and b.head_veto):
            return True
        if between != 1:
            return b.text[b.lead] in "&,"
        befores, afters = classes()
        if a.tail in load_words().employer or (b.head_name and (b.lead or a.tail in befores)):
            return True
        return a.tail_name and (b.head in ("and", "or") or b.head in afters or b.head.rstrip(".") in afters)


def _mark_lists(text: str, pieces: Sequence[Piece], starts: Sequence[int], marks: list[bool]) -> None:
    """Lines over which a list of names runs, with those between."""
    last, end = -1, 0
    for number, piece in enumerate(pieces):
        if not piece.outer:
            continue
        if last >= 0 and piece.head_text is not None:
            stop = starts[number] + len(piece.head_text)
            if stop - end <= LONGEST_GAP and joins(text[end:stop]):
                marks[last:number] = [True] * (number - last)
        tail = piece.tail_text
        last, end = (number, starts[number] + len(piece.text) - len(tail)) if tail is not None else (-1, 0)


def is_split(a: Piece, b: Piece) -> bool:
    """Whether a hyphen at a line's end parts a word (`state-of-the-` / `art`)."""
    return a.ends_in_hyphen and not a.trail and a.text[-2:-1].isalpha() and b.text[b.lead].islower()


def _is_word(piece: Piece) -> bool:
    return " " not in piece.folded.text[1 + piece.lead : -1 - piece.trail]
