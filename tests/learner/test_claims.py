"""Several pieces that say the same: what they say together."""

import datetime as dt

import pytest

from headway.learner.claims import merge, use_level
from headway.learner.constants import load_numbers
from headway.learner.forget import age_months, retention
from headway.learner.model import Evidence

NUMBERS = load_numbers().evidence


def use(id_: str, months: float | None) -> Evidence:
    return Evidence(id=id_, skill="x", kind="cv-use", source="cv:a", level=2, months=months)


def test_overlapping_jobs_count_once() -> None:
    """Two jobs of two years over the same two years are two years, not four."""
    both = merge([use("1", 24), use("2", 24)], NUMBERS, [0.0, 0.0])

    assert both.level == merge([use("1", 24)], NUMBERS, [0.0]).level
    assert sum(part for _, part in both.shares) == pytest.approx(1.0)


def test_one_job_after_another_adds_up_with_older_years_counting_less() -> None:
    """A year now and a year before it: more than one year, at most two."""
    level = merge([use("1", 12), use("2", 12)], NUMBERS, [0.0, 12.0]).level

    assert use_level(12, NUMBERS.use) < level < use_level(24, NUMBERS.use)


def test_time_alone_speaks_of_no_expert() -> None:
    """Forty years of use stay below level 4, and at most one level above what the text says."""
    assert use_level(480, NUMBERS.use) < 4
    assert merge([use("1", 480)], NUMBERS, [0.0]).level == 3.0


def test_use_without_dates_counts_as_half_a_year() -> None:
    """Unknown length is not zero and not long."""
    assert merge([use("1", None)], NUMBERS, [0.0]).level == merge([use("1", 6)], NUMBERS, [0.0]).level


def test_repeats_have_diminishing_return() -> None:
    """A list that is repeated three times is not three lists."""
    mention = [Evidence(id=str(i), skill="x", kind="cv-mention", source="cv:a", level=2) for i in range(64)]
    one, three, many = (merge(mention[:n], NUMBERS, [0.0] * n).weight for n in (1, 3, 64))

    assert one == 1.0
    assert 1.0 < three < many <= NUMBERS.repeats.most


def test_half_is_gone_after_the_half_life_of_the_part_that_fades() -> None:
    """retention = keep + (1 - keep) / 2 after one half-life; 1 at once; `keep` in the end."""
    assert retention(0.0, 36.0, 0.5) == 1.0
    assert retention(36.0, 36.0, 0.5) == 0.75
    assert retention(10_000.0, 36.0, 0.5) == pytest.approx(0.5)


def test_age_is_counted_from_the_last_use_and_never_negative() -> None:
    """The end of use counts before the date; without both, the stand-in; the future is now."""
    today = dt.date(2026, 11, 20)
    job = Evidence(
        id="1",
        skill="x",
        kind="cv-use",
        source="cv:a",
        level=2,
        date=dt.date(2020, 1, 1),
        last_used=dt.date(2025, 11, 20),
    )

    assert age_months(job, today, 24.0) == pytest.approx(12.0, abs=0.05)
    assert age_months(use("1", 12), today, 24.0) == 24.0
    assert age_months(job, dt.date(2025, 1, 1), 24.0) == 0.0


def test_months_of_weaker_evidence_count_in_proportion() -> None:
    """Two years in a project at half strength, over the same time as a short job: one year, not two."""
    project = Evidence(id="2", skill="x", kind="cv-use", source="cv:a", level=2, months=24, strength=0.5)

    assert merge([use("1", 1), project], NUMBERS, [0.0, 0.0]).level == use_level(12, NUMBERS.use)
