"""What is read from a CV. Dates are (year, month); month None where only the year stands there."""

from typing import Literal

import msgspec

from headway.learner.model import Evidence, Quote
from headway.values import Finding

SectionKind = Literal[
    "header", "summary", "experience", "projects", "education", "skills", "certificates",
    "languages", "publications", "awards", "volunteering", "interests", "references", "other",
]  # fmt: skip


class When(msgspec.Struct, frozen=True, order=True):
    """A month, or a year where the month is not said."""

    year: int
    month: int | None = None

    def __str__(self) -> str:
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"


class Section(msgspec.Struct, frozen=True):
    """A part of the CV: block indices [first, last] into the document, heading included."""

    kind: SectionKind
    heading: str
    first: int
    last: int


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A dated job. end None with current True: goes on. months: whole months, both ends included."""

    title: str
    employer: str
    start: When | None
    end: When | None
    current: bool
    months: float | None
    text_start: int
    text_end: int
    role: str | None = None
    seniority: str | None = None


class Study(msgspec.Struct, frozen=True, kw_only=True):
    """A degree or course of study. level: none, bachelor, master, phd or other."""

    level: Literal["bachelor", "master", "phd", "other"]
    field: str
    institution: str
    start: When | None
    end: When | None
    quote: Quote


class Certificate(msgspec.Struct, frozen=True, kw_only=True):
    """A named certificate; resource: the knowledge-base resource it is, where recognised."""

    name: str
    issuer: str
    date: When | None
    resource: str | None
    quote: Quote


class CvReading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a CV says about a person. Nothing here is guessed: absent stays None or empty."""

    name: str | None
    country: str | None
    """ISO 3166 alpha-2, only where the CV states a place in the contact lines."""
    sections: tuple[Section, ...]
    jobs: tuple[Job, ...]
    education: tuple[Study, ...]
    certificates: tuple[Certificate, ...]
    languages: tuple[str, ...]
    links: tuple[str, ...]
    years_experience: float | None
    """Union of the months of dated jobs, in years; None where no job is dated."""
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]
