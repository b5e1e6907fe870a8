"""What guides say and what words mean: roadmaps, claims, glossary, topics, actions, routes, closed lists."""

from typing import Literal

from headway.knowledge.fact import Duty, Fact, Hours, Need, Stated, Teaches
from headway.values import Kind, Level, Seniority


class StageCourse(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A course in a roadmap: one of ours by id, or described on the spot."""

    resource: str | None = None
    label: str = ""
    stated: Stated | None = None
    teaches: tuple[Teaches, ...] = ()
    needs: tuple[Need, ...] = ()


class Stage(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
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


class Roadmap(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
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


class Source(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where facts come from."""

    id: str
    title: str
    kind: Literal["guide", "statistics", "dataset", "taxonomy", "provider", "editorial"]
    author: str = ""
    published: str | None = None
    licence: str = ""
    note: str = ""
    url: str | None = None


class Claim(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A statement a guide makes. sourced: whether the guide says where it has it from."""

    id: str
    text: str
    guides: tuple[str, ...]
    sourced: bool
    about: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    note: str = ""


class Term(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A glossary entry or an answered question; about: skill or role ids it explains."""

    id: str
    term: str
    text: str
    sources: tuple[str, ...]
    about: tuple[str, ...] = ()


class Topic(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An industry, an application, a benefit, an emerging field ...: a closed word list with sources."""

    id: str
    label: str
    group: Literal["industry", "application", "emerging", "benefit", "business-reason", "pay-factor", "community"]
    guides: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    text: str = ""


class Action(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A job-entry step (portfolio, CV, applications ...). hours: one-off; hours_per_week while applying. for_first_job:
    what is said besides to who seeks one."""

    id: str
    label: str
    text: str
    order: int
    hours: Hours
    in_plan: bool = True
    for_first_job: str = ""
    guides: tuple[str, ...] = ()
    why: str = ""


class Route(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
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


class Area(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A region of the skill map."""

    id: str
    label: str
    order: int


class LevelWord(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a level means, in plain words."""

    level: Level
    name: str
    text: str


class Words(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Closed lists the engines need."""

    areas: tuple[Area, ...]
    levels: tuple[LevelWord, ...]
    half_life_months: dict[Kind, float]


class AcceptedFinding(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A lint finding we accept, with the reason."""

    code: str
    where: str
    why: str


class Coverage(Fact, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One item of the source checklist and where it lives: `skill:python`, `resource:...`, `claim:...`."""

    section: str
    row: str
    item: str
    ids: tuple[str, ...]
    note: str = ""
