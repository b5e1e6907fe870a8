"""Pace, effort and the range of the finish."""

import datetime as dt
import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.values import Span
from headway.workspace.fold import Studied
from headway.workspace.forecast import done_within, forecast, work_left
from headway.workspace.pace import Week, effort_of, pace_of, weeks_of

MONDAY = dt.date(2026, 11, 2)


def _weeks(*studied: float, planned: float = 10.0) -> list[Week]:
    return [Week(MONDAY + dt.timedelta(weeks=n), planned, hours) for n, hours in enumerate(studied)]


def _supply(weeks: int, hours: float = 10.0) -> list[tuple[dt.date, float]]:
    return [(MONDAY + dt.timedelta(days=d), hours / 7 * (d + 1)) for d in range(7 * weeks)]


def test_without_a_log_the_plan_is_believed() -> None:
    """Pace and effort are 1 in the middle, and wide."""
    assert pace_of([]).mean == 1
    assert effort_of([]).quantile(0) == 1
    assert pace_of([]).quantile(1.2816) > 1.4


def test_a_few_weeks_move_it_a_little_and_many_leave_nothing_of_the_start() -> None:
    """Half of what was planned, for one week, and for a year."""
    assert 0.7 < pace_of(_weeks(5)).mean < 0.95
    assert pace_of(_weeks(*[5.0] * 52)).mean == pytest.approx(0.5, abs=0.03)


def test_a_steady_person_is_known_better_than_an_uneven_one() -> None:
    """The same hours in all, spread evenly or in lumps."""

    def width(*hours: float) -> float:
        pace = pace_of(_weeks(*hours))
        return pace.quantile(1.2816) - pace.quantile(-1.2816)

    assert width(*[6.0] * 12) < width(*[0.0, 12.0] * 6)


def test_weeks_off_are_no_sign_of_a_slow_person() -> None:
    """Where nothing was planned, nothing was missed."""
    assert pace_of([*_weeks(10, 10), *_weeks(0, 0, planned=0)]) == pace_of(_weeks(10, 10))


@given(st.lists(st.floats(0, 30), min_size=1, max_size=20), st.integers(0, 19), st.floats(0.1, 20))
def test_the_log_is_cut_into_weeks_without_loss(hours: list[float], at: int, more: float) -> None:
    """Hours of all weeks are the hours of the log."""
    studied = [Studied(str(n), MONDAY + dt.timedelta(days=n), h, None) for n, h in enumerate(hours)]
    weeks = weeks_of(studied, lambda day: 2.0, MONDAY, MONDAY + dt.timedelta(days=len(hours) - 1))
    assert sum(w.studied for w in weeks) == pytest.approx(sum(hours))
    assert sum(w.planned for w in weeks) == 2 * len(hours)
    assert all(w.first.weekday() == 0 for w in weeks)


def test_effort_follows_what_was_finished_by_its_precision() -> None:
    """A narrow estimate that was missed tells more than a wide one."""
    narrow, wide = Span(9, 10, 11), Span(2, 10, 50)
    assert effort_of([(15, narrow)]).quantile(0) > effort_of([(15, wide)]).quantile(0) > 1
    assert effort_of([(1000, narrow)] * 30).quantile(0) < 3.01


def test_an_early_day_a_middle_and_a_late_one() -> None:
    """In order; with nothing left, done on the first day."""
    found = forecast([Span(80, 100, 140)], _supply(104), pace_of([]), effort_of([]), None)
    days = [found.early, found.middle, found.late]
    assert None not in days
    assert days == sorted(set(days))  # type: ignore[type-var]
    assert found.in_time is None
    assert forecast([], _supply(104), pace_of([]), effort_of([]), MONDAY).in_time == 1


@given(st.floats(20, 400), st.floats(0, 30), st.integers(1, 50))
def test_more_logged_never_makes_it_less_likely(left: float, hours: float, weeks: int) -> None:
    """The same weeks with one more hour each, and less work left: the chance of any day does not fall."""
    planned, work = 10.0 * weeks, work_left([Span(left * 0.8, left, left * 1.3)], effort_of([]))
    less = work_left([Span(left * 0.7, left * 0.9, left * 1.2)], effort_of([]))
    pace = pace_of(_weeks(*[hours] * 8))
    assert done_within(planned, less, pace) >= done_within(planned, work, pace) - 1e-9
    assert done_within(planned + 10, work, pace) >= done_within(planned, work, pace) - 1e-3


def test_the_closed_form_agrees_with_dice() -> None:
    """The same model, drawn 4,000 times: the chance of three days within two and a half points."""
    pace, effort = pace_of(_weeks(6, 9, 2, 8, 7)), effort_of([(14, Span(8, 10, 14))])
    spans = [Span(20, 30, 50), Span(40, 50, 80), Span(5, 8, 12)]
    work, dice = work_left(spans, effort), random.Random(5)
    for planned in (100.0, 150.0, 220.0):
        hits = 0
        for _ in range(4000):
            rho = dice.gammavariate(pace.shape, 1 / pace.rate)
            studied = dice.gammavariate(rho * planned / pace.dispersion, pace.dispersion)
            factor = math.exp(dice.gauss(effort.mean, effort.deviation))
            needed = factor * sum(
                s.likely * math.exp(dice.gauss(0, math.log(s.high / s.low) / (2 * 1.2816))) for s in spans
            )
            hits += studied >= needed
        assert done_within(planned, work, pace) == pytest.approx(hits / 4000, abs=0.025)


def test_it_holds_for_people_it_was_not_made_from() -> None:
    """600 simulated people, each with their own pace, uneven weeks and slow or quick courses, forecast after eight
    weeks: the 80 % range holds for 72 to 90 of 100."""
    dice = random.Random(11)
    inside = 0
    for _ in range(600):
        rho, spread = dice.gammavariate(4, 0.25), dice.uniform(2, 7)
        weekly = [dice.gammavariate(rho * 10 / spread, spread) for _ in range(400)]
        factor = math.exp(dice.gauss(0, 0.25))
        spans = [Span(s * 0.7, s, s * 1.6) for s in (20, 40, 60)]
        needed = factor * sum(s.likely * math.exp(dice.gauss(0, 0.32)) for s in spans)
        pace = pace_of(_weeks(*weekly[:8]))
        work = work_left(spans, effort_of([]))
        total = 0.0
        weeks = 0
        for weeks, hours in enumerate(weekly[8:], 1):  # noqa: B007
            total += hours
            if total >= needed:
                break
        inside += 0.1 <= (done_within(10.0 * (weeks - 0.5), work, pace)) <= 0.9
    assert 0.72 <= inside / 600 <= 0.9, inside / 600


def test_hours_before_the_plan_begins_are_no_pace() -> None:
    """Three hours on the Saturday before: nothing was asked for yet. In a week off they are more than was asked."""
    before = Week(MONDAY - dt.timedelta(weeks=1), 0.0, 3.0)
    assert pace_of([before]) == pace_of([])
    assert pace_of([before, *_weeks(8, 12)]) == pace_of(_weeks(8, 12))
    assert pace_of([*_weeks(8, 12), Week(MONDAY + dt.timedelta(weeks=2), 0.0, 3.0)]).mean > pace_of(_weeks(8, 12)).mean
