"""When to look at something again: spaced review of skills that were shown, by FSRS with its default parameters.

Driven by proof alone. A day on which a skill was tested is one review of it: all answers wrong is "again", some right
is "hard", all right is "good". No fuzz, no short steps: the same log gives the same days. The scheduler is py-fsrs
(MIT), an extra: `pip install "headway[review]"`.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import msgspec

from headway.errors import MissingExtra
from headway.learner.model import Evidence

REVIEWED = frozenset({"test-answer", "lab"})
INSTALL = 'Install it with: pip install "headway[review]"'


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """One skill to look at again. due: the day on which recall has fallen to `wanted`; recall: its estimate today."""

    skill: str
    last: dt.date
    due: dt.date
    recall: float
    reviews: int


def due_dates(pieces: Iterable[Evidence], today: dt.date, wanted: float = 0.9) -> tuple[Due, ...]:
    """Every skill that was shown at least once, the soonest first. Raises MissingExtra."""
    fsrs = _fsrs()
    scheduler = fsrs.Scheduler(desired_retention=wanted, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    found = []
    for skill, days in sorted(_days(pieces).items()):
        if not any(right for rights in days.values() for right in rights):
            continue
        card = fsrs.Card(card_id=1, due=_noon(min(days)))
        for day, rights in sorted(days.items()):
            card, _ = scheduler.review_card(card, _rating(fsrs, rights), review_datetime=_noon(day))
        recall = scheduler.get_card_retrievability(card, current_datetime=_noon(max(today, max(days))))
        found.append(Due(skill=skill, last=max(days), due=card.due.date(), recall=round(recall, 4), reviews=len(days)))
    return tuple(sorted(found, key=lambda each: (each.due, each.skill)))


def _fsrs() -> Any:
    try:
        import fsrs
    except ModuleNotFoundError as error:
        raise MissingExtra("Spaced review needs the package fsrs.", INSTALL) from error
    return fsrs


def _days(pieces: Iterable[Evidence]) -> dict[str, dict[dt.date, list[bool]]]:
    found: dict[str, dict[dt.date, list[bool]]] = {}
    for piece in pieces:
        if piece.kind in REVIEWED and piece.date is not None:
            found.setdefault(piece.skill, {}).setdefault(piece.date, []).append(piece.holds)
    return found


def _rating(fsrs: Any, rights: list[bool]) -> Any:
    if all(rights):
        return fsrs.Rating.Good
    return fsrs.Rating.Hard if any(rights) else fsrs.Rating.Again


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)
