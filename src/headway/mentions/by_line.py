"""Mentions of a text read by its lines: what a line says by itself is worked out once for all texts that hold it.

The same mentions as `Finder.find` gives (tests compare them), but for how sure they are: surroundings in which a line
holds the same mentions share them. A line is judged by itself only as far as nothing around it matters; what does
matter is part of the key under which its mentions are kept.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

import msgspec

from headway.mentions.features import CUE_REACH, Around, Context, cue_counts
from headway.mentions.find import Finder
from headway.mentions.firms import employs
from headway.mentions.joins import Joins, is_split
from headway.mentions.lately import Lately
from headway.mentions.layout import Layout, Look
from headway.mentions.model import Mention
from headway.mentions.pieces import Named, Piece
from headway.mentions.scan import Found

JOINED: Final = 20_000
"""Pieces of several lines that are kept."""
_MOST_WAYS = 64
"""Surroundings of one piece that are kept."""
_NONE: frozenset[str] = frozenset()
Part = tuple[range, Piece]
"""Numbers of the lines of a piece, and it."""


class Lines:
    """The lines of one text that are not blank: pieces, looks, and where each starts."""

    def __init__(self, text: str, pieces: Sequence[Piece], looks: Sequence[Look], starts: Sequence[int]) -> None:
        self.text, self.pieces, self.looks, self.starts = text, pieces, looks, starts


class LineFinder:
    """A finder that remembers lines."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._joins = Joins(finder.scanner.patterns)
        self._joined: Lately[str, Piece] = Lately(JOINED)

    def piece(self, line: str) -> Piece:
        """A line scanned by itself."""
        return Piece(line, self._finder.scanner)

    def find(self, lines: Lines) -> list[Named]:
        """For each line its mentions."""
        layout = Layout.empty()
        for look, start in zip(lines.looks, lines.starts, strict=True):
            layout.add(look, start)
        layout.titled = len(lines.starts) > 1
        blanks, places = _places(lines)
        marks = self._joins.mark(lines.text, lines.pieces, lines.starts, blanks)
        parts = list(self._parts(lines, marks))
        around = _around(parts, layout)
        found: list[Named] = []
        for number, (span, piece) in enumerate(parts):
            heard = _heard(parts, places, number) if piece.wants else ()
            found += self._decided(piece, span, layout, lines.looks, around, heard)
        return found

    def _parts(self, lines: Lines, marks: list[bool]) -> Iterator[Part]:
        first = 0
        for number, joined in enumerate(marks):
            if joined:
                continue
            if number == first:
                yield range(first, number + 1), lines.pieces[number]
            else:
                yield range(first, number + 1), self._join(lines, first, number)
            first = number + 1

    def _join(self, lines: Lines, first: int, last: int) -> Piece:
        start = lines.starts[first]
        text = lines.text[start : lines.starts[last] + len(lines.pieces[last].text)]
        piece = self._joined.get(text)
        if piece is None:
            piece = Piece(text, self._finder.scanner, [at - start for at in lines.starts[first : last + 1]])
            self._joined.put(text, piece)
        return piece

    def _decided(
        self, piece: Piece, span: range, layout: Layout, looks: Sequence[Look], around: Around, heard: tuple[int, ...]
    ) -> tuple[Named, ...]:
        first = span.start
        key: Any = ""
        if piece.candidates:
            key = layout.sections[first] if len(span) == 1 else tuple(layout.sections[first : span.stop])
            topics = around.topics & piece.swayed if around.topics and piece.swayed else _NONE
            employers = around.employers & piece.skills if around.employers else _NONE
            named = around.named & piece.suspects if piece.suspects else _NONE
            if topics or employers or named or heard or not first:
                key = key, topics, employers, named, heard, layout.titled and not first, not first
        known = piece.decided.get(key)
        if known is None:
            if len(piece.decided) >= _MOST_WAYS:
                piece.decided.clear()
            part = Layout.part(layout, span, list(piece.starts), looks[first : span.stop])
            known = self._decide(piece, part, around, heard)
            known = piece.decided[key] = next((each for each in piece.decided.values() if _alike(each, known)), known)
        return known

    def _decide(self, piece: Piece, layout: Layout, around: Around, heard: tuple[int, ...]) -> tuple[Named, ...]:
        if not piece.candidates:
            return tuple(Named(()) for _ in piece.starts)
        for number in piece.wants:
            piece.candidates[number].cue = number in heard
        found = Found(piece.folded, piece.candidates, [], piece.signals)
        mentions = self._finder.decided(Context(piece.text, found, layout, around))
        by_line: list[list[Mention]] = [[] for _ in piece.starts]
        for mention in mentions:
            by_line[bisect_right(piece.starts, mention.start) - 1].append(mention)
        return tuple(Named(_moved(own, start)) for own, start in zip(by_line, piece.starts, strict=True))


