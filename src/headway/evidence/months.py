"""Arithmetic with months. A month is counted as year * 12 + month - 1, so that both ends can be included.

A year without a month is taken in its middle: a start in July, an end in June. "2018 – 2021" is then
36 months, the mean over all it may mean; a single year is half a year.
"""

import datetime as dt
from collections.abc import Iterable

from headway.evidence.model import Job, When

_START, _END, _SINGLE_YEAR = 7, 6, 6
Range = tuple[int, int]
"""First and last month, both included."""


def month_number(year: int, month: int) -> int:
    return year * 12 + month - 1


def range_of(start: When | None, end: When | None, current: bool, today: dt.date) -> Range | None:
    """The months from start to end or today; None where either end is not known or they are in the wrong order.

    Months after today are not counted: nobody has worked them yet.
    """
    now = month_number(today.year, today.month)
    if start is None or (end is None and not current):
        return None
    if end is not None and end.month is None and start.month is None and start.year == end.year:
        first = month_number(start.year, _START - _SINGLE_YEAR // 2)
        return _clipped(first, first + _SINGLE_YEAR - 1, now)
    first = month_number(start.year, start.month or _START)
    if end is None:
        return (min(first, now), now) if _begun(start, today) else None
    last = month_number(end.year, end.month or _END)
    if start.month is None and start.year == end.year:
        first = min(first, last)
    if end.month is None and start.year == end.year:
        last = max(first, last)
    return _clipped(first, last, now) if first <= last else None


def _begun(start: When, today: dt.date) -> bool:
    return (start.year, start.month or 1) <= (today.year, today.month)


def _clipped(first: int, last: int, now: int) -> Range | None:
    return (first, min(last, now)) if first <= now else None


def length(months: Range) -> int:
    """How many months, both ends included."""
    return months[1] - months[0] + 1


def union(ranges: Iterable[Range]) -> int:
    """How many months are in at least one of the ranges."""
    total, reached = 0, -1
    for first, last in sorted(ranges):
        total += max(last - max(first - 1, reached), 0)
        reached = max(reached, last)
    return total


def years_of(jobs: Iterable[Job], today: dt.date) -> float | None:
    """Years in at least one dated job, to a tenth; None where no job is dated."""
    ranges = [found for job in jobs if (found := range_of(job.start, job.end, job.current, today))]
    return round(union(ranges) / 12, 1) if ranges else None
