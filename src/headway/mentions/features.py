"""What the decision looks at: cheap, named features of a candidate in its line."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from operator import itemgetter
from typing import NamedTuple

from headway.mentions.degrees import subjects
from headway.mentions.firms import ASKING, employs, hires, is_firm, may_employ
from headway.mentions.layout import Layout
from headway.mentions.parties import is_party
from headway.mentions.resolve import chains, in_one_list, of_long_lists
from headway.mentions.scan import Candidate, Found, Hit
from headway.mentions.used import is_used
from headway.mentions.words import load_words

CUE_REACH = 80
"""Characters within which a cue supports an ambiguous alias."""

_ASK_REACH = 60
_END = itemgetter(2)
_ADJECTIVE = ("ive", "al", "ed", "ous", "ic", "en", "ible", "ary", "centric", "facing", "team")
_SILENT: frozenset[str] = frozenset()
_RULES = frozenset({"legal", "degree", "firms"})
"""Signals that may forbid a name in their line."""
_TELLING = ("required", "preferred", "skills", "duties")
LineFacts = tuple[str, frozenset[str], int, str, bool]
"""What is the same for all candidates of a line: section, signals, sure tech names, place, list item."""


class Around(NamedTuple):
    """What a part of a text must know of the whole. topics: skills of the title; employers: names of who hires;
    named: of the words that may be an employer's name, those that the whole names as one.
    """

    topics: frozenset[str]
    employers: frozenset[str]
    named: frozenset[str]


class Context:
    """A scanned text with all that its candidates' features need. around: where the text is part of another."""

    def __init__(self, text: str, found: Found, layout: Layout, around: Around | None = None) -> None:
        self.text = text
        self.found = found
        self.layout = layout
        self.asks: list[int] = []
        self.meets: list[int] = []
        heard: dict[int, set[str]] = {}
        for signal, position in found.signals:
            if signal == "parties":  # for a rule alone: as a fact of the line it would have each weighed twice
                self.meets.append(position)
                continue
            heard.setdefault(layout.line_at(position), set()).add(signal)
            if signal == "ask":
                self.asks.append(position)
        self.line_signals = {line: frozenset(signals) for line, signals in heard.items()}
        starts = layout.starts
        for candidate in found.candidates:
            candidate.line = bisect_right(starts, candidate.start) - 1
        self._lines: dict[int, LineFacts] = {}
        self.ruled = self._rules()
        self._named: dict[str, bool] = {}
        self._around = around
        self._degrees: dict[int, list[tuple[int, int]]] = {}
        self._neighbours(found.candidates)

    def _neighbours(self, candidates: list[Candidate]) -> None:
        """Lists, told over candidates that no longer one covers; support runs along a list both ways."""
        outer = outer_of(candidates)
        self.listed: dict[int, int] = {}
        folded = self.found.folded.text
        self.supported: set[int] = {
            c.start for c in outer if not c.form.ambiguous or self.has_cue(c) or is_used(c, self.text, folded)
        }
        pairs = [(a, b) for a, b in pairwise(outer) if in_one_list(a, b, self.text)]
        for a, b in pairs:
            self.listed[a.start] = self.listed.get(a.start, 0) + 1
            self.listed[b.start] = self.listed.get(b.start, 0) + 1
        if any(a.start not in self.supported or b.start not in self.supported for a, b in pairs):
            self.supported |= of_long_lists(pairs)
        for a, b in pairs:
            if a.start in self.supported:
                self.supported.add(b.start)
        for a, b in reversed(pairs):
            if b.start in self.supported:
                self.supported.add(a.start)
        self.before_person = {a.start for a, b in chains(pairs) if self._next_words(b)[0] in _persons()}
        self.before_person |= {c.start for c in outer if c.form.kind == "concept" and self._is_half_title(c)}
        around = self._around or self._of_whole(outer)
        self.topics, self.employers = around.topics, around.employers
        self.outer_per_line: dict[int, int] = {}
        for c in outer:
            if not c.form.ambiguous and c.form.kind == "tech":
                line = c.line
                self.outer_per_line[line] = self.outer_per_line.get(line, 0) + 1

    def _of_whole(self, outer: list[Candidate]) -> Around:
        topics = frozenset(c.form.skill for c in takewhile(lambda c: c.line == 0, outer) if self.layout.titled)
        employers = frozenset(c.form.skill for c in outer if c.form.kind == "tech" and self._is_employer(c))
        return Around(topics, employers, frozenset())

    def _next_words(self, candidate: Candidate) -> list[str]:
        start = candidate.right + 1
        words = self.found.folded.text[start : start + 40].split(" ", 3)
        return [word.rstrip(".") for word in (*words, "", "", "")[:3]]

    def _is_half_title(self, candidate: Candidate) -> bool:
        """`ML or software engineer`: the name belongs to a title, although another word stands between."""
        if not self.found.folded.text.startswith(("and ", "or "), candidate.right + 1):
            return False
        return self._next_words(candidate)[2] in _persons()

    def _is_employer(self, candidate: Candidate) -> bool:
        """`About Databricks`, `What you will do at UiPath`: the name of who hires, not of a skill asked for."""
        word = word_before(self.found.folded.text, candidate)
        if word in load_words().employer and employs(word, self.layout, candidate.line):
            return True
        return candidate.surface[:1].isupper() and hires(self.text, candidate.start, candidate.end)

    def _rules(self) -> dict[int, set[str]]:
        """By line, where there are any, which rules may forbid a name there: it is boilerplate of the law, a section's
        heading, of a degree, of companies, of teams."""
        ruled = {line: set(told) for line, heard in self.line_signals.items() if (told := heard & _RULES)}
        for line, section in enumerate(self.layout.sections):
            if section == "legal":
                ruled.setdefault(line, set()).add("legal")
        for position in self.meets:
            ruled.setdefault(self.layout.line_at(position), set()).add("parties")
        for line in self.layout.chrome:
            ruled.setdefault(line, set()).add("chrome")
        return ruled

    def line_facts(self, line: int) -> LineFacts:
        """What is the same for all candidates of a line."""
        known = self._lines.get(line)
        if known is None:
            layout = self.layout
            place = "title" if layout.is_title(line) else "heading" if layout.headings[line] else ""
            company = min(self.outer_per_line.get(line, 0), 3)
            signals = self.line_signals.get(line, _SILENT)
            known = self._lines[line] = (layout.sections[line], signals, company, place, layout.bullets[line])
        return known

    def is_in_employer(self, candidate: Candidate, word: str) -> bool:
        """Whether it is the employer's name or its end: `Acme AI`, where the text says `About Acme` or `at Acme`.

        Not where it is asked for as a tool. word: the folded one before it.
        """
        if candidate.form.skill in self.employers:
            return not self._is_tool(candidate)
        if not may_employ(self.text, candidate.start, word):
            return False
        if self._around is not None:
            return word in self._around.named
        known = self._named.get(word)
        if known is None:
            text = self.found.folded.text
            known = self._named[word] = any(f" {before} {word} " in text for before in load_words().employer)
        return known

    def _is_tool(self, candidate: Candidate) -> bool:
        """Whether something asks for it right before, or it stands among the demands in a list or begins an item."""
        section, line = self.layout.sections[candidate.line], candidate.line
        if section not in ASKING:
            return section in ("duties", "none") and self.asked_before(candidate)
        if self.asked_before(candidate) or candidate.start in self.listed:
            return True
        begins = not any(map(str.isalpha, self.text[self.layout.starts[line] : candidate.start]))
        return begins and self.layout.bullets[line]

    def in_degree(self, candidate: Candidate) -> bool:
        """Whether it is the subject of a degree (`BSc in Statistics or a related field`)."""
        line = candidate.line
        if "degree" not in self.line_signals.get(line, ()):
            return False
        if self.layout.sections[line] == "education":
            return True
        if line not in self._degrees:
            self._degrees[line] = self._subjects(line)
        return any(start <= candidate.start < end for start, end in self._degrees[line])

    def names_firm(self, candidate: Candidate) -> bool:
        """Whether it stands in a list of companies (`backed by the founders of Figma`)."""
        return is_firm(self.text, self.layout.starts[candidate.line], candidate.start)

    def names_party(self, candidate: Candidate) -> bool:
        """Whether it is a team that one works with (`work closely with Product and Data Science`)."""
        line, index = self.layout.starts[candidate.line], bisect_left(self.meets, candidate.start)
        told = index > 0 and self.meets[index - 1] >= line
        return told and is_party(self.text, line, candidate.start, candidate.end)

    def _subjects(self, line: int) -> list[tuple[int, int]]:
        start = self.layout.starts[line]
        end = self.text.find("\n", start)
        return subjects(self.text, start, end if end >= 0 else len(self.text))

    def has_cue(self, candidate: Candidate) -> bool:
        """Whether a cue of the alias stands near and is not part of the mention itself."""
        if candidate.cue is None:
            candidate.cue = near_cue(candidate, self.found.cues)
        return candidate.cue

    def asked_before(self, candidate: Candidate) -> bool:
        """Whether a word that asks (`experience`, `proficient` ...) stands shortly before, in the same line."""
        index = bisect_left(self.asks, candidate.start)
        if not index or candidate.start - self.asks[index - 1] > _ASK_REACH:
            return False
        return self.asks[index - 1] >= self.layout.starts[candidate.line]


