"""Words a person types for options, checked once for all commands."""

import re

from headway.errors import BadOption, UnknownName
from headway.values import LEVEL_NAMES, SENIORITIES, Seniority

LEVEL_WORDS = {word: n for n, name in enumerate(LEVEL_NAMES) for word in (str(n), name)}
"""What a person may write for a level."""


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
    """`python=3`, `python=proficient`: written name to level 0-4. Raises BadOption for a bad or contradictory pair."""
    known: dict[str, int] = {}
    for pair in pairs:
        name, separator, level = pair.rpartition("=")
        said = LEVEL_WORDS.get(level.strip().casefold())
        if not separator or not name.strip() or said is None:
            raise BadOption(
                f"--know is '{pair}'.",
                f"Write skill=level, for example python=3 or python=proficient; 0 to 4 are {', '.join(LEVEL_NAMES)}.",
            )
        name = name.strip()
        if known.get(name, said) != said:
            raise BadOption(f"--know says both {name}={known[name]} and {name}={said}.", "Give each skill one level.")
        known[name] = said
    return known