def _alike(one: tuple[Named, ...], other: tuple[Named, ...]) -> bool:
    """Whether both hold the same mentions, however sure."""
    return all(
        len(a.mentions) == len(b.mentions)
        and all(
            x.start == y.start and x.end == y.end and x.skill == y.skill
            for x, y in zip(a.mentions, b.mentions, strict=True)
        )
        for a, b in zip(one, other, strict=True)
    )


def _moved(mentions: list[Mention], start: int) -> list[Mention]:
    """With positions counted from a line's start."""
    if not start:
        return mentions
    return [msgspec.structs.replace(m, start=m.start - start, end=m.end - start) for m in mentions]


def _places(lines: Lines) -> tuple[list[int], list[int]]:
    """Blanks between each line and the next in the folded text, and where the first word of each stands there."""
    blanks: list[int] = []
    pieces, starts = lines.pieces, lines.starts
    places = [1 + pieces[0].lead]
    for number, (piece, following) in enumerate(pairwise(pieces)):
        left = starts[number] + len(piece.text) - piece.trail
        right = starts[number + 1] + following.lead
        wide = right - left
        if piece.ends_in_hyphen and _parts(piece, number):
            wide = 0 if is_split(piece, following) else wide
        elif wide > 1 and lines.text.count("\n", left, right) <= 1:
            wide = 1
        blanks.append(wide)
        places.append(places[-1] + piece.size + wide)
    return blanks, places


def _parts(piece: Piece, number: int) -> bool:
    """Whether folding takes a hyphen and the white space behind it as one run: no blank stands before the hyphen."""
    before = piece.text[-2 - piece.trail : -1 - piece.trail]
    return not before.isspace() if before else not number


def _around(parts: list[Part], layout: Layout) -> Around:
    """What all parts together say of the whole."""
    _, title = parts[0]
    stop = title.starts[1] if len(title.starts) > 1 else len(title.text)
    topics = frozenset(c.form.skill for c in title.outer if c.start < stop) if layout.titled else _NONE
    employers: set[str] = set()
    employed: set[str] = set()
    for span, piece in parts:
        if piece.employed:
            employed |= piece.employed
        for skill, line, word in piece.hires:
            if employs(word, layout, span.start + line):
                employers.add(skill)
    return Around(topics, frozenset(employers), frozenset(employed))


def _heard(parts: list[Part], places: list[int], number: int) -> tuple[int, ...]:
    """Of the names that want a cue, those near one in another part, by their number in the piece."""
    span, piece = parts[number]
    first = places[span.start]
    last = first + piece.size
    heard: set[int] = set()
    for before in range(number - 1, -1, -1):
        other_span, other = parts[before]
        place = places[other_span.start]
        if place + other.size < first - CUE_REACH - 1:
            break
        if not piece.left.isdisjoint(other.cue_ids):
            heard.update(_supported(piece, first, other, place))
    for after in range(number + 1, len(parts)):
        other_span, other = parts[after]
        place = places[other_span.start]
        if place > last + CUE_REACH + 1:
            break
        if not piece.right.isdisjoint(other.cue_ids):
            heard.update(_supported(piece, first, other, place))
    return tuple(sorted(heard)) if heard else ()


def _supported(piece: Piece, place: int, other: Piece, other_place: int) -> Iterator[int]:
    """Names of a piece that a cue of another supports. place: of the first word, in the folded whole."""
    base, shift = place - 1 - piece.lead, other_place - 1 - other.lead
    hits = other.cue_hits
    for number in piece.wants:
        candidate = piece.candidates[number]
        left, right, cues = candidate.left + base, candidate.right + base, candidate.form.cues
        for at in range(0, len(hits), 3):
            if hits[at] in cues and cue_counts(left, right, hits[at + 1] + shift, hits[at + 2] + shift):
                yield number
                break
