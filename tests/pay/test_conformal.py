"""Conformal widening: coverage, weights, groups and the adaptive step."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.pay.conformal import adapted, cells_of, tiers_of, widening
from headway.pay.grid import MASKS, cell_for
from headway.pay.model import INTERVALS, SalaryRecord

MISSES = {"80": 0.2, "90": 0.1}


def _record(i: int, score: float, country: str = "US", grade: str = "senior", when: float = 2024.0) -> SalaryRecord:
    scores = (score,) * (len(MASKS) * len(INTERVALS) * 2)
    pay = 100_000.0 if country == "US" else 50_000.0
    return SalaryRecord("r", grade, country, "", "", when, pay, pay, (0.5, 0.5), f"{country}{i}", scores)  # type: ignore[arg-type]


def _ramp(n: int, **more: object) -> list[SalaryRecord]:
    """Scores 0.001, 0.002 ... in the order of the numbers."""
    return [_record(i, (i + 1) / 1000, **more) for i in range(n)]  # type: ignore[arg-type]


@given(st.lists(st.floats(-1, 1), min_size=5, max_size=60), st.sampled_from([0.1, 0.2, 0.4]))
def test_at_least_the_wished_share_of_calibration_scores_is_covered(scores: list[float], miss: float) -> None:
    """The law of conformal prediction on its own calibration set."""
    column = np.round(np.array(scores), 4)[:, None]
    wide = widening(column, np.ones_like(column), miss)
    assert (column <= wide + 1e-9).mean() >= min(1 - miss, 1 - 1e-9) - 1e-9


def test_the_finite_sample_correction_asks_for_a_little_more() -> None:
    """Of 99 scores the 80th is taken for 80 %: ceil(0.8 * 100)."""
    column = np.arange(1, 100, dtype=float)[:, None] / 1000
    assert widening(column, np.ones_like(column), 0.2) == pytest.approx(0.080)


def test_newer_records_weigh_more() -> None:
    """Narrow scores ten years old do not hide wide ones of today."""
    old, new = [_record(i, 0.0, when=2014.0) for i in range(60)], [_record(100 + i, 0.5) for i in range(60)]
    assert cells_of([*old, *new], {"US": "US"}, MISSES, 2024.0)[0].widen["80"][0] == 0.5


def test_a_group_leans_on_its_parent_the_less_the_more_records_it_has() -> None:
    """All scores of a group 0.4, of everybody else 0.1: forty records move little, a thousand nearly all the way."""
    rest = [_record(i, 0.1) for i in range(3000)]

    def width(n: int) -> float:
        group = [_record(i, 0.4, country="DE", grade="mid") for i in range(n)]
        return cell_for(cells_of([*rest, *group], {"US": "US", "DE": "DE"}, MISSES, 2024.0), "DE", "mid").widen["80"][0]

    few, many = width(40), width(500)
    assert 0.1 < few < 0.3
    assert few + 0.05 < many < 0.4


def test_a_small_group_is_answered_by_its_parent() -> None:
    """39 records are no group of their own, 40 are."""
    tiers = {"US": "US", "DE": "DE"}
    few = cells_of([*_ramp(100), *_ramp(39, country="DE", grade="mid")], tiers, MISSES, 2024.0)
    assert cell_for(few, "DE", "mid").tier is None
    enough = cells_of([*_ramp(100), *_ramp(40, country="DE", grade="mid")], tiers, MISSES, 2024.0)
    assert (cell_for(enough, "DE", "mid").tier, cell_for(enough, "DE", "mid").grade) == ("DE", "mid")
    assert cell_for(enough, "DE", "senior").grade is None
    assert cell_for(enough, "FR", "senior").tier is None


def test_a_country_of_many_records_is_a_tier_and_the_others_are_parted_by_pay() -> None:
    """One country never sets the width of all others."""
    records = [*_ramp(100), *_ramp(20, country="DE"), *_ramp(3, country="BR")]
    cheap = [SalaryRecord("r", "senior", "IN", "", "", 2024.0, 9e3, 9e3, (0.5, 0.5), str(i)) for i in range(20)]
    assert tiers_of([*records, *cheap]) == {"BR": "lower", "DE": "higher", "IN": "lower", "US": "US"}


@given(st.floats(0.02, 0.5), st.floats(0, 1), st.integers(1, 5000))
def test_too_many_misses_lower_the_miss_rate_aimed_at(miss: float, measured: float, n: int) -> None:
    """And too few raise it, within bounds; what was asked for leaves it."""
    after = adapted(miss, 0.2, measured, n)
    assert 0.02 <= after <= 0.5
    assert after <= miss + 5e-5 if measured > 0.2 else after >= miss - 5e-5
    assert adapted(0.2, 0.2, 0.2, n) == 0.2
