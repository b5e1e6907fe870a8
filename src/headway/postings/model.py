"""A posting as Headway understands it. Positions are Unicode code points in the text that was read."""

from typing import Literal

import msgspec

from headway.values import Finding, Kind, Level, Seniority

RoleFamily = Literal[
    "machine-learning-engineer",
    "data-scientist",
    "ai-research-scientist",
    "mlops-engineer",
    "nlp-engineer",
    "computer-vision-engineer",
    "ml-research-engineer",
    "ai-engineer",
    "ai-product-manager",
    "data-analyst",
    "data-engineer",
    "software-engineer",
    "other",
]
StatedSeniority = Seniority | Literal["unstated"]
Need = Literal["required", "preferred", "context"]
DegreeLevel = Literal["none", "bachelor", "master", "phd", "unstated"]
Workplace = Literal["remote", "hybrid", "onsite", "unstated"]
Visa = Literal["offered", "refused", "unstated"]
Period = Literal["year", "month", "day", "hour"]
Basis = Literal["base", "total", "unstated"]
Field = Literal[
    "role", "seniority", "min_years", "degree", "pay", "workplace", "workplace_limits", "country", "visa", "language"
]


class Quote(msgspec.Struct, frozen=True):
    """The words a field was read from; `text` is exactly what stands there."""

    start: int
    end: int
    text: str


class Told(msgspec.Struct, frozen=True):
    """Where a field was read, and how sure that reading is (0 to 1, our own estimate by rule)."""

    quote: Quote | None
    confidence: float


class Degree(msgspec.Struct, frozen=True):
    """The lowest degree stated as required. none: the text says that none is needed; unstated: it is silent."""

    level: DegreeLevel
    equivalent_ok: bool


class Pay(msgspec.Struct, frozen=True):
    """Stated pay: min <= max where both are stated; one end may be open. currency: ISO 4217."""

    min: float | None
    max: float | None
    currency: str
    period: Period
    basis: Basis = "unstated"


class PayRange(msgspec.Struct, frozen=True):
    """One pay statement of the text; a posting may hold several (places, levels, base and total)."""

    pay: Pay
    quote: Quote


class Requirement(msgspec.Struct, frozen=True):
    """Any `count` of these skills are asked for (one entry: that one). years: stated for it, else None. level: 1 to 3.

    count: 1, or more where the text says so (`at least two of`); never more than there are skills.
    """

    any_of: tuple[str, ...]
    need: Need
    years: float | None
    span: Quote
    level: Level
    count: int = 1


class SkillNeed(msgspec.Struct, frozen=True):
    """A skill the posting names, with the strongest need it is named with."""

    skill: str
    label: str
    kind: Kind
    need: Need


class NeededMention(msgspec.Struct, frozen=True):
    """A mention, and what the sentence and section around it make of it."""

    start: int
    end: int
    text: str
    skill: str
    label: str
    kind: Kind
    need: Need
    confidence: float


class Section(msgspec.Struct, frozen=True):
    """A stretch of the text under one heading. need: what a skill named in it counts as, unless a sentence differs."""

    start: int
    end: int
    heading: str
    kind: str
    need: Need


class Gist(msgspec.Struct, frozen=True, kw_only=True):
    """What an import keeps of a posting: fields as in Posting; the spans of requirements count from their line."""

    role: RoleFamily
    job: str | None
    seniority: StatedSeniority
    min_years: float | None
    degree: Degree
    pay: Pay | None
    workplace: Workplace
    workplace_limits: str | None
    country: str | None
    visa: Visa
    language: str | None
    requirements: tuple[Requirement, ...]
    skills: tuple[SkillNeed, ...]
    findings: tuple[Finding, ...]


class Posting(msgspec.Struct, frozen=True, kw_only=True):
    """What a posting asks and offers.

    role: a role family, or other. job: the id of the more special role of the knowledge base that the title names.
    min_years: overall minimum of years of experience stated as required, for the lowest degree named.
    told: for each field that the text states, its quote and confidence; a field not in it was not stated.
    pay: the statement for this job, None when there is none; pay_ranges: all of them, in order.
    visa: whether the employer says that it sponsors one; unstated: it is silent.
    workplace_limits: the sentence that limits where one may work from, as it stands.
    """

    title: str
    role: RoleFamily
    job: str | None
    seniority: StatedSeniority
    min_years: float | None
    degree: Degree
    pay: Pay | None
    pay_ranges: tuple[PayRange, ...]
    workplace: Workplace
    workplace_limits: str | None
    country: str | None
    visa: Visa
    language: str | None
    requirements: tuple[Requirement, ...]
    skills: tuple[SkillNeed, ...]
    mentions: tuple[NeededMention, ...]
    sections: tuple[Section, ...]
    told: dict[Field, Told]
    findings: tuple[Finding, ...]
