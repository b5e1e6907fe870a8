"""What the files under data/ hold, field by field. One definition serves authors, index and code.

Unknown keys are refused. Ids are kebab-case, equal the file's stem, and never change meaning.
Facts carry a source id from data/sources.yaml; our own judgement has source `editorial` and a `why`.
"""

from typing import Literal

import msgspec

from headway.values import Kind, Level, Money, Seniority, Span

Case = Literal["any", "exact", "initial"]
PriceKind = Literal["free", "paid", "subscription", "unknown"]
ResourceKind = Literal[
    "course", "specialization", "book", "tutorial", "documentation", "practice",
    "certificate", "degree", "bootcamp", "lab", "project",
]  # fmt: skip
Format = Literal["video", "reading", "interactive", "project", "classroom", "mixed"]


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Base of everything authored."""


class Alias(Fact):
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


class Need(Fact):
    """A prerequisite: this skill at this level, before the thing that needs it can be learned."""

    skill: str
    level: Level


class Skill(Fact):
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


class Teaches(Fact):
    """Raises one skill from one level to a higher one."""

    skill: str
    to: Level
    from_: Level = msgspec.field(default=0, name="from")


class Module(Fact):
    """A part of a resource that can be skipped by someone who knows what it teaches."""

    title: str
    hours: float
    teaches: tuple[Teaches, ...]


class Hours(Fact):
    """Hours to work through a resource. source: who says so; `editorial` needs a `why`."""

    low: float
    likely: float
    high: float
    source: str
    why: str = ""

    @property
    def span(self) -> Span:
        return Span(self.low, self.likely, self.high)


class Stated(Fact):
    """A duration as the provider or a guide states it: low and high bounds, inclusive."""

    source: str
    months: tuple[float, float] | None = None
    weeks: tuple[float, float] | None = None
    hours_per_week: tuple[float, float] | None = None
    hours: tuple[float, float] | None = None


class Price(Fact):
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


class Resource(Fact):
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


class RoleNeed(Fact):
    """One demand of a role: one of `any_of` at a level that depends on seniority.

    levels: the level from that seniority on; a seniority that is not named takes the value of the
    nearest lower one named, and none is needed below the lowest. weight: 1 (helps) to 10 (decides).
    """

    any_of: tuple[str, ...]
    levels: dict[Seniority, Level]
    weight: float
    why: str = ""


class Duty(Fact):
    """What people in a role do, and who says so."""

    text: str
    sources: tuple[str, ...]


class Grade(Fact):
    """One seniority of a role: typical years (low, high or null), duties, who says so."""

    seniority: Seniority
    title: str
    years: tuple[float, float | None]
    sources: tuple[str, ...]
    duties: tuple[Duty, ...] = ()
    why: str = ""


class Education(Fact):
    """What a source says about degrees for a role. Sources that disagree are all kept."""

    text: str
    sources: tuple[str, ...]


class Neighbour(Fact):
    """A role people commonly come from or go to; months a typical move takes when stated."""

    role: str
    direction: Literal["from", "to", "both"] = "both"
    why: str = ""


class Role(Fact):
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


class PayRow(Fact):
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


class StageCourse(Fact):
    """A course in a roadmap: one of ours by id, or described on the spot."""

    resource: str | None = None
    label: str = ""
    stated: Stated | None = None
    teaches: tuple[Teaches, ...] = ()
    needs: tuple[Need, ...] = ()


class Stage(Fact):
    """A step of a published roadmap. months: from, to (null: open)."""

    id: str
    label: str
    months: tuple[float, float | None] | None = None
    skills: tuple[Need, ...] = ()
    courses: tuple[StageCourse, ...] = ()
    projects: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    text: str = ""


class Roadmap(Fact):
    """A fixed roadmap, a guide's or the user's own: what `headway audit` checks."""

    id: str
    title: str
    source: str = "user"
    promised_months: tuple[float, float] | None = None
    hours_per_week: tuple[float, float] | None = None
    target: str | None = None
    """Role id the roadmap promises to lead to."""
    seniority: Seniority = "junior"
    courses: tuple[StageCourse, ...] = ()
    """The roadmap's own course list, in its order, taken one after the other."""
    stages: tuple[Stage, ...] = ()


class Source(Fact):
    """Where facts come from."""

    id: str
    title: str
    kind: Literal["guide", "statistics", "dataset", "taxonomy", "provider", "editorial"]
    author: str = ""
    published: str | None = None
    licence: str = ""
    note: str = ""
    url: str | None = None


class Claim(Fact):
    """A statement a guide makes. sourced: whether the guide says where it has it from."""

    id: str
    text: str
    guides: tuple[str, ...]
    sourced: bool
    about: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    note: str = ""


class Term(Fact):
    """A glossary entry or an answered question; about: skill or role ids it explains."""

    id: str
    term: str
    text: str
    sources: tuple[str, ...]
    about: tuple[str, ...] = ()


class Topic(Fact):
    """An industry, an application, a benefit, an emerging field ...: a closed word list with sources."""

    id: str
    label: str
    group: Literal["industry", "application", "emerging", "benefit", "business-reason", "pay-factor", "community"]
    guides: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    text: str = ""


class Action(Fact):
    """A job-entry step (portfolio, CV, applications ...). hours: one-off; hours_per_week while applying."""

    id: str
    label: str
    text: str
    order: int
    hours: Hours
    in_plan: bool = True
    guides: tuple[str, ...] = ()
    why: str = ""


class Route(Fact):
    """A way into the field: degree, bootcamp, self-taught, certificate."""

    id: str
    label: str
    summary: str
    months: tuple[float, float]
    cost: Literal["none", "low", "medium", "high"]
    strengths: tuple[Duty, ...]
    limits: tuple[Duty, ...]
    suits: tuple[str, ...]
    sources: tuple[str, ...]
    resources: tuple[str, ...] = ()
    hours: Hours | None = None
    note: str = ""


class Area(Fact):
    """A region of the skill map."""

    id: str
    label: str
    order: int


class LevelWord(Fact):
    """What a level means, in plain words."""

    level: Level
    name: str
    text: str


class Words(Fact):
    """Closed lists the engines need."""

    areas: tuple[Area, ...]
    levels: tuple[LevelWord, ...]
    half_life_months: dict[Kind, float]


class Exception_(Fact):
    """A lint finding we accept, with the reason."""

    code: str
    where: str
    why: str


class Coverage(Fact):
    """One item of the source checklist and where it lives: `skill:python`, `resource:...`, `claim:...`."""

    section: str
    row: str
    item: str
    ids: tuple[str, ...]
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
