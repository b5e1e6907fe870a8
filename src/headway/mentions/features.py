"""What the decision looks at: cheap, named features of a candidate in its line."""

from bisect import bisect_left
from functools import cache
from itertools import islice
from operator import itemgetter

from headway.mentions.layout import Layout
from headway.mentions.resolve import in_one_list
from headway.mentions.scan import Candidate, Found
from headway.mentions.words import load_words

CUE_REACH = 80
"""Characters within which a cue supports an ambiguous alias."""

_ASK_REACH = 60


class Context:
    """A scanned text with all that its candidates' features need."""

    def __init__(self, text: str, found: Found, layout: Layout) -> None:
        self.text = text
        self.found = found
        self.layout = layout
        self.line_signals: dict[int, set[str]] = {}
        self.asks: list[int] = []
        for signal, position in found.signals:
            self.line_signals.setdefault(layout.line_at(position), set()).add(signal)
            if signal == "ask":
                self.asks.append(position)
        self.asks.sort()
        self._neighbours(sorted(found.candidates, key=lambda c: (c.start, -c.end)))

    def _neighbours(self, candidates: list[Candidate]) -> None:
        """Lists, told over candidates that no longer one covers; support runs along a list both ways."""
        outer: list[Candidate] = []
        for candidate in candidates:
            if not outer or candidate.start >= outer[-1].end:
                outer.append(candidate)
        self.listed: dict[int, int] = {}
        self.supported: set[int] = {c.start for c in outer if not c.form.ambiguous or self.has_cue(c)}
        pairs = [(a, b) for a, b in zip(outer, outer[1:], strict=False) if in_one_list(a, b, self.text)]
        for a, b in pairs:
            self.listed[a.start] = self.listed.get(a.start, 0) + 1
            self.listed[b.start] = self.listed.get(b.start, 0) + 1
        for a, b in pairs:
            if a.start in self.supported:
                self.supported.add(b.start)
        for a, b in reversed(pairs):
            if b.start in self.supported:
                self.supported.add(a.start)
        self.before_person = {a.start for a, b in _chains(pairs) if self._next_word(b) in _persons()}
        self.outer_per_line: dict[int, int] = {}
        for c in outer:
            if not c.form.ambiguous and c.form.kind == "tech":
                line = self.layout.line_at(c.start)
                self.outer_per_line[line] = self.outer_per_line.get(line, 0) + 1

    def _next_word(self, candidate: Candidate) -> str:
        text = self.found.folded.text
        return text[candidate.right + 1 : text.find(" ", candidate.right + 1)]

    def has_cue(self, candidate: Candidate) -> bool:
        """Whether a cue of the alias stands near and is not part of the mention itself."""
        cues = candidate.form.cues
        if not cues:
            return False
        hits, left, right = self.found.hits, candidate.left, candidate.right
        first = bisect_left(hits, left - CUE_REACH, key=itemgetter(2))
        for id_, start, end in islice(hits, first, None):
            if end > right + 2 * CUE_REACH:
                return False
            if id_ in cues and (end < left or start >= right) and start <= right + CUE_REACH:
                return True
        return False

    def asked_before(self, candidate: Candidate) -> bool:
        """Whether a word that asks (`experience`, `proficient` ...) stands shortly before."""
        index = bisect_left(self.asks, candidate.start)
        return index > 0 and candidate.start - self.asks[index - 1] <= _ASK_REACH


def _chains(pairs: list[tuple[Candidate, Candidate]]) -> list[tuple[Candidate, Candidate]]:
    """Each list item with the last item of its list."""
    last: dict[int, Candidate] = {}
    for a, b in reversed(pairs):
        last[a.start] = last.get(b.start, b)
    return [(a, last[a.start]) for a, _ in pairs]


@cache
def _persons() -> frozenset[str]:
    return frozenset(load_words().after["person"])


@cache
def _classes() -> tuple[dict[str, str], dict[str, str]]:
    words = load_words()
    return tuple(  # type: ignore[return-value]
        {word: f"{side}={name}" for name, listed in table.items() for word in listed}
        for side, table in (("before", words.before), ("after", words.after))
    )


def features(candidate: Candidate, context: Context) -> list[str]:
    """Names of the features that hold, in a fixed order. docs/method/mentions.md explains each."""
    form, layout = candidate.form, context.layout
    line = layout.line_at(candidate.start)
    kind, section = form.kind, layout.sections[line]
    signals = context.line_signals.get(line, ())
    near = context.asked_before(candidate)
    names = ["bias", f"kind={kind}", f"{kind}@{section}", _shape(candidate.surface), _length(candidate.surface)]
    names += [f"{kind}~{signal}" for signal in signals]
    names.append(f"list={min(context.listed.get(candidate.start, 0), 2)}")
    names.append(f"company={min(context.outer_per_line.get(line, 0), 3)}")
    if near:
        names.append(f"{kind}:asked")
    if form.ambiguous:
        names += _support(candidate, context, section)
    if candidate.start in context.before_person:
        names.append(f"{kind}:list-before-person")
    if layout.headings[line]:
        names.append(f"{kind}:heading")
    if line == 0 and len(layout.starts) > 1:
        names.append(f"{kind}:title")
    if layout.bullets[line]:
        names.append(f"{kind}:bullet")
    return names + _sides(candidate, context, kind)


def _support(candidate: Candidate, context: Context, section: str) -> list[str]:
    if context.has_cue(candidate):
        return ["ambiguous:cue"]
    if candidate.start in context.supported:
        return ["ambiguous:list"]
    names = ["ambiguous:bare"]
    if section == "skills":
        names.append("ambiguous:skills")
    if candidate.form.cues:
        names.append("ambiguous:cueless")
    return names


def _shape(surface: str) -> str:
    if surface.islower():
        return "shape=lower"
    if surface.isupper():
        return "shape=upper"
    return "shape=title" if surface[:1].isupper() else "shape=mixed"


def _length(surface: str) -> str:
    words = surface.count(" ") + surface.count("-")
    if words:
        return "words=2" if words == 1 else "words=3"
    return "word=short" if len(surface) <= 3 else "word=long"


def _sides(candidate: Candidate, context: Context, kind: str) -> list[str]:
    """The classes of the words on either side, within the line."""
    before, after = _classes()
    text, names = context.found.folded.text, []
    if candidate.left:
        left = text[text.rfind(" ", 0, candidate.left - 1) + 1 : candidate.left - 1]
        stop = text.find(" ", candidate.right + 1)
        right = text[candidate.right + 1 : stop if stop >= 0 else None]
        if left in before:
            names.append(f"{kind}:{before[left]}")
        if right in after:
            names.append(f"{kind}:{after[right]}")
    return names
