"""Test answers that a person agrees to share for calibration: no name, no CV, nothing typed; only right or not."""

import datetime as dt
import hashlib
from pathlib import Path

import msgspec

from headway.assessment.model import Session
from headway.errors import BadOption, UnreadableFile

SCHEMA = "headway.answers/1"
MOST_BYTES = 4_000_000
HINT = "Name a file that 'headway calibrate share --agree --out FILE' wrote."


class OneAnswer(msgspec.Struct, frozen=True):
    item: str
    right: bool


class SharedAnswers(msgspec.Struct, frozen=True, kw_only=True):
    """A file of answers. agreed: the person said yes to this use, on agreed_on. person: a word that keeps
    people apart.
    """

    schema: str
    agreed: bool
    agreed_on: dt.date
    person: str
    answers: tuple[OneAnswer, ...]


def answers_of(sessions: tuple[Session, ...], today: dt.date) -> SharedAnswers:
    """The answers of all tests kept; skipped questions say nothing, not knowing is not right."""
    given = [one for session in sessions for one in session.given if one.verdict != "skipped"]
    answers = tuple(OneAnswer(one.item, one.verdict == "right") for one in given)
    return SharedAnswers(
        schema=SCHEMA, agreed=True, agreed_on=today, person=_word(sessions[0]), answers=answers,
    )  # fmt: skip


def _word(first: Session) -> str:
    """The same for every file of one person, by their first test; nobody can be found by it."""
    about = repr((first.begun, first.seed, [(one.item, one.verdict, one.text) for one in first.given[:3]]))
    return hashlib.sha256(about.encode()).hexdigest()[:16]


def read_answers(path: Path) -> SharedAnswers:
    """Shared answers from a file. Raises UnreadableFile, BadOption where their person did not agree."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile(f"{path} is too long to be a person's answers.", HINT)
        found = msgspec.json.decode(path.read_bytes(), type=SharedAnswers)
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read: {error.strerror}.", HINT) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableFile(f"{path} is no file of shared answers: {error}.", HINT) from error
    if found.schema != SCHEMA or "/" in found.person:
        raise UnreadableFile(f"{path} is no file of shared answers.", HINT)
    if not found.agreed:
        raise BadOption(f"{path}: this person did not agree to the use of their answers.", "Leave the file out.")
    return found
