"""A test a step at a time, for a door that is asked anew for every question: begun, answered, looked at."""

from collections.abc import Set
from functools import cached_property

import msgspec

from headway.app.assessment import Turn, Wish, begun, label_of, map_of, turn_of
from headway.app.context import Context
from headway.app.kept_person import KeptPerson
from headway.app.person import Person, PersonQuestion
from headway.app.test_files import SESSION, earlier, file_of, folder_of, load, save
from headway.app.test_moved import keep_and_measure, kept_moved
from headway.app.test_result import Sat, result_of
from headway.app.tests_so_far import tests_so_far
from headway.app.workspace_room import counting_proof, is_kept, state_of
from headway.assessment.estimate import Estimate, estimate_of
from headway.assessment.model import Session
from headway.assessment.session import answered, ended, evidence_so_far, next_question, taken_up
from headway.errors import BadOption, NothingKept, UnknownName
from headway.learner.model import Evidence
from headway.values import Json


class _Before(KeptPerson):
    """The person without what this test showed, so that its result can be looked at later."""

    without: frozenset[str] = frozenset()

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(each for each in super().evidence if each.id not in self.without)


def all_tests(context: Context, profile: str | None) -> Json:
    """Every test kept, the newest first, and files that are none any more."""
    found, broken = earlier(context, profile)
    counting = counting_proof(context, profile)
    told = [session for session in found if session.ended and _counts(context, session, counting)]
    rows = [
        {
            "session": session.id,
            "label": label_of(context, session),
            "begun": session.begun.isoformat(),
            "answers": len(session.given),
            "right": sum(given.verdict == "right" for given in session.given),
            "over": bool(session.ended),
        }
        for session in found[::-1]
    ]
    return {
        "schema": "headway.tests/1",
        "tests": rows,
        "broken": list(broken),
        "about": _tested(context),
        "so_far": tests_so_far(context, profile, told),
    }


def _tested(context: Context) -> list[Json]:
    """Skills that there are questions about, with how many."""
    count: dict[str, int] = {}
    for item in context.items.items.values():
        count[item.skill] = count.get(item.skill, 0) + 1
    skills = context.knowledge.skills
    return [
        {"skill": s, "label": skills[s].label, "items": count[s]}
        for s in sorted(count, key=lambda s: skills[s].label.casefold())
    ]


def begin_test(context: Context, profile: str | None, about: str | None, questions: int | None = None) -> str:
    """A new test, kept; its id. Raises BadOption, UnknownName."""
    wish = Wish(about=about, questions=questions, profile=profile)
    session, _, _ = begun(context, wish)
    save(context, session, profile)
    return session.id


class TestStep(msgspec.Struct, frozen=True, kw_only=True):
    """Where a test stands: the next question, or its result once there is none."""

    __test__ = False  # no test of pytest's

    session: str
    label: str
    turn: Turn | None
    result: Json | None


def look_at_test(context: Context, profile: str | None, id_: str, complaint: str = "") -> TestStep:
    """The next question, or the result; a test whose end is found here ends. Raises UnknownName, BadOption."""
    session = _load(context, profile, id_)
    person, start, estimate = _standing(context, profile, session)
    question, reason = next_question(session, estimate, context.items)
    if question is not None:
        turn = turn_of(context, session, estimate, question, complaint)
        return TestStep(session=id_, label=label_of(context, session), turn=turn, result=None)
    if not session.ended:
        session = _end(context, profile, ended(session, reason))
    kept = _counts(context, session, counting_proof(context, profile))
    sat = Sat(
        session=session, label=label_of(context, session), person=person, start=start, end=estimate,
        path=file_of(context, session, profile), kept=kept,
        moved=kept_moved(context, session, profile) if kept else None,
    )  # fmt: skip
    return TestStep(session=id_, label=sat.label, turn=None, result=result_of(context, sat, person.findings))


def answer_test(context: Context, profile: str | None, id_: str, number: int, text: str) -> str:
    """Take an answer to question `number` and keep it; why it could not be read, or nothing.

    An answer to a question that was answered already (the form was sent twice) changes nothing.
    """
    session = _load(context, profile, id_)
    if number != len(session.given) + 1 or session.ended:
        return ""
    _, _, estimate = _standing(context, profile, session)
    question, reason = next_question(session, estimate, context.items)
    if question is None:
        _end(context, profile, ended(session, reason))
        return ""
    done = answered(session, estimate, question, text, context.items)
    if done is None:
        return f"Please answer with {question.shape}. Your answer could not be read as that."
    session, _, note = done
    if session.ended:
        _end(context, profile, session)
    else:
        save(context, session, profile)
    return note


def _counts(context: Context, session: Session, counting: Set[str]) -> bool:
    """Whether what it showed stands in the log and was not taken back there."""
    return any(piece.id in counting for piece in evidence_so_far(session, context.items))


def stop_test(context: Context, profile: str | None, id_: str) -> None:
    """End it now; what was answered counts."""
    session = _load(context, profile, id_)
    if not session.ended:
        _end(context, profile, ended(session, "person"))


def _end(context: Context, profile: str | None, session: Session) -> Session:
    keep_and_measure(context, session, profile)
    save(context, session, profile)
    return session


def _load(context: Context, profile: str | None, id_: str) -> Session:
    """By its id only, which is no path. Raises UnknownName, BadOption."""
    path = folder_of(context, profile) / f"{id_}.json"
    if not SESSION.fullmatch(id_) or not path.exists():
        raise UnknownName("There is no such test.", "The page Tests lists all of them.")
    session = load(path)
    if session.id != id_ or not session.aims or {a.skill for a in session.aims} - set(context.knowledge.skills):
        raise BadOption("This test asks for skills that are not there any more.", "Begin a new one.")
    return session


def _standing(context: Context, profile: str | None, session: Session) -> tuple[Person, Estimate, Estimate]:
    person = _person(context, profile, session)
    start = estimate_of(person.belief, map_of(context, session))
    return person, start, taken_up(session, start, context.items)


def _person(context: Context, profile: str | None, session: Session) -> Person:
    if session.cv is None and not session.know and is_kept(context, profile):
        try:
            before = _Before(context, state_of(context, profile))
        except NothingKept:
            pass
        else:
            before.without = frozenset(piece.id for piece in evidence_so_far(session, context.items))
            return before
    return Person(context, PersonQuestion(know=session.know))
