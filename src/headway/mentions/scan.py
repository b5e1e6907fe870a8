"""Find every place where a name from the lexicon might stand."""

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from headway.mentions.fold import Folded, fold_name, fold_text
from headway.mentions.patterns import NAMED, Form, Patterns

_TINY = 2
_HYPHENS = frozenset("-‐‑")
_MOST_KNOWN = 50_000
_STEM = 5
"""A listened-for phrase of at least so many letters may go on (`experience` in `experienced`)."""

Hit = tuple[int, int, int]


class Candidate(msgspec.Struct, gc=False):
    """A possible mention. start, end: original text; left, right: folded text (its leading space counted).

    line: index in the layout, -1 while not known. cue: whether a cue stands near, None while not looked for.
    """

    start: int
    end: int
    left: int
    right: int
    form: Form
    surface: str
    line: int = -1
    cue: bool | None = None


class Found(msgspec.Struct):
    """What one scan of a text yields. cues: pattern id, left and right (folded text) of each cue heard, in the order in
    which they end. vetoes: the same of each phrase that forbids a name it touches.
    """

    folded: Folded
    candidates: list[Candidate]
    cues: list[Hit]
    signals: list[tuple[str, int]]
    vetoes: list[Hit] = []


class Scanner:
    """The automaton over the patterns."""

    def __init__(self, patterns: Patterns) -> None:
        self.patterns = patterns
        self._allowed: dict[tuple[int, str], tuple[Form, ...]] = {}
        self._automaton = AhoCorasick(
            patterns.texts, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def scan(self, text: str) -> Found:
        """Candidates whose boundaries, case and vetoes allow it; cues and signals on the way."""
        folded = fold_text(text)
        line, active = folded.text, self.patterns.active
        forms, veto = self.patterns.forms, self.patterns.vetoes
        hits = self._automaton.find_matches_as_indexes(line, overlapping=True)
        names: list[Hit] = []
        vetoes: dict[int, list[Hit]] = {}
        signals: list[tuple[str, int]] = []
        # Names that are the beginning of a word (`c` of `can`) are most of the hits: they go before the rest is asked.
        for hit in [hit for hit in hits if (use := active[hit[0]]) and (use != NAMED or not line[hit[2]].isalpha())]:
            id_, left, right = hit
            following = line[right]
            signal = active[id_]
            if signal != NAMED and (right - left > _STEM or not following.isalnum()):
                signals.append((signal, folded.original(left)))
            if following != " " and (following.isalpha() or not _ends_here(line, left, right, text, folded)):
                continue
            if id_ in veto:
                vetoes.setdefault(id_, []).append(hit)
            if id_ in forms:
                names.append(hit)
        candidates = [c for name in names if (c := self._candidate(name, text, folded, vetoes)) is not None]
        candidates += [msgspec.structs.replace(c, form=c.form.other) for c in candidates if c.form.other]
        is_cue = self.patterns.is_cue
        cues = [hit for hit in hits if is_cue[hit[0]]]
        return Found(folded, candidates, cues, signals, [hit for hits in vetoes.values() for hit in hits])

    def _candidate(self, name: Hit, text: str, folded: Folded, vetoes: dict[int, list[Hit]]) -> Candidate | None:
        id_, left, right = name
        start, end = (folded.original(left), folded.original(right - 2) + 1) if folded.cuts else (left, right - 1)
        surface = text[start:end]
        allowed = self._allowed.get((id_, surface))
        if allowed is None:
            allowed = self._allow(id_, surface)
        if not allowed:
            return None
        if start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalpha() and _is_tail(surface):
            return None
        for form in allowed:
            if not (vetoes and form.vetoes and _vetoed(form, left, right, vetoes)):
                return Candidate(start, end, left + 1, right, form, surface)
        return None

    def _allow(self, id_: int, surface: str) -> tuple[Form, ...]:
        """The forms that a name may be as it is written; none over a tab, which parts two cells of a table, over a dash
        or over a slash between two names (`AWS/Databricks`)."""
        forms = self.patterns.forms[id_]
        parted = "\t" in surface or "—" in surface or ("/" in surface and self._is_two(surface))
        allowed = () if parted else tuple(f for f in forms if f.case == "any" or f.allows(surface))
        if len(self._allowed) >= _MOST_KNOWN:
            self._allowed.clear()
        self._allowed[id_, surface] = allowed
        return allowed

    def _is_two(self, surface: str) -> bool:
        """Whether the halves at a slash are names of different skills."""
        first, _, second = surface.partition("/")
        owners = [{form.skill for form in self.patterns.find_name(fold_name(half))} for half in (first, second)]
        return bool(owners[0]) and bool(owners[1]) and owners[0].isdisjoint(owners[1])


def _is_tail(surface: str) -> bool:
    """Whether a name after a hyphen belongs to the word before it: `cutting-edge AI` names no edge AI."""
    return surface[:1].islower() or " " in surface


def _vetoed(form: Form, left: int, right: int, vetoes: dict[int, list[Hit]]) -> bool:
    """Whether one of the form's vetoes holds or touches the place."""
    if form.vetoes.isdisjoint(vetoes):
        return False
    heard = (hit for id_, hits in vetoes.items() if id_ in form.vetoes for hit in hits)
    return any(start <= right + 1 and end >= left for _, start, end in heard)


def _ends_here(line: str, left: int, right: int, text: str, folded: Folded) -> bool:
    """Whether a name may end although no space follows (`Python.`, `C++17`, but not `R&D` or `C++` for C)."""
    following, after = line[right], line[right + 1]
    length = right - left - 1
    if following == ".":
        if not after.isalnum():
            return length > 1 or text[folded.original(right) :][:2].strip()[:1] not in ("&", ",")  # initials
        sentence = folded.original(right)  # original position of the character after the full stop
        return text[sentence : sentence + 1].isupper() and text[sentence + 1 : sentence + 2].islower()
    if following in "+#":
        return length > _TINY and not after.isalnum()
    if following == "&":
        return length > _TINY
    return following.isdigit() and line[right - 1] == "+"
