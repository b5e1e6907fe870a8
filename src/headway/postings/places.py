"""The country of a job, where the text plainly says one."""

import re
from collections.abc import Iterable
from functools import cache

from headway.postings.lines import Lines
from headway.postings.signals import Places
from headway.postings.words import PlaceWords, load

_LABEL = re.compile(
    r"\W{0,6}(?:work |job )?(?:locations?|where|office|based|country|working arrangement)\W{0,4}[:\-–—]"
)
_WORD = re.compile(r"[^\W\d_][\w.'-]*[\w]|[^\W\d_]")
_NOT_THE_COUNTRY = re.compile(
    r"(?:little|new|north|south|latin|central|bank of|port of) (?:and (?:south|central|latin) )?$"
)
"""What before a name makes it another place: Little Italy, North and South America."""
_BODY_OF_IT = re.compile(
    r" (?:department of|air force|army|navy|government|senate|congress|space force|marine corps)\b"
)
"""What after a name makes it a body of the country: a customer, not a place of work."""
_REACH = 45
_LONGEST_NAME = 4
_LONGEST_LABELLED = 120


@cache
def _names() -> dict[str, str]:
    words = load(PlaceWords)
    codes: dict[str, str] = {}
    for table in (words.countries, words.cities):
        for code, names in table.items():
            for name in names:
                if len(name) > 2 or name in ("us", "uk"):
                    codes.setdefault(name, code)
    return codes | dict.fromkeys(("sf", "bay area", "silicon valley", "california", "u.s", "washington d.c"), "US")


@cache
def _countries() -> frozenset[str]:
    return frozenset(name for names in load(PlaceWords).countries.values() for name in names)


def names_in(lines: Lines, start: int, end: int) -> list[tuple[str, int, int]]:
    """Codes of the countries named between two positions, with their places; the longest names first come."""
    low = lines.low
    words = list(_WORD.finditer(low, start, end))
    found, taken = [], 0
    for number, word in enumerate(words):
        if number < taken:
            continue
        for size in range(min(_LONGEST_NAME, len(words) - number), 0, -1):
            last = words[number + size - 1]
            code = _names().get(low[word.start() : last.end()])
            if code is not None:
                if not _other_sense(lines, word.start(), last.end()):
                    found.append((code, word.start(), last.end()))
                taken = number + size
                break
    return found


def _other_sense(lines: Lines, start: int, end: int) -> bool:
    low = lines.low
    if low[start:end] == "us" and lines.text[start:end] != "US":
        return True
    before = low[start:end] in _countries() and _NOT_THE_COUNTRY.search(low, max(0, start - 24), start)
    return bool(before) or _BODY_OF_IT.match(low, end) is not None


def country_of(lines: Lines, signals: Places, title: str) -> tuple[str, int, int, float] | None:
    """ISO code, place and confidence: from the title, else what most of the phrases say that tell where."""
    if lines.lines and title:
        first = lines.lines[0]
        named = names_in(lines, first.start, first.end)
        if named:
            return *named[0], 0.8
    return most_named([*told_where(lines, signals), *labelled(lines)])


Named = tuple[str, int, int]
"""Code of a country, and where its name starts and ends."""


def most_named(names: Iterable[Named]) -> tuple[str, int, int, float] | None:
    """The country named most often, of equals the one that stands first; with its place and confidence."""
    votes: dict[str, tuple[int, int, int]] = {}
    for code, start, stop in names:
        count, begin, finish = votes.get(code, (0, start, stop))
        votes[code] = (count + 1, begin, finish)
    if not votes:
        return None
    code = max(votes, key=lambda each: (votes[each][0], -votes[each][1]))
    return code, *votes[code][1:], 0.75 if len(votes) == 1 else 0.55


def told_where(lines: Lines, signals: Places) -> list[Named]:
    """Countries behind a phrase like `based in`."""
    found = []
    for _, end in signals.get("where", ()):
        line = lines.at(end)
        if line is not None and line.section != "legal":
            found += names_in(lines, end, min(line.end, end + _REACH))
    return found


def labelled(lines: Lines) -> list[Named]:
    """Countries behind a label like `Location:`."""
    found = []
    for line in lines.lines:
        if line.end - line.start < _LONGEST_LABELLED and (label := _LABEL.match(lines.low, line.start, line.end)):
            found += names_in(lines, label.end(), min(line.end, label.end() + _REACH))
    return found
