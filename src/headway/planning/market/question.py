"""The question "which steps open the market soonest?", complete: person, resources, postings, time."""

import datetime as dt
import math
from typing import Final

import msgspec
import numpy as np

from headway.arrays import Array
from headway.planning.calendar import days
from headway.planning.model import Calendar, Instance
from headway.postings.demands import SET_SHARE, Candidate, Demands

MONTHS: Final = 12
"""How far ahead: as many monthly checkpoints."""


class MarketQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """instance: levels, choices, calendar, budget, done and refused; its targets are not looked at.

    years, degree: of the person (postings.demands.Candidate). share: part of a posting's required groups that must be
    covered. weights: of each posting, at least 0; None counts each as 1. months: checkpoints, fewer where
    a deadline comes first.
    """

    instance: Instance
    demands: Demands
    years: float | None = None
    degree: int = 0
    share: float = SET_SHARE
    weights: Array | None = None
    months: int = MONTHS

    @property
    def who(self) -> Candidate:
        """The person as postings see them today."""
        held = self.instance.levels
        levels = np.array([held.get(skill, 0) for skill in self.demands.skills], dtype=np.int8)
        return Candidate(levels=levels, years=self.years, degree=self.degree)

    @property
    def weight(self) -> Array:
        """The weight of each posting."""
        return np.ones(len(self.demands.ids)) if self.weights is None else self.weights


def checkpoint_dates(calendar: Calendar, months: int) -> tuple[dt.date, ...]:
    """The last day of each month of study; the deadline ends the row where it comes first."""
    ends = [months_after(calendar.start, n + 1) - dt.timedelta(days=1) for n in range(months)]
    if calendar.deadline is None:
        return tuple(ends)
    return (*(day for day in ends if day < calendar.deadline), min(calendar.deadline, ends[-1]))


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = dt.date(year, month + 1, 1)
    length = ((first + dt.timedelta(days=32)).replace(day=1) - first).days
    return first.replace(day=min(day.day, length))


def minutes_until(calendar: Calendar, dates: tuple[dt.date, ...]) -> tuple[int, ...]:
    """Whole minutes of study until the end of each date. O(days)."""
    totals = []
    total = 0.0
    supply = days(calendar)
    ahead = next(supply, None)
    for date in dates:
        while ahead is not None and ahead[0] <= date:
            total += ahead[1]
            ahead = next(supply, None)
        totals.append(math.floor(total * 60 + 1e-4))
    return tuple(totals)
