"""The word lists of this room (data/postings/*.yaml), typed. An unknown key is an error."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeVar

import msgspec

from headway.postings.model import Period, RoleFamily
from headway.values import Seniority

Shape = TypeVar("Shape")


class HeadingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Headings of postings, in order of precedence; `whole` are headings that are these words and no more."""

    preferred: tuple[str, ...]
    other: tuple[str, ...]
    legal: tuple[str, ...]
    benefits: tuple[str, ...]
    process: tuple[str, ...]
    weak: tuple[str, ...]
    required: tuple[str, ...]
    stack: tuple[str, ...]
    duties: tuple[str, ...]
    about: tuple[str, ...]
    whole: dict[str, tuple[str, ...]]
    labels: dict[str, tuple[str, ...]]
    firm: tuple[str, ...]
    firm_list: tuple[str, ...]


class PhraseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that change what a sentence asks.

    following, one_of, examples: patterns for the end of a line above a list. wished_list: in such a line. in_use:
    patterns for what tells of the tools at work. either, both: `or`, `and` in other languages; either_beside: words
    that mean `or` only in a line with one of these. counts: words for how many of a list are asked for (0: most of it);
    counted_kinds: what may be counted beside `kinds`; not_counted: patterns for what is no skill (`two years`).
    """

    wished_before: tuple[str, ...]
    wished_after: tuple[str, ...]
    must: tuple[str, ...]
    asks: tuple[str, ...]
    any_of: tuple[str, ...]
    any_of_after: tuple[str, ...]
    either: tuple[str, ...]
    both: tuple[str, ...]
    either_beside: dict[str, tuple[str, ...]]
    kinds: frozenset[str]
    item_asks: tuple[str, ...]
    following: tuple[str, ...]
    one_of: tuple[str, ...]
    examples: tuple[str, ...]
    wished_list: tuple[str, ...]
    in_use: tuple[str, ...]
    counts: dict[int, tuple[str, ...]]
    counted_kinds: frozenset[str]
    not_counted: tuple[str, ...]


class TriggerWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words at which a rule looks closer."""

    years: tuple[str, ...]
    degree: tuple[str, ...]
    money: tuple[str, ...]
    place: tuple[str, ...]
    limits: tuple[str, ...]
    rank: tuple[str, ...]
    role: tuple[str, ...]
    orders: tuple[str, ...]
    where: tuple[str, ...]
    visa: tuple[str, ...]


class LevelWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say how well a skill must be known; `no_level` are longer ones around them that say something else."""

    aware: tuple[str, ...]
    plain: tuple[str, ...]
    strong: tuple[str, ...]
    no_level: tuple[str, ...]


class TitleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How titles are cleaned, and what they name."""

    abbreviations: dict[str, str]
    gender: tuple[str, ...]
    families: dict[RoleFamily, tuple[str, ...]]
    heads: dict[str, tuple[str, ...]]
    modifiers: dict[str, tuple[tuple[tuple[str, ...], RoleFamily], ...]]
    special: tuple[tuple[tuple[str, ...], RoleFamily], ...]
    ai_fields: frozenset[str]
    kept: frozenset[str]
    beside: tuple[str, ...]
    fields: dict[str, RoleFamily]
    refine: dict[RoleFamily, tuple[str, ...]]


class RankWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of rank."""

    ranks: dict[Seniority, tuple[str, ...]]
    not_a_rank: tuple[str, ...]
    numbers: frozenset[str]
    front_only: frozenset[str]
    several: tuple[str, ...]


class DegreeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Degrees by level; `short` are abbreviations that need a degree beside them."""

    levels: dict[str, tuple[str, ...]]
    short: frozenset[str]
    no_degree: tuple[str, ...]
    equivalent: tuple[str, ...]
    people: tuple[str, ...]
    asks: tuple[str, ...]


class YearWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns around a number of years."""

    numbers: dict[str, float]
    before_not: tuple[str, ...]
    after_not: tuple[str, ...]
    after: tuple[str, ...]
    experience: tuple[str, ...]
    worked: tuple[str, ...]
    others: tuple[str, ...]
    some: tuple[str, ...]
    units: tuple[str, ...]
    months: tuple[str, ...]


class PayWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Currencies, periods, and the words that tell pay from other money.

    country_currency: what pay is stated in where it is told by the year. bare_pay: words of pay beside a bare range.
    country_of_pay_word: those that are said in one country only.
    offers: what right before one says that it is given.
    """

    currencies: dict[str, tuple[str, ...]]
    periods: dict[str, tuple[str, ...]]
    pay: tuple[str, ...]
    base: tuple[str, ...]
    total: tuple[str, ...]
    not_pay: tuple[str, ...]
    plausible: dict[str, tuple[float, float]]
    small_units: dict[str, float]
    monthly: frozenset[str]
    crowns: dict[str, str]
    crown_words: dict[str, tuple[str, ...]]
    dollars: dict[str, tuple[str, ...]]
    country_currency: dict[str, str]
    country_of_pay_word: dict[str, str]
    bare_pay: tuple[str, ...]
    offers: tuple[str, ...]


class EastWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Pay and years in Japanese, Chinese and Korean. pay: words of it by the time they tell, or none.

    yen, yuan, won: words of pay that say which currency is meant. other_money: what says another one. yearly_from,
    monthly_from: the smallest pay of that time where no word tells it. not_years: beside a number of years, what else
    they may be of.
    """

    pay: dict[Period | Literal["untold"], tuple[str, ...]]
    periods: dict[Period, tuple[str, ...]]
    periods_before: dict[Period, tuple[str, ...]]
    yen: frozenset[str]
    yuan: frozenset[str]
    won: frozenset[str]
    not_pay: tuple[str, ...]
    other_money: dict[str, tuple[str, ...]]
    yearly_from: dict[str, float]
    monthly_from: dict[str, float]
    experience: tuple[str, ...]
    not_years: tuple[str, ...]
    numbers: dict[str, float]


class WorkplaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns for the workplace, by how strongly they say it.

    labels: what stands before a place. beside: words that may stand with it in a line that is only a place.
    also_words: names of places that are words too when they are written small. quarters: cities whose name is also that
    of a quarter of these others.
    """

    drop: tuple[str, ...]
    remote: dict[int, tuple[str, ...]]
    hybrid: dict[int, tuple[str, ...]]
    onsite: dict[int, tuple[str, ...]]
    numbers: dict[str, int]
    labels: tuple[str, ...]
    beside: frozenset[str]
    also_words: frozenset[str]
    quarters: dict[str, tuple[str, ...]]


class VisaWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns over a sentence that speaks of visas."""

    drop: tuple[str, ...]
    refused: tuple[str, ...]
    offered: tuple[str, ...]


class PlaceWords(msgspec.Struct, frozen=True):
    """Countries, states and large cities with their ISO 3166 codes: the list that CVs are read with too.

    unclear_codes: letters of a state that also end the places of another country.
    """

    countries: dict[str, tuple[str, ...]]
    cities: dict[str, tuple[str, ...]]
    us_states: frozenset[str]
    states: dict[str, tuple[str, ...]]
    province_codes: frozenset[str]
    unclear_codes: frozenset[str]


_FILES: dict[type, str] = {
    HeadingWords: "postings/headings",
    PhraseWords: "postings/phrases",
    TriggerWords: "postings/triggers",
    LevelWords: "postings/levels",
    TitleWords: "postings/title",
    RankWords: "postings/seniority",
    DegreeWords: "postings/degrees",
    YearWords: "postings/years",
    PayWords: "postings/pay",
    EastWords: "postings/east",
    WorkplaceWords: "postings/places",
    VisaWords: "postings/visa",
    PlaceWords: "evidence/places",
}


@cache
def matcher(words: tuple[str, ...]) -> re.Pattern[str]:
    """The same, compiled and kept."""
    return re.compile(any_word(words))


@cache
def patterns(shape: type, name: str) -> re.Pattern[str]:
    """One pattern for any of the patterns in a list."""
    return re.compile("|".join(f"(?:{each})" for each in getattr(load(shape), name)))


@cache
def load(shape: type[Shape]) -> Shape:
    """The word list of this shape, read once a process."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("headway").joinpath("data", *f"{_FILES[shape]}.yaml".split("/")).read_text("utf-8")
    return msgspec.convert(yaml.load(text, Loader=loader), shape)  # noqa: S506  a safe loader


def any_word(words: Iterable[str]) -> str:
    """A pattern for any of these whole words or phrases, the longest first; a star at the end: letters may follow.

    Words with the same first letters share one branch: a search tries a handful at each place, not the whole list.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word.strip("*"):
            node = node.setdefault(letter, {})
        node[""] = max(node.get("", ""), r"\w*" if word.endswith("*") else r"(?!\w)" if word[-1:].isalnum() else "")
    return "|".join(_branch(letter, node, first=True) for letter, node in tree.items())


def _branch(letter: str, node: dict[str, Any], first: bool = False) -> str:
    """A letter and all that may follow it. What stands left of a first letter is looked at after it: so the search
    can skip to the letters that begin a word."""
    left = re.escape(letter) + (rf"(?<!\w{re.escape(letter)})" if first and letter.isalnum() else "")
    ways = [_branch(following, deeper) for following, deeper in node.items() if following]
    if "" in node:
        ways.append(node[""])
    return left + (ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})")
