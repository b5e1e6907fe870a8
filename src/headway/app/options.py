"""Words a person types for options, checked once for all commands."""

import re

from headway.errors import BadOption, UnknownName
from headway.values import SENIORITIES, Seniority


def seniority_word(word: str) -> Seniority:
    """A seniority by name. Raises UnknownName listing the choices."""
    for seniority in SENIORITIES:
        if word.casefold() == seniority:
            return seniority
    raise UnknownName(f"There is no seniority '{word}'.", f"Choose one of: {', '.join(SENIORITIES)}.")


def country_code(word: str | None) -> str | None:
    """An ISO 3166 alpha-2 code in capitals. Raises BadOption."""
    if word is None:
        return None
    if not re.fullmatch(r"[A-Za-z]{2}", word):
        raise BadOption(f"--country is '{word}'.", "Write the two-letter code, for example US, GB or DE.")
    return word.upper()


def parse_know(pairs: tuple[str, ...]) -> dict[str, int]:
    """`python=3` pairs as written name to level 0-4. Raises BadOption for a bad or contradictory pair."""
    known: dict[str, int] = {}
    for pair in pairs:
        name, separator, level = pair.rpartition("=")
        if not separator or not name.strip() or level.strip() not in {"0", "1", "2", "3", "4"}:
            raise BadOption(f"--know is '{pair}'.", "Write skill=level with a level from 0 to 4, for example python=3.")
        name = name.strip()
        if known.get(name, int(level)) != int(level):
            raise BadOption(
                f"--know says both {name}={known[name]} and {name}={int(level)}.", "Give each skill one level."
            )
        known[name] = int(level)
    return known