def outer_of(candidates: list[Candidate]) -> list[Candidate]:
    """In order of the text, those that no longer one covers."""
    outer: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (c.start, -c.end)):
        if not outer or candidate.start >= outer[-1].end:
            outer.append(candidate)
    return outer


def near_cue(candidate: Candidate, heard: Sequence[Hit]) -> bool:
    """Whether a cue of the alias is heard near and is not part of the mention itself.

    Cues are in the order in which they end, so those out of reach are never looked at.
    """
    left, right, cues = candidate.left, candidate.right, candidate.form.cues
    if not cues:
        return False
    for n in range(bisect_left(heard, left - CUE_REACH, key=_END), len(heard)):
        id_, start, end = heard[n]
        if end > right + 2 * CUE_REACH:
            return False
        if id_ in cues and cue_counts(left, right, start, end):
            return True
    return False


def cue_counts(left: int, right: int, start: int, end: int) -> bool:
    """Whether a cue from start to end supports a name from left to right."""
    return left - CUE_REACH <= end < left or (right <= start <= right + CUE_REACH and end <= right + 2 * CUE_REACH)


def word_before(folded: str, candidate: Candidate) -> str:
    """The folded word before a candidate; none where more than one blank parts them."""
    return folded[folded.rfind(" ", 0, candidate.left - 1) + 1 : candidate.left - 1]


