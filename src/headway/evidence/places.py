"""Countries and cities as they stand on CVs."""

import re
from functools import cache

from headway.evidence.words import PlaceWords, load

_ZIP = re.compile(r"^([A-Z]{2})\s+\d{5}(?:-\d{4})?$")
_POSTCODE = re.compile(r"^(?:[A-Z]{1,2}-)?\d{4,6}\s+|\s+\d{4,6}$|\s+[A-Z]{1,2}\d[\dA-Z]?\s+\d[A-Z]{2}$")

_ENDS_IN_LEGAL_FORM = re.compile(
    r"(?:^|\s)(?:inc|ltd|llc|llp|corp|plc|gmbh|ag|kg|kgaa|ohg|e\.?v|sas|sarl|s\.?a|s\.?l|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|lda|ltda|ab|oy)\.?$",
    re.IGNORECASE,
)
"""What follows such a piece after a comma is where the company sits, whether we know the town or not."""
_LEGAL_FORM = re.compile(r"(?:inc|ltd|llc|co|corp|plc)\.?$", re.IGNORECASE)


_ALSO_FORMS = frozenset({"CO", "IN", "OR", "ME", "OK", "HI", "PA", "LA", "AB", "SA"})
"""States whose letters are also legal forms or words."""


@cache
def _countries() -> dict[str, str]:
    return {name.casefold(): code for code, names in load(PlaceWords).countries.items() for name in names}


@cache
def _cities() -> dict[str, str]:
    return {name.casefold(): code for code, names in load(PlaceWords).cities.items() for name in names}


@cache
def _states() -> frozenset[str]:
    return frozenset(load(PlaceWords).us_states)


@cache
def _codes() -> frozenset[str]:
    return frozenset(load(PlaceWords).countries)


def country_of(text: str) -> str | None:
    """The country a contact line states, or None where it states none or several could be meant."""
    pieces = [piece.strip(" .") for piece in re.split(r"[,;|•·/()，、\t]| [-–—] ", text) if piece.strip(" .")]
    named = {code for piece in pieces if (code := _countries().get(piece.casefold()))}
    if len(named) == 1:
        return named.pop()
    states = {_state_code(piece) for piece in pieces} - {None}
    cities = {code for piece in pieces if (code := _cities().get(_POSTCODE.sub("", piece).casefold()))}
    if any(_ZIP.match(piece) and piece[:2] in _states() for piece in pieces):
        return "US"
    if len(cities) == 1 and not named:
        return cities.pop()
    if len(pieces) > 1 and states and not states & _codes() and not cities and not named:
        return "US"
    return None


def _state_code(piece: str) -> str | None:
    return piece if piece in _states() else None


def is_place(piece: str) -> bool:
    """Whether one piece between commas is a country, a known city, a state of the USA, or "remote"."""
    bare = piece.strip(" .()")
    folded = _POSTCODE.sub("", bare).casefold()
    return (
        folded in _countries()
        or folded in _cities()
        or bare in _states()
        or folded in load(PlaceWords).work_anywhere
        or _ZIP.match(bare) is not None
    )


def is_region(piece: str) -> bool:
    """Whether a piece is larger than a city, so that the piece before it is one."""
    bare = piece.strip(" .()")
    stated = bare in _states() or bare in load(PlaceWords).states_elsewhere
    return bare.casefold() in _countries() or stated or _ZIP.match(bare) is not None


def without_place(text: str) -> str:
    """The text without the places at its end: "Acme GmbH, Berlin, Germany" is "Acme GmbH"."""
    pieces = [piece.strip() for piece in text.split(",")]
    region = False
    while len(pieces) > 1 and is_place(pieces[-1]):
        region = region or is_region(pieces[-1])
        known_city = not is_region(pieces[-1])
        pieces.pop()
        if known_city:
            region = False
    legal = next((i for i, piece in enumerate(pieces) if _ENDS_IN_LEGAL_FORM.search(piece)), None)
    if legal is not None:
        return ", ".join(pieces[: legal + 1])
    if region and len(pieces) > 1 and not _LEGAL_FORM.match(pieces[-1]):
        pieces.pop()
    return ", ".join(pieces)


def looks_like_place(text: str) -> bool:
    """ "San Francisco, CA", "Istanbul, Türkiye", "Berlin": nothing but a place."""
    pieces = [piece.strip() for piece in text.strip(" ()").split(",") if piece.strip()]
    if not pieces or len(pieces) > 3:
        return False
    if all(map(is_place, pieces)):
        return True
    if len(pieces) == 1:
        return _town_with_state(pieces[0])
    return all(map(is_region, pieces[1:])) and pieces[0][:1].isupper()


def _town_with_state(text: str) -> bool:
    """ "Somerville MA", "Sydney NSW": a town and a state with no comma between."""
    *town, state = text.split()
    known = state in _states() or state in load(PlaceWords).states_elsewhere
    short = 0 < len(town) <= 3 and all(word[:1].isupper() and word.isalpha() for word in town)
    return known and short and state not in _ALSO_FORMS and not (len(town) == 1 and town[0].isupper())


def has_city(text: str) -> bool:
    """Whether a known city is named somewhere in the text."""
    return any(word in _cities() for word in re.findall(r"[^\W\d_]+", text.casefold()))


def is_country_code(text: str) -> bool:
    """Whether it is the ISO 3166 alpha-2 code of a country in the list."""
    return text in _codes()
