"""The country of a place as feeds write it: `Berlin, Germany`, `San Francisco, CA`, `US Remote`, `London or Paris`."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from headway.market.feeds.fields import folded, words
from headway.postings.place_names import is_quarter
from headway.postings.words import PlaceWords, load

_OTHER = re.compile(r"[;|/\n•·]|\s(?:or|and|oder|ou|et|und|&|\+)\s", re.IGNORECASE)
"""What stands between two places of which each will do."""
_PIECE = re.compile(r"[,()\[\]:]|\s[-–—]\s")
_POSTCODE = re.compile(r"\b\d{5}(?:-\d{4})?\b")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*")
_COUNTRY, _STATE, _CITY = range(3)
_LONGEST = 4
"""Words of a name."""


def country_in(location: str | None) -> str | None:
    """ISO 3166 alpha-2 code of the one country that a written place names; None where it names none or several."""
    return only(countries_in(location))


def countries_of(stated: str | None, places: Iterable[str | None]) -> tuple[str, ...]:
    """Every country of a posting: the one that a field states, and those of its places where that is not all of it."""
    named = {code for place in places for code in countries_in(place) if code}
    if stated is not None and len(named) < 2:
        return (stated,)
    return tuple(sorted(named | {stated} if stated else named))


def only(codes: Iterable[str]) -> str | None:
    """The one code; None of none or several."""
    found = set(codes)
    return found.pop() or None if len(found) == 1 else None


@lru_cache(maxsize=20_000)
def countries_in(location: str | None) -> frozenset[str]:
    """Codes of every country named; an empty code stands for a region of several (`EMEA`)."""
    return frozenset(code for part in _OTHER.split(location or "") for code in _of_one(part))


def _of_one(place: str) -> set[str]:
    """By a country's name; else by a state or province; else by a large city."""
    pieces = [piece for part in _PIECE.split(_POSTCODE.sub("", place)) if (piece := part.strip(" ."))]
    if not pieces:
        return set()
    if all(folded(piece) in words().regions for piece in pieces):
        return {""}
    countries, states, cities = _named(place)
    if countries:
        return countries
    code = pieces[-1]
    if code in load(PlaceWords).province_codes:
        return {"CA"}
    if code in _state_codes() and len(pieces) > 1 and code not in cities:
        # `Pune, IN` was a city of that country; of an unknown town `DE` or `IN` may be either.
        return {"US"} if "US" in cities or code not in load(PlaceWords).unclear_codes else cities
    ends_in_state = _names().get(folded(code), (_COUNTRY, ""))[0] == _STATE
    return states if ends_in_state else states | cities


def _named(place: str) -> tuple[set[str], set[str], set[str]]:
    """Codes of the countries, states and cities named, the longest names first: `New Mexico` names no Mexico."""
    parts = [folded(word) for word in _WORD.findall(place)]
    found: tuple[set[str], set[str], set[str]] = (set(), set(), set())
    at = 0
    while at < len(parts):
        for size in range(min(_LONGEST, len(parts) - at), 0, -1):
            known = _names().get("".join(parts[at : at + size]))
            if known is not None:
                if not is_quarter(" ".join(parts[at : at + size]), " ".join(parts)):
                    found[known[0]].add(known[1])
                break
        else:
            size = 1
        at += size
    return found


@cache
def _names() -> dict[str, tuple[int, str]]:
    """Folded name to what it is and the code of its country."""
    places = load(PlaceWords)
    names = {folded(name): (_CITY, code) for code, listed in places.cities.items() for name in listed}
    names |= {folded(name): (_STATE, code) for code, listed in places.states.items() for name in listed}
    names |= {folded(name): (_COUNTRY, code) for code, listed in places.countries.items() for name in listed}
    names |= {name: (_COUNTRY, code) for name, code in words().country_words.items() if code}
    return names


@cache
def _state_codes() -> frozenset[str]:
    return frozenset(load(PlaceWords).us_states)
