"""What the files under data/ hold, field by field. One definition serves authors, index and code.

Unknown keys are refused. Ids are kebab-case, equal the file's stem, and never change meaning.
Facts carry a source id from data/sources.yaml; our own judgement has source `editorial` and a `why`.
"""

from typing import Literal

import msgspec

from headway.knowledge.fact import Duty, Fact, Hours, Need, Stated, Teaches
from headway.knowledge.guides import (
    AcceptedFinding,
    Action,
    Area,
    Claim,
    Coverage,
    LevelWord,
    Roadmap,
    Route,
    Source,
    Stage,
    StageCourse,
    Term,
    Topic,
    Words,
)
from headway.values import Kind, Level, Money, Seniority

__all__ = [
    "AcceptedFinding", "Action", "Alias", "Area", "Claim", "Coverage", "Duty", "Education", "Fact", "Grade",
    "Hours", "Knowledge", "Level", "LevelWord", "Lexicon", "LexiconEntry", "Module", "Need", "Neighbour",
    "PayRow", "Price", "Resource", "Roadmap", "Role", "RoleNeed", "Route", "Skill", "Source", "Stage",
    "StageCourse", "Stated", "Teaches", "Term", "Topic", "Words",
]  # fmt: skip

Case = Literal["any", "exact", "initial"]
PriceKind = Literal["free", "paid", "subscription", "unknown"]
ResourceKind = Literal[
    "course", "specialization", "book", "tutorial", "documentation", "practice",
    "certificate", "degree", "bootcamp", "lab", "project",
]  # fmt: skip
Format = Literal["video", "reading", "interactive", "project", "classroom", "mixed"]


class Alias(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One written form of a skill's name.

    case: `any` case counts; `exact` only as written; `initial` as written but the first letter.
    ambiguous: the form also means other things, so a mention needs support: a cue near it, a
    neighbouring skill in a list, or the learned layer. cues: words that support it when near.
    vetoes: phrases that, when they contain or touch the mention, rule it out ("R&D" for "R").
    """

    text: str
    case: Case = "any"
    ambiguous: bool = False
    cues: tuple[str, ...] = ()
    vetoes: tuple[str, ...] = ()


class Skill(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something one can learn and show."""

    id: str
    label: str
    kind: Kind
    area: str
    summary: str
    aliases: tuple[str | Alias, ...] = ()
    needs: tuple[Need, ...] = ()
    """What working level (2) in this skill asks for."""
    broader: tuple[str, ...] = ()
    """Skills this one is a kind or part of: showing this one shows a little of those."""
    esco: str | None = None
    onet: str | None = None
    guides: tuple[str, ...] = ()
    half_life_months: float | None = None
    """Time for unused skill to fade by half; None: the value for its kind in data/words/forgetting.yaml."""
    label_is_ambiguous: bool = False
    """The label itself is a common word, so it counts only through `aliases` rules."""
    replaced_by: str | None = None
    editorial: str = ""
    """Why, where a judgement in this file is ours and not obvious."""


class Module(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a resource that can be skipped by someone who knows what it teaches."""

    title: str
    hours: float
    teaches: tuple[Teaches, ...]


class Price(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What it costs. `unknown` is honest and is left out under a budget. `per`: once or month."""

    kind: PriceKind
    amount: float | None = None
    currency: str | None = None
    per: Literal["once", "month"] = "once"
    source: str = "editorial"
    why: str = ""

    @property
    def money(self) -> Money | None:
        if self.kind == "free":
            return Money(0.0, self.currency or "USD")
        if self.amount is None or self.currency is None:
            return None
        return Money(self.amount, self.currency)


class Resource(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something that teaches: a course, a book, a project ..."""

    id: str
    label: str
    kind: ResourceKind
    provider: str
    summary: str
    format: Format
    language: str
    hours: Hours
    price: Price
    teaches: tuple[Teaches, ...]
    needs: tuple[Need, ...] = ()
    platform: str = ""
    authors: str = ""
    stated: Stated | None = None
    modules: tuple[Module, ...] = ()
    url: str | None = None
    checked: str | None = None
    """Date (ISO) on which someone looked at the link and the facts; null: nobody has."""
    guides: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    """Stages of published roadmaps that this belongs to (ids in data/stages)."""
    why: str = ""
    replaced_by: str | None = None


class RoleNeed(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One demand of a role: one of `any_of` at a level that depends on seniority.

    levels: the level from that seniority on; a seniority that is not named takes the value of the
    nearest lower one named, and none is needed below the lowest. weight: 1 (helps) to 10 (decides).
    """

    any_of: tuple[str, ...]
    levels: dict[Seniority, Level]
    weight: float
    why: str = ""


class Grade(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One seniority of a role: typical years (low, high or null), duties, who says so."""

    seniority: Seniority
    title: str
    years: tuple[float, float | None]
    sources: tuple[str, ...]
    duties: tuple[Duty, ...] = ()
    why: str = ""


class Education(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a source says about degrees for a role. Sources that disagree are all kept.

    asks: whether it says that most are asked for a degree; None: it says neither, or only which degree.
    """

    text: str
    sources: tuple[str, ...]
    asks: bool | None = None


class Neighbour(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A role people commonly come from or go to; months a typical move takes when stated."""

    role: str
    direction: Literal["from", "to", "both"] = "both"
    why: str = ""


class Role(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A kind of job."""

    id: str
    label: str
    summary: str
    aliases: tuple[str, ...]
    duties: tuple[Duty, ...]
    grades: tuple[Grade, ...]
    needs: tuple[RoleNeed, ...]
    why: str
    """How the levels and weights were judged (source `editorial`)."""
    helpful: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    applications: tuple[str, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    education: tuple[Education, ...] = ()
    guides: tuple[str, ...] = ()
    esco: str | None = None
    soc: str | None = None


class PayRow(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A sourced pay figure, per year. Quantile rows carry n; a guide's range carries low and high."""

    id: str
    role: str
    seniority: tuple[Seniority, ...]
    source: str
    year: int
    currency: str
    country: str | None
    """ISO 3166 alpha-2; null: the source says no single country (see note)."""
    low: float | None = None
    high: float | None = None
    open_ended: bool = False
    p10: float | None = None
    p25: float | None = None
    p50: float | None = None
    p75: float | None = None
    p90: float | None = None
    n: int | None = None
    basis: Literal["base", "total", "advertised", "unstated"] = "unstated"
    note: str = ""


class Knowledge(msgspec.Struct, frozen=True, kw_only=True):
    """The whole knowledge base but the alias lists (those are in the lexicon)."""

    digest: str
    skills: dict[str, Skill]
    roles: dict[str, Role]
    resources: dict[str, Resource]
    pay: tuple[PayRow, ...]
    roadmaps: dict[str, Roadmap]
    sources: dict[str, Source]
    claims: dict[str, Claim]
    glossary: dict[str, Term]
    faq: dict[str, Term]
    topics: dict[str, Topic]
    actions: dict[str, Action]
    routes: dict[str, Route]
    coverage: tuple[Coverage, ...]
    words: Words


class LexiconEntry(msgspec.Struct, frozen=True, array_like=True):
    """One alias as the scanner needs it."""

    text: str
    skill: str
    case: Case
    ambiguous: bool
    cues: tuple[str, ...]
    vetoes: tuple[str, ...]


class Lexicon(msgspec.Struct, frozen=True):
    """All aliases of all skills, in a fixed order, with what a mention must show of its skill."""

    digest: str
    entries: tuple[LexiconEntry, ...]
    labels: dict[str, str]
    kinds: dict[str, Kind]
