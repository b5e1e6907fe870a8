"""Stated pay as a yearly amount, so that pay by the hour, day, month and year can be compared."""

from typing import Final

from headway.postings.model import Pay, Period

TIMES_A_YEAR: Final[dict[Period, float]] = {"year": 1, "month": 12, "day": 260, "hour": 2080}
"""Full time: 52 weeks of 5 days of 8 hours; paid days off count as paid."""


def a_year(pay: Pay) -> tuple[float | None, float | None]:
    """(min, max) in the pay's own currency a year; an open end stays open."""
    times = TIMES_A_YEAR[pay.period]
    return (None if pay.min is None else pay.min * times, None if pay.max is None else pay.max * times)
