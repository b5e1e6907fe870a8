"""Hours on dates."""

import datetime as dt

import pytest

from headway.errors import BadOption
from headway.planning.calendar import capacity, finish, hours_until, place, spread, with_weekly_hours
from headway.planning.model import Calendar

MONDAY = dt.date(2026, 11, 23)


def days_from_start(calendar: Calendar, hours: list[float]) -> list[tuple[int, int]]:
    return [((first - MONDAY).days, (last - MONDAY).days) for first, last in place(calendar, hours)]


def test_steps_use_up_days_one_after_the_other() -> None:
    """Two hours a day: 3 h end on Tuesday with an hour left, which the next step begins with."""
    calendar = Calendar(start=MONDAY, hours_by_weekday=spread(10))
    assert days_from_start(calendar, [3, 1, 6, 2]) == [(0, 1), (1, 1), (2, 4), (7, 7)]


def test_days_off_give_no_hours() -> None:
    """Tuesday to Friday off: the second day of study is the next Monday."""
    off = ((MONDAY + dt.timedelta(days=1), MONDAY + dt.timedelta(days=4)),)
    calendar = Calendar(start=MONDAY, hours_by_weekday=spread(10), off=off)
    assert days_from_start(calendar, [2, 1]) == [(0, 0), (7, 7)]


def test_capacity_counts_both_ends() -> None:
    """Monday to next Monday at two hours a workday: six days."""
    calendar = Calendar(start=MONDAY, hours_by_weekday=spread(10), deadline=MONDAY + dt.timedelta(days=7))
    assert capacity(calendar) == 12


def test_hours_by_several_days_are_those_by_each() -> None:
    """Days before the start, without hours, and the same day twice."""
    off = ((MONDAY + dt.timedelta(days=1), MONDAY + dt.timedelta(days=4)),)
    calendar = Calendar(start=MONDAY, hours_by_weekday=spread(50.1), off=off)
    ends = [MONDAY + dt.timedelta(days=n) for n in (-2, 0, 3, 6, 6, 40)]
    alone = [capacity(Calendar(start=MONDAY, hours_by_weekday=spread(50.1), off=off, deadline=end)) for end in ends]
    assert hours_until(calendar, ends) == alone


@pytest.mark.parametrize("weekly", [0.5, 10, 40, 41, 56, 60, 168])
def test_spread_fills_workdays_then_the_weekend_then_all_days(weekly: float) -> None:
    """The week adds up, no day has more than 24 hours, and no day is shorter than at fewer hours."""
    week, less = spread(weekly), spread(weekly * 0.9)
    assert sum(week) == pytest.approx(weekly)
    assert max(week) <= 24
    assert all(a >= b - 1e-9 for a, b in zip(week, less, strict=True))
    assert (week[5] > 0) == (weekly > 40)


def test_a_week_of_ones_own_keeps_its_shape() -> None:
    """Doubling Saturday-only study doubles Saturday."""
    own = Calendar(start=MONDAY, hours_by_weekday=(0, 0, 0, 0, 0, 4, 0))
    assert with_weekly_hours(own, 8).hours_by_weekday == (0, 0, 0, 0, 0, 8, 0)
    usual = Calendar(start=MONDAY, hours_by_weekday=spread(10))
    assert with_weekly_hours(usual, 48).hours_by_weekday == spread(48)
    rounded = Calendar(start=MONDAY, hours_by_weekday=spread(40.1))
    assert with_weekly_hours(rounded, 168).hours_by_weekday == spread(168), "added up again it is 40.10000000000001"


def test_what_takes_a_lifetime_is_refused() -> None:
    """One clear line instead of a date in the year 2200."""
    calendar = Calendar(start=MONDAY, hours_by_weekday=spread(0.1))
    with pytest.raises(BadOption, match="more than 60 years"):
        finish(calendar, 1000)
