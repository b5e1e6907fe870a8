"""Sit a test: question by question until it is over, kept after every answer, its result proof."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from headway.app.context import Context
from headway.app.evidence_file import evidence_json
from headway.app.files import check_writable, write_whole
from headway.app.kept_person import KeptPerson
from headway.app.person import Person, PersonQuestion
from headway.app.plan_question import PlanQuestion
from headway.app.test_aims import MARKET, MARKET_LABEL, Matter, matter_of
from headway.app.test_files import earlier, file_of, load, next_number, save
from headway.app.test_moved import keep_and_measure
from headway.app.test_result import Sat, result_of
from headway.app.workspace_room import is_kept, state_of
from headway.assessment.estimate import Estimate, estimate_of
from headway.assessment.model import STOP, Limits, Question, Session
from headway.assessment.session import answered, ended, evidence_so_far, next_question, seen_lately, taken_up
from headway.assessment.stop import wrong_share
from headway.errors import BadOption, NothingKept
from headway.values import Finding, Json

PAUSE = "p"
KEYS = "or ? if you do not know, - to skip, p to pause, q to end"
MOST_QUESTIONS = 60
MOST_OVER_A_MAP, MOST_OF_ONE = 40, 20
"""Questions at most where the person does not say how many."""
USUAL = 25
"""By this question most tests over a map have ended (docs/benchmarks/tests.md)."""
MOST_TRIES = 5
"""Times in a row that an unreadable answer is asked for again before it is skipped."""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What a person asks for. about: a skill, a role, `plan`, `market`, or None: the default role. resume: a file.
    keep: the test and its result are kept in the workspace of the profile.
    """

    about: str | None = None
    cv: str | None = None
    know: tuple[str, ...] = ()
    role: str | None = None
    seniority: str | None = None
    questions: int | None = None
    seed: int | None = None
    resume: Path | None = None
    out: Path | None = None
    profile: str | None = None
    keep: bool = True


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """A question with where the test stands. error: expected share of wrong placements, or one skill's error.
    usual: by which question most such tests have ended, where that is less than `most`. complaint: why the answer
    before could not be read, or counts as wrong.
    """

    question: Question
    skill: str
    number: int
    most: int
    usual: int | None
    error: float
    single: bool
    complaint: str = ""


Ask = Callable[[Turn], str | None]
"""Gives what was typed; None when there is nobody to answer any more, which pauses the test."""


def sit(context: Context, wish: Wish, ask: Ask, tell: Callable[[str], None] = lambda _: None) -> Json:
    """Begin a test or go on with one, ask until it is over, and say what it showed. tell: takes what is worth knowing
    before the first question. Raises the errors of bad input."""
    check_writable(wish.out, "--out")
    session, label, findings = _resumed(context, wish) if wish.resume else begun(context, wish)
    if not wish.resume:
        _tell_of_paused(context, session, wish.profile, tell)
    person = person_of(context, session, wish.profile)
    start = estimate_of(person.belief, map_of(context, session))
    session, estimate = _asked(context, wish, session, taken_up(session, start, context.items), ask)
    pieces = evidence_so_far(session, context.items)
    change = keep_and_measure(context, session, wish.profile) if wish.keep and session.ended else None
    kept = wish.keep and bool(session.ended) and bool(pieces)
    path = file_of(context, session, wish.profile) if wish.keep else None
    sat = Sat(
        session=session, label=label, person=person, start=start, end=estimate, path=path, kept=kept, moved=change
    )
    result = result_of(context, sat, (*person.findings, *findings))
    if wish.out is not None:
        write_whole(wish.out, msgspec.json.format(msgspec.json.encode(evidence_json(pieces))), "--out")
    return result


def _tell_of_paused(context: Context, session: Session, profile: str | None, tell: Callable[[str], None]) -> None:
    """A test about the same that was paused waits: the newest of them is named before another is begun."""
    begun_before, _ = earlier(context, profile)
    waiting = [e for e in begun_before if e.about == session.about and e.given and not e.ended]
    if waiting:
        one, path = waiting[-1], file_of(context, waiting[-1], profile)
        answers = "1 answer" if len(one.given) == 1 else f"{len(one.given)} answers"
        tell(
            f"This is a new test. One about the same, begun {one.begun} and paused after {answers}, waits: "
            f"headway test --resume {path}"
        )


def person_of(context: Context, session: Session, profile: str | None) -> Person:
    """Who is tested: by the CV and words given, else by the workspace, else nobody known."""
    if session.cv is None and not session.know and is_kept(context, profile):
        try:
            return KeptPerson(context, state_of(context, profile))
        except NothingKept:
            pass
    return Person(context, PersonQuestion(cv=session.cv, know=session.know))


