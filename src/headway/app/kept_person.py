"""The person of a workspace: the kept reading of the CV, what they said since, what they finished and showed."""

from collections.abc import Mapping
from functools import cached_property
from itertools import groupby

from headway.app.context import Context
from headway.app.person import Person, PersonQuestion, must_say_something, self_reports
from headway.app.workspace_room import is_kept, profile_name, state_of
from headway.evidence.model import CvReading
from headway.knowledge.model import Resource
from headway.learner.model import Evidence
from headway.values import Finding
from headway.workspace.fold import State

LOG = "log"
"""Source id of what was finished: one trust switch for all of it."""


class KeptPerson(Person):
    """As Person, from the log instead of a file."""

    def __init__(self, context: Context, state: State, country: str | None = None) -> None:
        kept = state.plan.saved.country if state.plan else None
        super().__init__(context, PersonQuestion(country=country or kept))
        self.state = state

    @cached_property
    def reading(self) -> CvReading | None:
        return self.state.cv.cv if self.state.cv else None

    @property
    def document_name(self) -> str | None:
        return self.state.cv.document if self.state.cv else None

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        return evidence_of(self.state, self.context.knowledge.resources)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        return self.reading.findings if self.reading else ()


def somebody(context: Context, question: PersonQuestion) -> Person:
    """Whom a question is about: the CV and words given, else the person of the workspace. Raises BadOption."""
    must_be_somebody(context, question)
    if question.cv is None and not question.know and not question.test_results:
        return KeptPerson(context, state_of(context, question.profile), question.country)
    return Person(context, question)


def must_be_somebody(context: Context, question: PersonQuestion) -> None:
    """Something is given, or a workspace is there. Raises BadOption."""
    profile_name(question.profile)
    said = question.cv is not None or question.know or question.test_results
    if not said and not is_kept(context, question.profile):
        must_say_something(question)


def evidence_of(state: State, resources: Mapping[str, Resource]) -> tuple[Evidence, ...]:
    """Everything the log knows of the person's skills, as evidence."""
    read = state.cv.cv.evidence if state.cv else ()
    return (*read, *_statements(state), *_completions(state, resources), *state.shown)


def _statements(state: State) -> list[Evidence]:
    """The last word about each skill, dated."""
    by_day = sorted((s.date, skill, s.level) for skill, s in state.said.items())
    pieces: list[Evidence] = []
    for day, group in groupby(by_day, key=lambda row: row[0]):
        pieces.extend(self_reports({skill: level for _, skill, level in group}, day))
    return pieces


def _completions(state: State, resources: Mapping[str, Resource]) -> list[Evidence]:
    """A finished resource counts like a certificate that nobody checked: a claim, never proof."""
    pieces = []
    for id_, (day, _) in sorted(state.finished.items()):
        found = resources.get(id_)
        for part in found.teaches if found else ():
            pieces.append(
                Evidence(
                    id=f"log:{id_}:{part.skill}:{part.to}",
                    skill=part.skill,
                    kind="certificate",
                    source=LOG,
                    level=part.to,
                    date=day,
                    last_used=day,
                    note=f"You finished {found.label if found else id_}.",
                )
            )
    return pieces
