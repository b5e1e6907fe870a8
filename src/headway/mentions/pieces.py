"""A line of a text scanned by itself, with all that its neighbours must know of it: made once for equal lines."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain
from typing import Any

from headway.mentions.features import CUE_REACH, near_cue, outer_of, word_before
from headway.mentions.firms import hires, may_employ
from headway.mentions.model import Mention
from headway.mentions.resolve import LONGEST_GAP
from headway.mentions.scan import Candidate, Found, Scanner
from headway.mentions.words import load_words

_NONE: frozenset[Any] = frozenset()
_WORDS_AHEAD = 2
"""Blanks behind `and` or `or` from which on the word after next stands in the line itself."""


class Named:
    """The mentions of one line in one surrounding, their positions counted from the line's start.

    crosses: one of them goes on in the next line. said: for the reader of postings, what the line says there.
    """

    __slots__ = ("crosses", "mentions", "said")

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.crosses = any("\n" in each.text for each in mentions)
        self.said: dict[Any, Any] = {}


class Piece:
    """A line, or neighbouring ones that hang together, scanned as a text of their own.

    lead: blanks before the first word; size: length when folded, without the blanks around it. head, tail: the first
    and last word; head_gap, tail_gap: blanks that folding leaves before and after them. wants: ambiguous names with no
    cue in here, to be looked for in the lines around; left, right: those cues, by the side they may stand on.
    cue_hits: pattern, start and end of each cue, one after the other. hires: names that an employer's word stands
    before, or none where what is around them says it by itself; employed: words behind such a word; suspects: words
    that make an employer's name with what follows. swayed: skills whose names are judged by the title's.
    """

    __slots__ = (
        *("candidates", "cue_hits", "cue_ids", "decided", "employed", "ends_in_hyphen", "folded", "half_title"),
        *("head", "head_gap"),
        *("head_name", "head_text", "head_veto", "head_vetoed", "hires", "lead", "left", "outer", "right", "signals"),
        *("size", "skills", "starts", "suspects", "swayed", "tail", "tail_gap", "tail_name", "tail_text"),
        *("tail_veto", "tail_vetoed", "text", "trail", "wants"),
    )

    def __init__(self, text: str, scanner: Scanner, starts: Sequence[int] = (0,)) -> None:
        found = scanner.scan(text)
        self.text, self.starts = text, starts
        self.folded, self.signals, self.candidates = found.folded, found.signals, found.candidates
        self.decided: dict[Any, tuple[Named, ...]] = {}
        self._edges()
        self._vetoes(found)
        self._cues(found)
        self._names()

    def _edges(self) -> None:
        text, folded = self.text, self.folded.text
        self.lead = len(text) - len(text.lstrip())
        self.trail = len(text) - len(text.rstrip())
        self.ends_in_hyphen = text[-1 - self.trail] == "-"
        core = folded[1 + self.lead : len(folded) - 1 - self.trail]
        self.size = len(core)
        bare = core.lstrip(" ")
        self.head_gap = len(core) - len(bare)
        self.head = bare.partition(" ")[0]
        bare = core.rstrip(" ")
        self.tail_gap = len(core) - len(bare)
        self.tail = bare.rpartition(" ")[2]
        self.employed = _NONE
        for before in load_words().employer:
            if f" {before} " in folded:
                parts = folded.split(f" {before} ")[1:]
                self.employed |= {part.partition(" ")[0] for part in parts}

    def _vetoes(self, found: Found) -> None:
        """Whether a name or a veto stands at an edge, so that it may touch one of a neighbour."""
        first = self.lead + self.head_gap
        last = len(self.folded.text) - 2 - self.trail - self.tail_gap
        self.head_veto = any(left <= first for _, left, _ in found.vetoes)
        self.tail_veto = any(right >= last for _, _, right in found.vetoes)
        vetoed = [c for c in self.candidates if c.form.vetoes]
        self.head_vetoed = any(c.left <= first + 1 for c in vetoed)
        self.tail_vetoed = any(c.right >= last for c in vetoed)
        self.head_name = any(c.left <= first + 1 for c in self.candidates)
        self.tail_name = any(c.right >= last for c in self.candidates)

    def _cues(self, found: Found) -> None:
        self.cue_hits = array("i", chain.from_iterable(found.cues))
        self.cue_ids = tuple({id_ for id_, _, _ in found.cues})
        self.wants: tuple[int, ...] = ()
        self.left = self.right = _NONE
        end = len(self.folded.text) - self.trail
        for number, candidate in enumerate(self.candidates):
            form = candidate.form
            if form.ambiguous and form.cues:
                candidate.cue = near_cue(candidate, found.cues)
                if not candidate.cue and (near := self._near_edge(candidate, end)):
                    self.wants += (number,)
                    self.left |= form.cues if near & 1 else _NONE
                    self.right |= form.cues if near & 2 else _NONE

    def _near_edge(self, candidate: Candidate, end: int) -> int:
        """Whether a cue may stand before the piece (1), behind it (2) or both."""
        before = candidate.left - self.lead <= CUE_REACH + 2
        return before + 2 * (end - candidate.right <= CUE_REACH + 2)

    def _names(self) -> None:
        folded, text, employer = self.folded.text, self.text, load_words().employer
        self.outer = outer = outer_of(self.candidates)
        self.head_text = text[: outer[0].start] if outer and outer[0].start <= LONGEST_GAP else None
        self.tail_text = text[outer[-1].end :] if outer and len(text) - outer[-1].end <= LONGEST_GAP else None
        self.half_title = any(c.form.kind == "concept" and self._half(c.right + 1) for c in outer)
        self.skills = frozenset(c.form.skill for c in self.candidates)
        self.swayed = frozenset(c.form.skill for c in self.candidates if c.form.ambiguous or c.form.vague)
        before = [(c, word_before(folded, c)) for c in self.candidates]
        self.suspects = frozenset(w for c, w in before if c.surface[:1].isupper() and may_employ(text, c.start, w))
        tools = [(c, word_before(folded, c)) for c in outer if c.form.kind == "tech"]
        named = [(c, w) for c, w in tools if w in employer]
        named += [(c, "") for c, _ in tools if c.surface[:1].isupper() and hires(text, c.start, c.end)]
        self.hires = tuple((c.form.skill, bisect_right(self.starts, c.start) - 1, w) for c, w in named)

    def _half(self, at: int) -> bool:
        """Whether the piece ends before it is told that a name is half a title (`ML or` / `software engineer`)."""
        rest = self.folded.text[at : len(self.folded.text) - 1 - self.trail]
        return rest.partition(" ")[0] in ("and", "or") and rest.count(" ") < _WORDS_AHEAD
