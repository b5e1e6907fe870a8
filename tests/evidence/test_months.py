"""Months of work: both ends count, overlaps count once, the future does not count."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from headway.evidence.model import Job, When
from headway.evidence.months import length, range_of, union, years_of
from tests.evidence.readings import TODAY

whens = st.builds(When, st.integers(1990, 2030), st.none() | st.integers(1, 12))
ranges = st.lists(st.tuples(st.integers(24_000, 24_400), st.integers(0, 120)).map(lambda t: (t[0], t[0] + t[1])))


def _job(start: When | None, end: When | None, current: bool) -> Job:
    return Job(title="", employer="", start=start, end=end, current=current, months=None, text_start=0, text_end=0)


def test_both_ends_are_included() -> None:
    """January to March is three months; a year without months is taken from middle to middle."""
    assert length(range_of(When(2020, 1), When(2020, 3), False, TODAY) or (1, 0)) == 3
    assert length(range_of(When(2018), When(2021), False, TODAY) or (1, 0)) == 36
    assert length(range_of(When(2019), When(2019), False, TODAY) or (1, 0)) == 6


def test_months_to_come_are_not_counted() -> None:
    """A contract that ends next year counts to this month; one that starts next year does not count."""
    assert length(range_of(When(2026, 10), When(2027, 6), False, TODAY) or (1, 0)) == 2
    assert range_of(When(2027, 1), None, True, TODAY) is None


def test_wrong_order_counts_nothing() -> None:
    """An end before the start says nothing about months."""
    assert range_of(When(2021, 5), When(2020, 5), False, TODAY) is None


@given(ranges)
def test_a_union_never_exceeds_the_calendar(found: list[tuple[int, int]]) -> None:
    """However the jobs overlap, they cover no more months than lie between the first and the last."""
    span = max(b for _, b in found) - min(a for a, _ in found) + 1 if found else 0
    longest = max((b - a + 1 for a, b in found), default=0)
    assert longest <= union(found) <= min(span, sum(b - a + 1 for a, b in found))


@given(st.lists(st.builds(_job, st.none() | whens, st.none() | whens, st.booleans()), max_size=6), st.randoms())
def test_the_order_of_jobs_does_not_matter(jobs: list[Job], dice: object) -> None:
    """Years of experience are a set of months."""
    shuffled = list(jobs)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert years_of(shuffled, TODAY) == years_of(jobs, TODAY)


@given(whens, whens, st.booleans(), st.dates(dt.date(1995, 1, 1), dt.date(2029, 12, 31)))
def test_a_range_is_in_order_and_in_the_past(start: When, end: When, current: bool, today: dt.date) -> None:
    """What is counted has at least one month and none after today."""
    found = range_of(start, None if current else end, current, today)
    assert found is None or found[0] <= found[1] <= today.year * 12 + today.month - 1
