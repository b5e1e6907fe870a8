"""Who the person is: the CV (if any), what they say they know, and the belief that follows."""

import datetime as dt
from functools import cached_property

import msgspec

from headway.app.context import Context
from headway.app.evidence_file import read_evidence
from headway.app.files import start_input
from headway.app.look import skill_id
from headway.app.options import country_code, parse_know
from headway.documents.model import Document
from headway.documents.read import Pending
from headway.errors import BadOption
from headway.evidence.model import CvReading
from headway.learner.belief import Belief, fold
from headway.learner.model import Evidence
from headway.learner.prior import Prior
from headway.values import LEVEL_NAMES, Finding

SELF = "self"
"""Source id of what a person says directly: one trust switch for all of it."""


class PersonQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What a person gives: a CV by name (`-` standard input), `skill=level` pairs, files of test results, a country.

    profile: whose workspace is meant where none of these is given.
    """

    cv: str | None = None
    know: tuple[str, ...] = ()
    test_results: tuple[str, ...] = ()
    country: str | None = None
    profile: str | None = None


class Person:
    """A person read once; belief and fits are worked out when asked for."""

    def __init__(self, context: Context, question: PersonQuestion) -> None:
        self.context = context
        self.question = question
        self.stated = country_code(question.country)
        self.known = self._known()
        self.tested = tuple(piece for name in question.test_results for piece in read_evidence(name))
        self._pending: Pending | None = start_input(question.cv) if question.cv is not None else None

    def _known(self) -> dict[str, int]:
        """`--know` by skill id. Raises UnknownName, BadOption."""
        known: dict[str, int] = {}
        for name, level in parse_know(self.question.know).items():
            id_ = skill_id(self.context, name)
            if known.get(id_, level) != level:
                label = self.context.knowledge.skills[id_].label
                raise BadOption(f"--know gives {label} two levels, {known[id_]} and {level}.", "Give one.")
            known[id_] = level
        return known

    @cached_property
    def document(self) -> Document | None:
        return self._pending.result() if self._pending else None

    @cached_property
    def reading(self) -> CvReading | None:
        if self.document is None:
            return None
        context = self.context
        from headway.evidence.cv import read_cv  # only here: who comes from the workspace was read already

        return read_cv(self.document, context.finder, context.knowledge, context.today)

    @property
    def document_name(self) -> str | None:
        """The CV's name; None without one."""
        return self.document.name if self.document else None

    @property
    def country(self) -> str | None:
        """What the person states, else what the CV's contact lines state, else unknown."""
        return self.stated or (self.reading.country if self.reading else None)

    @property
    def years(self) -> float | None:
        return self.reading.years_experience if self.reading else None

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        read = self.reading.evidence if self.reading else ()
        return (*read, *self_reports(self.known, self.context.today), *self.tested)

    @cached_property
    def belief(self) -> Belief:
        """What is believed about every skill, from everything the person has given."""
        return fold(self.evidence, prior_of(self.context), self.context.today)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        found: list[Finding] = []
        if self.document is not None:
            found.extend(self.document.findings)
        if self.reading is not None:
            found.extend(self.reading.findings)
        return tuple(dict.fromkeys(found))


def must_say_something(question: PersonQuestion) -> None:
    """A person is a CV or at least one stated skill. Raises BadOption."""
    if question.cv is None and not question.know and not question.test_results:
        raise BadOption(
            "There is nothing to go by.", "Name a CV file, or say what you know: --know python=3 --know sql=2."
        )


def prior_of(context: Context) -> Prior:
    """What is believed before any evidence."""
    return context.prior


def self_reports(known: dict[str, int], today: dt.date) -> tuple[Evidence, ...]:
    """What a person says of themselves, as claims: at least the level, and (below 4) not the next one."""
    pieces = []
    for skill, level in sorted(known.items()):
        note = f"You said {LEVEL_NAMES[level]}."
        if level > 0:
            pieces.append(_report(skill, level, True, today, note))
        if level < 4:
            pieces.append(_report(skill, level + 1, False, today, note))
    return tuple(pieces)


def _report(skill: str, level: int, holds: bool, today: dt.date, note: str) -> Evidence:
    return Evidence(
        id=f"self:{skill}:{level}:{'yes' if holds else 'no'}",
        skill=skill,
        kind="self-report",
        source=SELF,
        level=level,
        holds=holds,
        date=today,
        last_used=today,
        note=note,
    )