@cache
def _persons() -> frozenset[str]:
    return frozenset(load_words().after["person"])


@cache
def classes() -> tuple[dict[str, str], dict[str, str]]:
    """Classes of the words just before and just after a name, by word."""
    words = load_words()
    return tuple(  # type: ignore[return-value]
        {word: f"{side}={name}" for name, listed in table.items() for word in listed}
        for side, table in (("before", words.before), ("after", words.after))
    )


class Facts(NamedTuple):
    """All the decision knows of a candidate besides which alias it is. Hashable: equal facts are weighed once."""

    kind: str
    section: str
    signals: frozenset[str]
    company: int
    place: str
    bullet: bool
    asked: bool
    listed: int
    support: str
    vague: str
    topic: bool
    employer: bool
    half_title: bool
    shape: str
    length: str
    before: str
    after: str
    attribute: bool


Seen = tuple[str, LineFacts, bool, int, str, str, bool, bool, bool, tuple[str, str], str, str, bool]
"""The same packed, as it is looked up: what a line's candidates share stays one object."""


def facts(candidate: Candidate, context: Context) -> Facts:
    """Look at a candidate in its line."""
    return facts_of(look(candidate, context))


def facts_of(seen: Seen) -> Facts:
    """What was seen, unpacked."""
    kind, line, asked, listed, support, vague, topic, employer, half_title, shape, before, after, attribute = seen
    return Facts(
        kind, *line, asked, listed, support, vague, topic, employer, half_title, *shape, before, after, attribute
    )


