"""Names in the lists of a posting that the skill map does not have: `Tableau, Omni, or Looker`.

That another item of the list is a known skill is what makes a name skill-like. Word lists: data/words/new-terms.yaml.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from headway.knowledge.model import Lexicon
from headway.knowledge.names import folded, skill_forms
from headway.postings.lines import Lines
from headway.postings.read import lowered
from headway.postings.words import PlaceWords, load

ASKING: Final = frozenset({"required", "preferred", "weak", "stack"})
TELLING: Final = frozenset({"duties", "none"})
"""Sections of which every line counts, and of which list items do."""
LONGEST: Final = 4
"""Words of a name."""
_MARKS = re.compile(
    r"\s*(?:[,;|•()\[\]{}:\"“”!?…]|\s[-–—+]\s|\.(?=\s|$)|(?<![\w.])(?:e\.g|i\.e|etc)\b\.?|\b(?:and/or|and|or|vs\.?|plus|"
    r"as well as)\b(?=\s|,|/|$)|\s[&/]\s)\s*",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:[A-Z][\w.+#’'/-]*|[\w.+#/-]*[A-Z0-9][\w.+#/-]*|[a-z][\w-]*(?:\.[a-z]+|\+\+|#))\Z")
CAPITAL_ONLY = re.compile(r"[A-Z]?[a-z’'-]+\Z")
_ADDRESS = re.compile(r"\(?\bhttps?://\S+|\bwww\.\S+")
_DEGREE = re.compile(r"\b(?:degree|bachelor|master'?s|ph\.?d|university|diploma)\b")
_NUMBER = re.compile(r"[\d.,+%$€£k-]+\Z", re.IGNORECASE)


class TermWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """data/words/new-terms.yaml."""

    leads: tuple[str, ...]
    around: frozenset[str]
    kinds: frozenset[str]
    stop: frozenset[str]


class Found(msgspec.Struct, frozen=True):
    """One place. neighbours: known skills next to it in its list."""

    name: str
    neighbours: tuple[str, ...]
    line: str


@cache
def term_words() -> TermWords:
    """The words of this search."""
    from headway.knowledge.files import parse

    text = (files("headway") / "data" / "words" / "new-terms.yaml").read_text(encoding="utf-8")
    return msgspec.convert(parse(text), TermWords)


class Forms:
    """Known written forms."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.forms = skill_forms(lexicon)
        self._kinds = lexicon.kinds
        with_marks = {entry.text.lower() for entry in lexicon.entries if _MARKS.search(entry.text) or "/" in entry.text}
        with_marks |= {label.lower() for label in lexicon.labels.values() if _MARKS.search(label) or "/" in label}
        longest = sorted(with_marks, key=len, reverse=True)
        either = "|".join(map(re.escape, longest)) or "(?!)"
        self.joined = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def skill(self, name: str) -> str | None:
        """The skill that a name is known to mean."""
        return self.forms.get(folded(name))

    def teaches(self, skill: str | None) -> bool:
        """Whether a name beside this skill is likely one too. People skills stand beside anything."""
        return skill is not None and self._kinds[skill] != "human"


def names_in(body: str, forms: Forms) -> Iterator[Found]:
    """Unknown names in the lists of a posting's lines."""
    low = lowered(body)
    for line in Lines(low, body).lines:
        asks = line.section in ASKING or (line.item and line.section in TELLING)
        if asks and not line.heading and not _DEGREE.search(low, line.start, line.end):
            yield from _in_line(body[line.start : line.end], forms)


def _in_line(line: str, forms: Forms) -> Iterator[Found]:
    items = list(_items(line, forms))
    if len(items) < 2:
        return
    cores = [_core(item) for item in items]
    known = [forms.skill(core) for core in cores]
    for i, core in enumerate(cores):
        if known[i] is not None or not core:
            continue
        beside = [each for each in (*known[max(i - 1, 0) : i], *known[i + 1 : i + 2]) if forms.teaches(each)]
        closed = len(beside) == 2 and core.islower() and " " not in core
        opens = i == 0 and core == items[0] and CAPITAL_ONLY.match(core)  # any word has a capital there
        if (closed or _is_name(core)) and not opens and not _is_known(core, forms.forms):
            yield Found(core, tuple(each for each in beside if each), line)


def _items(line: str, forms: Forms) -> Iterator[str]:
    """The items of a list. A known name with a mark inside (`CI/CD`, `Weights & Biases`) is one; so is any other name
    joined by a slash, unless a side of it is known (`AWS/OVH`)."""
    done = 0
    for match in forms.joined.finditer(line):
        yield from _split(line[done : match.start()], forms)
        yield match[0]
        done = match.end()
    yield from _split(line[done:], forms)


def _split(piece: str, forms: Forms) -> Iterator[str]:
    for item in _MARKS.split(_ADDRESS.sub(" ", piece)):
        sides = item.split("/")
        if len(sides) > 1 and (" " in item or any(forms.skill(_core(side)) for side in sides)):
            yield from filter(None, sides)
        elif item:
            yield item


def _core(item: str) -> str:
    """What is left of a list item without the words that lead to it and those around it."""
    low = item.lower()
    cut = max((m.end() for m in _leads().finditer(low)), default=0)
    words = item[cut:].split()
    around = term_words().around
    while words and words[0].lower() in around:
        words.pop(0)
    while words and words[-1].lower() in around:
        words.pop()
    return " ".join(words).strip(" '’*_-").rstrip(".")


@cache
def _leads() -> re.Pattern[str]:
    longest = sorted(term_words().leads, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?=\s)\s+")


def _is_name(core: str) -> bool:
    """Written like a name."""
    words = core.split()
    if not 1 <= len(words) <= LONGEST or len(core) < 2 or not all(_NAME.match(word) for word in words):
        return False
    return not all(_NUMBER.match(word) for word in words)


def _is_known(core: str, forms: dict[str, str]) -> bool:
    """Ruled out; or a known name with a kind behind it, a maker before it or a version."""
    words = folded(core).split()
    stop, kinds = term_words().stop, term_words().kinds
    if " ".join(words) in stop or core.lower() in stop or core.lower() in _places():
        return True
    if all(word in kinds or word in stop or forms.get(word) for word in words):
        return True
    return any(" ".join(words[:size]) in forms for size in range(1, len(words)) if _tail(words[size:], kinds))


@cache
def _places() -> frozenset[str]:
    """Countries and large cities."""
    places = load(PlaceWords)
    named = (*places.countries.values(), *places.cities.values(), places.us_states)
    return frozenset(name.lower() for names in named for name in names)


def _tail(words: list[str], kinds: frozenset[str]) -> bool:
    return all(word in kinds or _NUMBER.match(word) for word in words)
