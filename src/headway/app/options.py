"""Words a person types for options, checked once for all commands."""

import re
from typing import Final

from headway.errors import BadOption, UnknownName
from headway.values import LEVEL_NAMES, SENIORITIES, Seniority

LEVEL_WORDS = {word: n for n, name in enumerate(LEVEL_NAMES) for word in (str(n), name)}
"""What a person may write for a level."""
COUNTRIES: Final = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
"""The codes of ISO 3166-1 alpha-2 that are given to a country or territory, apart."""
INSTEAD: Final = {"UK": "GB", "EL": "GR"}
"""Codes in use that ISO 3166 gives to nobody."""


def number_word(word: str) -> int | None:
    """The number that stands there, of up to eight digits; None for anything else, "²" too."""
    return int(word) if word.isdecimal() and len(word) < 9 else None


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
    code = word.upper()
    if code not in COUNTRIES:
        meant = INSTEAD.get(code)
        raise BadOption(
            f"--country is '{word}', which is no country's code.",
            f"You may mean {meant}." if meant else "Write the two-letter code, for example US, GB or DE.",
        )
    return code


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
