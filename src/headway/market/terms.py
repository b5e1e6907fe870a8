"""Skill-like names that the skill map does not have, over many postings. Measured precision: docs/method/demand.md."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

import msgspec

from headway.knowledge.model import Lexicon
from headway.knowledge.names import folded
from headway.market.names import CAPITAL_ONLY, Forms, Found, names_in
from headway.postings.plain import plain_text

EXAMPLES: Final = 3
_WORD = re.compile(r"[A-Za-z][\w.+#’'-]*[\w+#]|[A-Za-z]")


class Example(msgspec.Struct, frozen=True):
    """A line that names a term, of which posting."""

    posting: str
    company: str | None
    quote: str


class NewTerm(msgspec.Struct, frozen=True, kw_only=True):
    """A name that the skill map lacks. companies, postings: that name it in a list; beside: companies that
    name it next to a known skill; neighbours: these skills (ids), most often first; also: other spellings."""

    term: str
    companies: int
    postings: int
    beside: int
    neighbours: tuple[str, ...]
    also: tuple[str, ...]
    examples: tuple[Example, ...]


class Text(msgspec.Struct, frozen=True):
    """A posting as this search needs it."""

    id: str
    company: str | None
    text: str


def new_terms(texts: Iterable[Text], lexicon: Lexicon, fewest: int = 1) -> list[NewTerm]:
    """Names that at least `fewest` companies list beside a known skill, those of most companies first. O(text).

    Words that the postings themselves write small more often than as a name are ordinary words, not names.
    """
    forms = Forms(lexicon)
    gathered: dict[str, list[tuple[Text, Found]]] = {}
    small: Counter[str] = Counter()
    for text in texts:
        source, own = Text(text.id, text.company, ""), folded(text.company or "")
        body, _ = plain_text(text.text)
        small.update({word for word in _WORD.findall(body) if word.islower()})
        for found in names_in(body, forms):
            key = _key(found.name)
            if key != own:
                gathered.setdefault(key, []).append((source, found))
    kept = [_term(places) for places in gathered.values() if not _ordinary(places, small, forms)]
    kept = [term for term in kept if term.beside >= fewest]
    return sorted(kept, key=lambda term: (-term.beside, -term.companies, -term.postings, term.term))


def _key(name: str) -> str:
    """Spellings and numbers of one name have one key (`CSV`, `CSVs`)."""
    return folded(name[:-1] if len(name) > 2 and name.endswith("s") and name[:-1].isupper() else name)


def _ordinary(places: list[tuple[Text, Found]], small: Counter[str], forms: Forms) -> bool:
    """Whether every word is known by itself, or one that more postings write small than write this name: then it is
    ordinary words with capitals (`Technical Acumen`, `AI Fluency`)."""
    postings = len({text.id for text, _ in places})
    words = [word for word in re.split(r"[\s/-]", places[0][1].name) if word]
    most = postings if len(words) == 1 else postings - 1
    return all(
        (CAPITAL_ONLY.match(word) and small[word.lower()] > most) or (len(words) > 1 and forms.skill(word))
        for word in words
    )


def _term(places: list[tuple[Text, Found]]) -> NewTerm:
    spellings = Counter(found.name for _, found in places)
    ordered = sorted(spellings, key=lambda name: (-spellings[name], name))
    neighbours = Counter(skill for _, found in places for skill in dict.fromkeys(found.neighbours))
    surest = sorted(places, key=lambda place: (not place[1].neighbours, len(place[1].line), place[0].id))
    examples: dict[str, Example] = {}
    for text, found in surest:
        examples.setdefault(_firm(text), Example(text.id, text.company, _quote(found)))
    return NewTerm(
        term=ordered[0],
        companies=len({_firm(text) for text, _ in places}),
        postings=len({text.id for text, _ in places}),
        beside=len({_firm(text) for text, found in places if found.neighbours}),
        neighbours=tuple(sorted(neighbours, key=lambda skill: (-neighbours[skill], skill))[:3]),
        also=tuple(ordered[1:4]),
        examples=tuple(examples.values())[:EXAMPLES],
    )


def _firm(text: Text) -> str:
    return text.company or f"#{text.id}"


def _quote(found: Found) -> str:
    """The line around the name, at most 160 characters."""
    at = max(found.line.find(found.name), 0)
    start = max(min(at - 70, len(found.line) - 160), 0)
    piece = found.line[start : start + 160]
    return f"{'…' if start else ''}{piece}{'…' if start + 160 < len(found.line) else ''}"
