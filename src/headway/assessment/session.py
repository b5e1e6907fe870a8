"""A test as steps: session and answer in, session out. It can stop at any step and go on from what was kept."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from headway.assessment.choose import candidates, outlook, pick
from headway.assessment.estimate import Estimate, after, piece_of
from headway.assessment.marking import mark
from headway.assessment.model import Given, Question, Session
from headway.assessment.render import render
from headway.assessment.stop import reason_to_stop
from headway.errors import BadOption
from headway.knowledge.items import ItemBank
from headway.learner.model import Evidence
from headway.values import KNOWN_CONFIDENCE

REST_DAYS, REST_DAYS_FIXED = 60, 365
"""Days before an item comes again: with fresh values, and where it has only one form."""


def evidence_so_far(session: Session, bank: ItemBank) -> tuple[Evidence, ...]:
    """The proof that the answers are, in the order given."""
    pieces = (piece_of(session, given, bank.items[given.item]) for given in session.given if given.item in bank.items)
    return tuple(piece for piece in pieces if piece is not None)


def taken_up(session: Session, start: Estimate, bank: ItemBank) -> Estimate:
    """The estimate at the point where a session stands. start: before its first answer."""
    for piece in evidence_so_far(session, bank):
        start = after(start, piece)
    return start


def next_question(
    session: Session, estimate: Estimate, bank: ItemBank, confidence: float = KNOWN_CONFIDENCE
) -> tuple[Question | None, str]:
    """The next question, or None and why there is none (a key of `stop.REASONS`)."""
    if session.ended:
        return None, session.ended
    view = outlook(estimate, session.aims, candidates(session, estimate, bank.items), confidence)
    if reason := reason_to_stop(session, estimate, view):
        return None, reason
    number = len(session.given) + 1
    item = pick(view, session.seed, number)
    assert item is not None
    return render(item, session.seed, bank.databases), ""


def answered(
    session: Session, estimate: Estimate, question: Question, text: str, bank: ItemBank
) -> tuple[Session, Estimate, str] | None:
    """The session and the estimate after an answer, and a note to show. None: it could not be read, ask again."""
    item = bank.items[question.item]
    marked = mark(question, text, bank.databases, ordered=item.authored.ordered)
    if marked is None:
        return None
    given = Given(
        number=len(session.given) + 1,
        item=question.item,
        seed=question.seed,
        text=text.strip(),
        verdict=marked.verdict,
        misconception=marked.misconception,
    )
    piece = piece_of(session, given, item)
    session = msgspec.structs.replace(session, given=(*session.given, given))
    return session, after(estimate, piece) if piece else estimate, marked.note


def ended(session: Session, reason: str) -> Session:
    """The session, over."""
    return msgspec.structs.replace(session, ended=reason)


def seen_lately(sessions: Iterable[Session], bank: ItemBank, today: dt.date) -> tuple[str, ...]:
    """Items that are not to be asked again yet: those with other variants rest for less long."""
    barred = set()
    for session in sessions:
        days = (today - session.begun).days
        for given in session.given:
            item = bank.items.get(given.item)
            varies = item is not None and (len(item.recorded) > 1 or bool(item.authored.vary))
            if days < (REST_DAYS if varies else REST_DAYS_FIXED):
                barred.add(given.item)
    return tuple(sorted(barred))


def decoded(content: bytes, name: str) -> Session:
    """A session from its file. Raises BadOption."""
    try:
        return msgspec.json.decode(content, type=Session)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadOption(f"{name} is not a saved test: {error}.", "Name a file that 'headway test' wrote.") from error
