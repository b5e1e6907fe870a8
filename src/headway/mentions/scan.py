"""Find every place where a name from the lexicon might stand."""

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from headway.mentions.fold import Folded, fold_text
from headway.mentions.patterns import Form, Patterns

_TINY = 2


class Candidate(msgspec.Struct):
    """A possible mention. start, end: original text; left, right: folded text (its leading space counted)."""

    start: int
    end: int
    left: int
    right: int
    form: Form
    surface: str


class Hit(msgspec.Struct, frozen=True, array_like=True):
    """A cue, veto or signal: pattern id and its place in the folded text, the spaces around not counted."""

    pattern: int
    left: int
    right: int


class Found(msgspec.Struct):
    """All that one scan of a text yields. cues are in order of their end."""

    folded: Folded
    candidates: list[Candidate]
    cues: list[Hit]
    cue_ends: list[int]
    signals: list[tuple[str, int]]


class Scanner:
    """The automaton over the patterns."""

    def __init__(self, patterns: Patterns) -> None:
        self.patterns = patterns
        self._automaton = AhoCorasick(
            patterns.texts, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def scan(self, text: str) -> Found:
        """Candidates whose boundaries, case and vetoes allow it; cues and signals on the way."""
        folded = fold_text(text)
        patterns, line = self.patterns, folded.text
        names: list[tuple[int, int, int]] = []
        cues: list[Hit] = []
        vetoes: list[Hit] = []
        signals: list[tuple[str, int]] = []
        for id_, left, right in self._automaton.find_matches_as_indexes(line, overlapping=True):
            if id_ in patterns.signals:
                signals.append((patterns.signals[id_], folded.original(left)))
            if id_ in patterns.cues:
                cues.append(Hit(id_, left + 1, right))
            following = line[right]
            if following != " " and not _ends_here(line, left, right, text, folded):
                continue
            if id_ in patterns.vetoes:
                vetoes.append(Hit(id_, left + 1, right))
            if id_ in patterns.forms:
                names.append((id_, left + 1, right))
        candidates = [c for n in names if (c := self._candidate(n, text, folded, vetoes)) is not None]
        return Found(folded, candidates, cues, [hit.right for hit in cues], signals)

    def _candidate(
        self, name: tuple[int, int, int], text: str, folded: Folded, vetoes: list[Hit]
    ) -> Candidate | None:
        id_, left, right = name
        start, end = folded.original(left - 1), folded.original(right - 2) + 1
        surface = text[start:end]
        for form in self.patterns.forms[id_]:
            if form.case != "any" and not form.allows(surface):
                continue
            if form.vetoes and any(
                h.pattern in form.vetoes and h.left <= right + 1 and h.right >= left - 1 for h in vetoes
            ):
                continue
            return Candidate(start, end, left, right, form, surface)
        return None


def _ends_here(line: str, left: int, right: int, text: str, folded: Folded) -> bool:
    """Whether a name may end although no space follows (`Python.`, `C++17`, but not `R&D` or `C++` for C)."""
    following, after = line[right], line[right + 1]
    length = right - left - 1
    if following == ".":
        if not after.isalnum():
            return True
        sentence = folded.original(right)  # original position of the character after the full stop
        return text[sentence : sentence + 1].isupper() and text[sentence + 1 : sentence + 2].islower()
    if following in "+#":
        return length > _TINY and not after.isalnum()
    if following == "&":
        return length > _TINY
    return following.isdigit() and line[right - 1] == "+"