def look(candidate: Candidate, context: Context) -> Seen:
    """What the decision needs of a candidate. It runs for every one: nothing is looked up twice."""
    form, start, surface, left = candidate.form, candidate.start, candidate.surface, candidate.left
    word = before = after = ""
    if left:
        text, right = context.found.folded.text, candidate.right + 1
        befores, afters = classes()
        word = text[text.rfind(" ", 0, left - 1) + 1 : left - 1]
        before = befores.get(word, "")
        stop = text.find(" ", right)
        following = text[right : stop if stop >= 0 else None]
        after = afters.get(following, "") or afters.get(following.rstrip("."), "")
    kind, vague = form.kind, form.vague
    return (
        kind,
        context.line_facts(candidate.line),
        bool(context.asks) and context.asked_before(candidate),
        min(context.listed.get(start, 0), 2),
        _support(candidate, context) if form.ambiguous else "",
        vague,
        bool(vague) and form.skill in context.topics,
        surface[:1].isupper() and context.is_in_employer(candidate, word),
        start in context.before_person,
        _look(surface),
        before,
        after,
        kind == "human" and not after and _is_attribute(candidate, context),
    )


def names(f: Facts) -> list[str]:
    """The names of the features that hold. docs/method/mentions.md explains each."""
    kind = f.kind
    found = ["bias", f"kind={kind}", f"{kind}@{f.section}", f.shape, f.length, f"list={f.listed}"]
    found.append(f"company={f.company}")
    found += [f"{kind}~{signal}" for signal in sorted(f.signals)]
    if vague := f.vague:
        asked = f.asked and (f.bullet or f.section in _TELLING)
        found += [f"{vague}:asked" if asked else vague, f"{vague}@{f.section}"]
        found += [f"{vague}~{signal}" for signal in sorted(f.signals)]
        found += [f"{vague}:{side}" for side in (f.before, f.after, "" if f.employer else f.place) if side]
        if f.topic and not f.place and f.section in _TELLING:
            found.append(f"{vague}:topic")
    if f.support:
        found.append(f"ambiguous:{f.support}")
        if f.support == "bare" and f.section == "skills":
            found.append("ambiguous:skills")
    marks = {
        f"{kind}:asked": f.asked,
        "employer": f.employer,
        "human:attribute": f.attribute,
        f"{kind}:list-before-person": f.half_title,
        f"{kind}:{f.place}": bool(f.place) and not f.employer,
        f"{kind}:bullet": f.bullet,
        f"{kind}:{f.before}": bool(f.before),
        f"{kind}:{f.after}": bool(f.after),
    }
    return found + [name for name, holds in marks.items() if holds]


def _is_attribute(candidate: Candidate, context: Context) -> bool:
    """Whether an adjective says how something else is (`innovative solutions`), not what someone is or can."""
    following = context.text[candidate.end : candidate.end + 2]
    return following[:1] == " " and following[1:].isalpha() and candidate.surface.lower().endswith(_ADJECTIVE)


def _support(candidate: Candidate, context: Context) -> str:
    if context.has_cue(candidate):
        return "cue"
    return "list" if candidate.start in context.supported or candidate.form.skill in context.topics else "bare"


@lru_cache(maxsize=20_000)
def _look(surface: str) -> tuple[str, str]:
    """Shape and length of a name as it stands."""
    return _shape(surface), _length(surface)


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
