"""Hours on dates: how much fits before a day, and on which days a row of steps falls.

One learner does one thing at a time, so a plan's dates follow from its order alone: each day gives
its weekday's hours (none on days off) and the steps use them up one after the other.
"""

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from headway.errors import BadOption
from headway.planning.model import Calendar

WORKDAY: Final = 8.0
"""Hours that fit into a day before the next group of days is used."""
DAY: Final = 24.0
MOST_YEARS: Final = 60
"""A plan that runs longer than this is refused: no date beyond it means anything."""
TINY: Final = 1e-6
"""Hours below this (4 milliseconds) are rounding noise."""

Week = tuple[float, float, float, float, float, float, float]


def spread(weekly: float) -> Week:
    """Weekly hours over the days: Monday to Friday up to eight hours each, then the weekend, then all days alike.

    No day ever loses hours when `weekly` grows, so more hours a week never make a plan later.
    """
    workdays = min(weekly, 5 * WORKDAY)
    weekend = min(weekly - workdays, 2 * WORKDAY)
    over = (weekly - workdays - weekend) / 7
    workday, free_day = workdays / 5 + over, weekend / 2 + over
    return (workday, workday, workday, workday, workday, free_day, free_day)


def with_weekly_hours(calendar: Calendar, weekly: float) -> Calendar:
    """The same calendar with other weekly hours; a week of the person's own shape keeps its shape."""
    week = zip(calendar.hours_by_weekday, spread(calendar.weekly_hours), strict=True)
    if all(abs(own - even) <= TINY for own, even in week):  # seven parts added up again are not to the last digit
        return msgspec.structs.replace(calendar, hours_by_weekday=spread(weekly))
    factor = weekly / calendar.weekly_hours
    mon, tue, wed, thu, fri, sat, sun = (hours * factor for hours in calendar.hours_by_weekday)
    return msgspec.structs.replace(calendar, hours_by_weekday=(mon, tue, wed, thu, fri, sat, sun))


def days(calendar: Calendar) -> Iterator[tuple[dt.date, float]]:
    """Every day from the start that has hours, with them; ends after `MOST_YEARS`."""
    off = sorted(calendar.off)
    day = calendar.start
    last = _years_after(day, MOST_YEARS)
    while day <= last:
        hours = calendar.hours_by_weekday[day.weekday()]
        if hours > 0 and not any(first <= day <= end for first, end in off):
            yield day, hours
        day += dt.timedelta(days=1)


def capacity(calendar: Calendar) -> float:
    """Hours from the start until the deadline, both days included; infinite without a deadline."""
    if calendar.deadline is None:
        return math.inf
    total = 0.0
    for day, hours in days(calendar):
        if day > calendar.deadline:
            break
        total += hours
    return total


def place(calendar: Calendar, hours: Sequence[float]) -> list[tuple[dt.date, dt.date]]:
    """First and last day of each step, done one after the other in this order.

    Raises `BadOption` when the row does not end within `MOST_YEARS`.
    """
    dates: list[tuple[dt.date, dt.date]] = []
    calendar_days = days(calendar)
    day, free = _next(calendar_days, calendar)
    for length in hours:
        if free <= TINY and length > TINY:
            day, free = _next(calendar_days, calendar)
        first, left = day, length
        while left > free + TINY:
            left -= free
            day, free = _next(calendar_days, calendar)
        free -= left
        dates.append((first, day))
    return dates


def finish(calendar: Calendar, hours: float) -> dt.date:
    """The day on which this many hours are done (the first day with hours when it is none)."""
    return place(calendar, [hours])[0][1]


def hours_until(calendar: Calendar, ends: Sequence[dt.date]) -> list[float]:
    """Hours from the start until the end of each of these days, which come in order. O(days)."""
    found: list[float] = []
    total = 0.0
    calendar_days = days(calendar)
    ahead = next(calendar_days, None)
    for end in ends:
        while ahead is not None and ahead[0] <= end:
            total += ahead[1]
            ahead = next(calendar_days, None)
        found.append(total)
    return found


def _next(calendar_days: Iterator[tuple[dt.date, float]], calendar: Calendar) -> tuple[dt.date, float]:
    for day in calendar_days:
        return day
    raise BadOption(
        f"At {calendar.weekly_hours:g} hours a week this plan would take more than {MOST_YEARS} years.",
        "Give more hours a week, or a nearer goal.",
    )


def _years_after(day: dt.date, years: int) -> dt.date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, or beyond the year 9999
        return dt.date(min(day.year + years, dt.MAXYEAR), 2, 28)
