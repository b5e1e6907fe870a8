"""The word lists of this room (data/evidence/*.yaml), typed and ready to match. An unknown key is an error."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from headway.evidence.model import SectionKind
from headway.values import Level

Shape = TypeVar("Shape")


class SectionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the parts of a CV are headed."""

    headings: dict[SectionKind, tuple[str, ...]]
    contact: tuple[str, ...]
    titles: tuple[str, ...]
    learning: tuple[str, ...]
    aims: tuple[str, ...]
    objectives: tuple[str, ...]
    behind: tuple[str, ...]
    joiners: tuple[str, ...]
    furniture: tuple[str, ...]


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that dates are written with."""

    months: dict[int, tuple[str, ...]]
    seasons: dict[str, tuple[int, ...]]
    present: tuple[str, ...]
    to: tuple[str, ...]
    since: tuple[str, ...]
    leads: tuple[str, ...]
    until: tuple[str, ...]
    expected: tuple[str, ...]
    counts: tuple[str, ...]
    durations: tuple[str, ...]


class TitleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell a job title from an employer, and how senior a title is."""

    titles: tuple[str, ...]
    companies: tuple[str, ...]
    at: tuple[str, ...]
    at_before_companies: tuple[str, ...]
    fields: tuple[str, ...]
    kinds_of_work: tuple[str, ...]
    self_employed: tuple[str, ...]
    joining: tuple[str, ...]
    seniority: dict[str, tuple[str, ...]]
    not_a_rank: tuple[str, ...]
    not_work: tuple[str, ...]
    course_platforms: tuple[str, ...]
    labels: dict[str, tuple[str, ...]]


class EducationWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Degrees by level, and words in the names of schools."""

    degrees: dict[str, tuple[str, ...]]
    exact: dict[str, tuple[str, ...]]
    institutions: tuple[str, ...]
    of: tuple[str, ...]
    labels: tuple[str, ...]
    grades: tuple[str, ...]


class PersonWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the head of a CV, and the names of spoken languages."""

    languages: dict[str, tuple[str, ...]]
    not_names: tuple[str, ...]
    name_labels: tuple[str, ...]
    name_sentences: tuple[str, ...]
    language_levels: tuple[str, ...]
    place_labels: tuple[str, ...]


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Countries and large cities with their ISO 3166 codes."""

    countries: dict[str, tuple[str, ...]]
    cities: dict[str, tuple[str, ...]]
    us_states: tuple[str, ...]
    states_elsewhere: tuple[str, ...]
    work_anywhere: tuple[str, ...]
    states: dict[str, tuple[str, ...]]
    province_codes: tuple[str, ...]
    unclear_codes: tuple[str, ...]


class CertificateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What tells a certificate, what else is written before its name, and who issues them."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    issuers: tuple[str, ...]


class LevelWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which people rate themselves, and the level that claims. years: level by the fewest years.

    no_labels: those that name a group where they stand before its list ("Bases: MySQL"). no_limit: those that do not
    say "no more than this". marks: level by the least share of marks ("3/5", "***--").
    """

    words: dict[int, tuple[str, ...]]
    adjectives: dict[int, tuple[str, ...]]
    heads: dict[int, tuple[str, ...]]
    tails: dict[int, tuple[str, ...]]
    with_noun: tuple[str, ...]
    amounts: tuple[str, ...]
    nouns: tuple[str, ...]
    links: tuple[str, ...]
    learning: tuple[str, ...]
    learning_after: tuple[str, ...]
    years: dict[int, float]
    no_labels: tuple[str, ...]
    no_limit: tuple[str, ...]
    marks: dict[int, float]
    full_marks: str
    empty_marks: str
    year_words: tuple[str, ...]
    fillers: tuple[str, ...]
    not_before: tuple[str, ...]
    teaching: tuple[str, ...]


class WishWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How people say that they want a skill, or are learning it, and what behind a wish is held already."""

    aims: tuple[str, ...]
    learn: tuple[str, ...]
    others: tuple[str, ...]
    moves: tuple[str, ...]
    moved_from: tuple[str, ...]
    labels: tuple[str, ...]
    openers: tuple[str, ...]
    sought: tuple[str, ...]
    to_learn: tuple[str, ...]
    learned: tuple[str, ...]
    held: tuple[str, ...]


class DenialWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How people say that they do not have a skill."""

    denying: tuple[str, ...]
    nouns: tuple[str, ...]
    links: tuple[str, ...]
    never: tuple[str, ...]
    turns: tuple[str, ...]


class ByTitle(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a title alone says of the skills of its role, with the reason for each number."""

    strength: float
    human_strength: float
    why_strength: str
    shortest_months: int
    why_shortest_months: str
    junior_below_months: int
    why_junior_below_months: str
    core_weight: float
    why_core_weight: str
    most: int
    most_intern: int
    most_human: int
    why_most: str
    note: str
    shared_names: tuple[str, ...]
    about_the_role: tuple[str, ...]


class StudyField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field of study: the words that name it, and the levels that each degree adds."""

    id: str
    words: tuple[str, ...]
    bachelor: dict[str, Level]
    master: dict[str, Level] = {}
    phd: dict[str, Level] = {}


class ByStudy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a degree alone says of the skills of its field, with the reason for each number."""

    strength: float
    why_strength: str
    other_strength: float
    why_other_strength: str
    other: Level
    unfinished: Level
    why_unfinished: str
    minor_words: tuple[str, ...]
    note: str
    fields: tuple[StudyField, ...]


@cache
def load(shape: type[Shape]) -> Shape:
    """The word list of this shape: `SectionWords` is in data/evidence/sections.yaml, and so on."""
    import yaml

    name = {SectionWords: "sections", DateWords: "dates", TitleWords: "titles", EducationWords: "education",
            PersonWords: "person", PlaceWords: "places", LevelWords: "levels", CertificateWords: "certificates",
            DenialWords: "denials", WishWords: "wishes", ByTitle: "by_title", ByStudy: "by_study"}[shape]  # type: ignore[index]  # fmt: skip
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("headway").joinpath("data", "evidence", f"{name}.yaml").read_text("utf-8")
    return msgspec.convert(yaml.load(text, Loader=loader), shape)  # noqa: S506  a safe loader


def pattern(words: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern for whole words and phrases, the longest first; `*` at an end stands for more letters.

    Words with the same stars share their edges: the pattern compiles several times faster.
    """
    by_stars: dict[tuple[bool, bool], set[str]] = {}
    for word in words:
        by_stars.setdefault((word.startswith("*"), word.endswith("*")), set()).add(word.strip("*"))
    groups = [_group(cores, *stars) for stars, cores in sorted(by_stars.items())]
    return re.compile("|".join(groups) or r"(?!)", flags)


def _group(cores: set[str], left: bool, right: bool) -> str:
    longest_first = sorted(cores, key=lambda core: (-len(core), core))
    any_of = "|".join(re.escape(core).replace(r"\ ", r"\s+") for core in longest_first)
    return r"(?<!\w)" + (r"\w*" if left else "") + f"(?:{any_of})" + (r"\w*" if right else "") + r"(?!\w)"


_DOTS = str.maketrans("İı", "ii")
"""A pattern that does not mind the case takes these for i; small letters alone do not make them one."""


def key(text: str) -> str:
    """What a pattern of ours found, as it is looked up: without case, one blank between words. "APRİL" is "april"."""
    return " ".join(text.translate(_DOTS).casefold().split())


_MARKS = re.compile(r"^[\W\d_]+|[\W_]+$")
_BLANKS = re.compile(r"[\s_]+")


def plain(text: str) -> str:
    """A heading or name for comparing: small letters, one blank between words, no marks or numbers around it."""
    bare = _MARKS.sub("", text.replace("&", " and ").replace("’", "'").casefold())
    return _BLANKS.sub(" ", bare).strip()