def begun(context: Context, wish: Wish) -> tuple[Session, str, tuple[Finding, ...]]:
    """A new test, what it is about in words, and findings. Raises BadOption, UnknownName."""
    if wish.questions is not None and not 1 <= wish.questions <= MOST_QUESTIONS:
        raise BadOption(f"--questions is {wish.questions}.", f"Give a number from 1 to {MOST_QUESTIONS}.")
    if wish.cv == "-":
        raise BadOption("The CV cannot come from standard input here: your answers do.", "Name the CV's file.")
    question = PlanQuestion(cv=wish.cv, know=wish.know, role=wish.role, seniority=wish.seniority, profile=wish.profile)
    matter = matter_of(context, wish.about, wish.seniority, question)
    before, broken = earlier(context, wish.profile)
    number = next_number(context, wish.profile)
    session = Session(
        id=f"{context.today.isoformat()}-{number}",
        about=matter.id,
        begun=context.today,
        seed=context.today.toordinal() * 100 + number if wish.seed is None else wish.seed,
        bank=context.items.digest,
        cv=wish.cv,
        know=wish.know,
        single=matter.single,
        aims=matter.aims,
        limits=_limits(wish, matter),
        barred=seen_lately(before, context.items, context.today),
    )
    _can_be_asked(context, session, matter)
    return session, matter.label, tuple(_broken(name) for name in broken)


def _limits(wish: Wish, matter: Matter) -> Limits:
    most = wish.questions or (MOST_OF_ONE if matter.single else MOST_OVER_A_MAP)
    return Limits(questions=most, each_skill=most if matter.single else 3)


def _broken(name: str) -> Finding:
    what = "is no saved test any more; what was asked in it may be asked again"
    return Finding("test-file-broken", "warning", name, what, "Delete it.")


def _can_be_asked(context: Context, session: Session, matter: Matter) -> None:
    """Raises BadOption when there is nothing to ask."""
    skills = {aim.skill for aim in session.aims}
    about = [item for item in context.items.items.values() if item.skill in skills]
    if not about:
        tested = sorted({item.skill for item in context.items.items.values()})
        raise BadOption(
            f"There are no questions about {matter.label} yet.",
            f"There are some about {len(tested)} skills, for example {', '.join(tested[:6])}.",
        )
    if all(item.id in session.barred for item in about):
        raise BadOption(
            f"You have had every question about {matter.label} lately.",
            "The same questions again would show your memory. Come back in a few weeks.",
        )


def _resumed(context: Context, wish: Wish) -> tuple[Session, str, tuple[Finding, ...]]:
    assert wish.resume is not None
    if wish.about or wish.cv or wish.know or wish.role or wish.seniority or wish.questions or wish.seed is not None:
        raise BadOption("A test that is resumed keeps what it was begun with.", "Give --resume FILE alone.")
    session = load(wish.resume)
    if session.ended:
        raise BadOption(f"{wish.resume} is a test that is over.", "Begin a new one.")
    known = {aim.skill for aim in session.aims} - set(context.knowledge.skills)
    if known or not session.aims:
        raise BadOption(f"{wish.resume} asks for skills that are not there: {', '.join(sorted(known))}.", "Begin anew.")
    findings: tuple[Finding, ...] = ()
    if session.bank != context.items.digest:
        what = "the questions have changed since it was begun; answers to those that are gone do not count"
        findings = (Finding("test-bank-changed", "note", str(wish.resume), what),)
    return session, label_of(context, session), findings


def label_of(context: Context, session: Session) -> str:
    """What a test is about, in words."""
    named = context.knowledge.roles.get(session.about) or context.knowledge.skills.get(session.about)
    return named.label if named else MARKET_LABEL if session.about == MARKET else "your plan"


def map_of(context: Context, session: Session) -> list[str]:
    """The skills of the aims, and those close to them that can be asked about: what they need."""
    skills = context.knowledge.skills
    aims = [aim.skill for aim in session.aims]
    near = [need.skill for skill in aims for need in skills[skill].needs]
    asked = [context.items.items[g.item].skill for g in session.given if g.item in context.items.items]
    tested = {item.skill for item in context.items.items.values()}
    return [*aims, *([] if session.single else [s for s in near if s in tested]), *asked]


def _asked(context: Context, wish: Wish, session: Session, estimate: Estimate, ask: Ask) -> tuple[Session, Estimate]:
    """Ask until the test is over or paused."""
    complaint, tries = "", 0
    while True:
        question, reason = next_question(session, estimate, context.items)
        if question is None:
            session = ended(session, reason)
            break
        typed = ask(turn_of(context, session, estimate, question, complaint))
        if typed is None or typed.strip().casefold() == PAUSE:
            break
        if typed.strip().casefold() == STOP:
            session = ended(session, "person")
            break
        tries += 1
        done = answered(session, estimate, question, typed if tries < MOST_TRIES else "-", context.items)
        if done is None:
            complaint = f"Please answer with {question.shape}, {KEYS}."
            continue
        session, estimate, complaint = done
        tries = 0
        if wish.keep:
            save(context, session, wish.profile)
        if session.ended:
            break
    if wish.keep:
        save(context, session, wish.profile)
    return session, estimate


def turn_of(context: Context, session: Session, estimate: Estimate, question: Question, complaint: str) -> Turn:
    """The question with where the test stands."""
    single = session.single
    error = estimate.spread_of(session.aims[0].skill)[1] if single else wrong_share(estimate, session.aims)
    return Turn(
        question=question,
        skill=context.knowledge.skills[question.skill].label,
        number=len(session.given) + 1,
        most=session.limits.questions,
        usual=None if single or session.limits.questions <= USUAL else USUAL,
        error=round(error, 3),
        single=single,
        complaint=complaint,
    )
