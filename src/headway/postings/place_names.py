"""Names of countries, states and cities in a text, and the country each of them means."""

import re
from functools import cache

from headway.postings.lines import Lines
from headway.postings.words import PlaceWords, WorkplaceWords, load

Named = tuple[str, int, int]
"""Code of a country, and where its name starts and ends."""

_WORD = re.compile(r"'?[^\W\d_][\w.'-]*[\w]|[^\W\d_]")
_NOT_THE_COUNTRY = re.compile(
    r"(?:little|new|north|south|latin|central|bank of|port of) (?:and (?:south|central|latin) )?$"
)
"""What before a name makes it another place: Little Italy, North and South America."""
_BODY_OF_IT = re.compile(
    r" (?:department of|air force|army|navy|government|senate|congress|space force|marine corps|instruments\b|post\b|"
    r"times\b|university\b)"
)
"""What after a name makes it a body of the country: a customer, not a place of work."""
_COMMA = re.compile(r",? $")
_LONGEST_NAME = 4
_SHORT = frozenset({"us", "uk", "sf"})
_EAST: int = 0x2E80
"""From here on scripts are written without blanks between words."""


def _is_eastern(name: str) -> bool:
    return ord(name[0]) >= _EAST


@cache
def _names() -> dict[str, str]:
    words = load(PlaceWords)
    codes: dict[str, str] = {}
    for table in (words.countries, words.cities, words.states):
        for code, names in table.items():
            for name in names:
                if (len(name) > 2 or name in _SHORT) and not _is_eastern(name):
                    codes.setdefault(name, code)
    return codes | dict.fromkeys(("u.s", "washington d.c"), "US")


@cache
def _eastern() -> tuple[re.Pattern[str], dict[str, str]]:
    words = load(PlaceWords)
    codes = {
        name: code
        for table in (words.countries, words.cities)
        for code, names in table.items()
        for name in names
        if _is_eastern(name)
    }
    return re.compile("|".join(sorted(codes, key=len, reverse=True))), codes


@cache
def _countries() -> frozenset[str]:
    return frozenset(name for names in load(PlaceWords).countries.values() for name in names)


def names_in(lines: Lines, start: int, end: int) -> list[Named]:
    """Codes of the countries named between two positions, with their places; the longest names first come."""
    low = lines.low
    words = list(_WORD.finditer(low, start, end))
    found: list[Named] = []
    taken = 0
    for number, word in enumerate(words):
        if number < taken:
            continue
        if _is_eastern(word[0]):
            pattern, codes = _eastern()
            found += [(codes[each[0]], each.start(), each.end()) for each in pattern.finditer(low, *word.span())]
            continue
        for size in range(min(_LONGEST_NAME, len(words) - number), 0, -1):
            last = words[number + size - 1]
            code = _names().get(low[word.start() : last.end()])
            if code is not None:
                name = low[word.start() : last.end()]
                if not _other_sense(lines, word.start(), last.end()) and not is_quarter(name, low[start:end]):
                    found.append((code, word.start(), last.end()))
                taken = number + size
                break
        else:
            _add_state(found, lines, word.start(), word.end(), number > 0)
    return found


def _add_state(found: list[Named], lines: Lines, start: int, end: int, follows: bool) -> None:
    """The country of a state's letters behind a town, `Cambridge, MA`; they tell more than the town: `Paris, TX`."""
    letters = lines.text[start:end]
    words = load(PlaceWords)
    if not follows or end - start != len("XX") or letters not in words.us_states | words.province_codes:
        return
    comma = _COMMA.search(lines.low, max(0, start - 2), start)
    town = found[-1] if found and comma and comma.start() == found[-1][2] else None
    if comma is None or (town is None and "," not in comma[0]):
        return
    if letters in words.unclear_codes or (town is not None and letters == town[0]):
        return
    if town is not None:
        found.pop()
    found.append(("CA" if letters in words.province_codes else "US", town[1] if town else start, end))


def is_quarter(name: str, beside: str) -> bool:
    """Whether a city's name means a quarter of another city, which stands beside it: Palermo in Buenos Aires."""
    return any(city in beside for city in load(WorkplaceWords).quarters.get(name, ()))


def _other_sense(lines: Lines, start: int, end: int) -> bool:
    low = lines.low
    name = low[start:end]
    if name == "us" and lines.text[start:end] != "US":
        return True
    if name in load(WorkplaceWords).also_words and lines.text[start].islower():
        return True
    before = name in _countries() and _NOT_THE_COUNTRY.search(low, max(0, start - 24), start)
    return bool(before) or _BODY_OF_IT.match(low, end) is not None
