"""Quantiles by additive shifts: what they recover, draw together, and leave open; the level over time."""

import math

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.pay.level import levels_of
from headway.pay.model import QUANTILES, SalaryRecord
from headway.pay.quantiles import Row, fit_quantiles, weighted_quantiles

MIDDLE = QUANTILES.index(0.5)
SENIOR: Row = ("data-scientist", "senior", "US", "", "")


def _record(log: float, when: float = 2024.0, **more: object) -> SalaryRecord:
    known = SalaryRecord(
        role="data-scientist", grade="senior", country="US", remote="remote", size="M", when=when,
        low=math.exp(log), high=math.exp(log), shares=(0.5, 0.5), key=str(log),
    )  # fmt: skip
    return msgspec.structs.replace(known, **more)


def _noise(n: int, spread: float = 0.2) -> list[float]:
    return [spread * float(x) for x in np.random.default_rng(5).normal(size=n)]


def test_each_field_adds_its_own() -> None:
    """Seniors at 12.0, juniors .5 below; a spread of .2 is a 90 % interval of 3.29 x .2."""
    records = [_record(12.0 + x) for x in _noise(400)] + [_record(11.5 + x, grade="junior") for x in _noise(400)]
    senior, junior = fit_quantiles(records)([SENIOR, ("data-scientist", "junior", "US", "", "")])
    assert senior[MIDDLE] - junior[MIDDLE] == pytest.approx(0.5, abs=0.03)
    assert senior[-1] - senior[0] == pytest.approx(3.29 * 0.2, rel=0.15)


def test_a_group_that_spreads_more_has_the_wider_range() -> None:
    """Pay abroad varies three times as much: so does its range, about."""
    home, abroad = _noise(400, 0.1), _noise(400, 0.3)
    records = [_record(12.0 + x) for x in home] + [_record(12.0 + x, country="DE") for x in abroad]
    near, far = fit_quantiles(records)([SENIOR, ("data-scientist", "senior", "DE", "", "")])
    assert (far[-1] - far[0]) / (near[-1] - near[0]) == pytest.approx(3.0, rel=0.3)


def test_a_value_of_few_records_is_drawn_to_the_rest() -> None:
    """Two records .6 up give a country less than that; a hundred give it nearly all; one never seen has no shift."""
    at_home = [_record(12.0 + x) for x in _noise(400, 0.3)]
    few = [_record(12.6 + x, country="DE") for x in (-0.05, 0.05)]
    many = [_record(12.6 + x, country="FR") for x in _noise(100, 0.3)]
    found = fit_quantiles([*at_home, *few, *many])(
        [("data-scientist", "senior", country, "", "") for country in ("US", "DE", "FR", "JP")]
    )[:, MIDDLE]
    above = found - found[0]
    assert 0 < above[1] < 0.9 * 0.6
    assert above[2] == pytest.approx(0.6, abs=0.06)
    assert 0 < above[3] < above[1]


def test_what_is_left_open_is_answered_by_all_records_together() -> None:
    """Half remote at 12.4, half onsite at 12.0: said, each its own; not said, between the two."""
    records = [_record(12.4 + x) for x in _noise(300)] + [_record(12.0 + x, remote="onsite") for x in _noise(300)]
    remote, onsite, open_ = fit_quantiles(records)(
        [("data-scientist", "senior", "US", where, "M") for where in ("remote", "onsite", "")]
    )[:, MIDDLE]
    assert onsite < open_ < remote
    assert remote - onsite == pytest.approx(0.4, abs=0.05)


def test_an_answer_stands_at_the_newest_level() -> None:
    """Pay rose by .2 at the start of 2024; two thirds of the records are older, yet the answer is near the new one."""
    old = [_record(12.0 + x, when=2022 + 2 * i / 400) for i, x in enumerate(_noise(400))]
    new = [_record(12.2 + x, when=2024 + i / 200) for i, x in enumerate(_noise(200))]
    (found,) = fit_quantiles([*old, *new])([SENIOR])
    assert found[MIDDLE] == pytest.approx(12.2, abs=0.06)


def test_few_new_records_hardly_move_the_level() -> None:
    """Three of them half a unit up, among 400 at zero."""
    left = np.array([0.0] * 400 + [0.5] * 3)
    found = levels_of(left, np.ones(403), np.array([2022.5] * 400 + [2024.0] * 3))
    assert 0 < found.newest < 0.06
    assert np.abs(found.own[:400]).max() < 0.01


@given(
    st.lists(st.tuples(st.floats(9, 14), st.sampled_from("ABC"), st.floats(0.05, 1)), min_size=5, max_size=40),
)
def test_quantiles_never_cross_and_stay_finite(drawn: list[tuple[float, str, float]]) -> None:
    """Whatever the records are, copies of one figure too."""
    records = [_record(log, country=country, shares=(share, share)) for log, country, share in drawn]
    found = fit_quantiles(records)([("data-scientist", "senior", each, "", "M") for each in "ABCX"])
    assert np.isfinite(found).all()
    assert (np.diff(found, axis=1) >= 0).all()


def test_weights_count_as_copies_do() -> None:
    """A value of weight 2 in the middle is the median of what stands on either side."""
    assert weighted_quantiles(np.array([3.0, 1.0, 2.0]), np.array([1.0, 1.0, 2.0]), [0.5])[0] == pytest.approx(2.0)
    assert weighted_quantiles(np.array([1.0, 2.0]), np.array([1.0, 1.0]), [0.5])[0] == pytest.approx(1.5)
