"""What comes from outside must make sense before it is kept: a log with right checksums can still be nonsense."""

import datetime as dt
import math
from collections.abc import Iterable
from functools import singledispatch
from typing import Final

import msgspec

from headway.errors import BadOption
from headway.learner.model import Evidence
from headway.planning.options import check
from headway.workspace.model import Finished, Hours, ReadCv, Said, SavedPlan, Shown

FIRST: Final = dt.date(1900, 1, 1)
LAST: Final = dt.date(2200, 1, 1)
MOST_HOURS: Final = 10_000.0


def unsound_date(date: dt.date) -> str:
    """Why an entry's date cannot be; empty when it can."""
    return "" if FIRST <= date <= LAST else f"its date is {date}"


@singledispatch
def unsound(body: object) -> str:
    """Why a body cannot be true; empty when it can."""
    return ""


@unsound.register
def _(body: Hours) -> str:
    return "" if 0 <= body.hours <= 24 else f"{body.hours:g} hours on one day"


@unsound.register
def _(body: Finished) -> str:
    return "" if body.hours is None or 0 < body.hours <= MOST_HOURS else f"{body.hours:g} hours for one thing"


@unsound.register
def _(body: Said) -> str:
    return "" if all(0 <= level <= 4 for level in body.levels.values()) else "a level is not 0 to 4"


@unsound.register
def _(body: ReadCv) -> str:
    return _evidence(body.cv.evidence)


@unsound.register
def _(body: Shown) -> str:
    return _evidence(body.pieces)


@unsound.register
def _(body: SavedPlan) -> str:
    if not 0.5 <= body.confidence <= 0.99 or not (math.isfinite(body.speed) and body.speed > 0):
        return "its confidence or speed cannot be"
    try:
        check(msgspec.structs.replace(body.options, deadline=None))
    except BadOption as error:
        return error.message
    hours = [h for step in body.plan.steps for h in (step.hours.low, step.hours.likely, step.hours.high)]
    return "" if all(0 <= h <= MOST_HOURS for h in hours) else "a step has impossible hours"


def _evidence(pieces: Iterable[Evidence]) -> str:
    for piece in pieces:
        months = 0.0 if piece.months is None else piece.months
        most = 4 if piece.at_most is None else piece.at_most
        if not 0 <= piece.level <= 4 or not 0 <= most <= 4 or not 0 <= piece.strength <= 10 or not 0 <= months <= 1200:
            return f"evidence '{piece.id:.60}' has impossible figures"
        response = piece.response
        if response is not None and not (
            0 < response.a <= 10 and abs(response.b) <= 10 and 0 <= response.guess + response.slip < 1
        ):
            return f"answer '{piece.id:.60}' has impossible parameters"
    return ""
