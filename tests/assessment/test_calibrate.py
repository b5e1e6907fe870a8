"""Calibration gets back the parameters that simulated answers were drawn with."""

import numpy as np
import pytest

from headway.assessment.calibrate import FEWEST, Answered, Start, calibrate
from headway.assessment.cross_check import cross_check


def _answers(people: int, true: dict[str, tuple[float, float]], share: float, seed: int) -> list[Answered]:
    """People of normal ability; each answers a share of the items, by the three-parameter model (guess 0.02)."""
    dice = np.random.default_rng(seed)
    found = []
    for person in range(people):
        ability = dice.normal()
        for item, (a, b) in true.items():
            if dice.random() < share:
                chance = 0.02 + 0.93 / (1 + np.exp(-a * (ability - 0.3 - b)))
                found.append(Answered(str(person), item, bool(dice.random() < chance)))
    return found


def _starts(true: dict[str, tuple[float, float]]) -> dict[str, Start]:
    return {item: Start(a=1.8, b=0.0, guess=0.02, slip=0.05, threshold=0.3) for item in true}


@pytest.fixture
def true() -> dict[str, tuple[float, float]]:
    """Slope and difficulty of 16 items."""
    dice = np.random.default_rng(2)
    return {f"q{n}": (float(np.exp(dice.normal(np.log(1.8), 0.3))), float(dice.normal(0, 0.6))) for n in range(16)}


def test_parameters_are_recovered(true: dict[str, tuple[float, float]]) -> None:
    """400 people: difficulties within 0.2 on average and in the right order, slopes nearer than the start values."""
    found = calibrate(_answers(400, true, 0.8, 1), _starts(true))
    b, b_true = np.array([f.b for f in found.values()]), np.array([true[i][1] for i in found])
    a, a_true = np.log([f.a for f in found.values()]), np.log([true[i][0] for i in found])
    assert set(found) == set(true)
    assert np.sqrt(np.mean((b - b_true) ** 2)) < 0.2
    assert np.corrcoef(b, b_true)[0, 1] > 0.95
    assert np.sqrt(np.mean((a - a_true) ** 2)) < np.sqrt(np.mean((np.log(1.8) - a_true) ** 2))


def test_errors_cover_the_truth(true: dict[str, tuple[float, float]]) -> None:
    """Most difficulties lie within two stated standard errors."""
    found = calibrate(_answers(400, true, 0.8, 1), _starts(true))
    inside = [abs(f.b - true[i][1]) < 2 * f.error_b for i, f in found.items()]
    assert np.mean(inside) >= 0.85


def test_few_answers_change_nothing(true: dict[str, tuple[float, float]]) -> None:
    """An item with fewer answers than the least keeps its start values: it is not in the result."""
    answers = _answers(FEWEST - 1, true, 1.0, 3)
    assert calibrate(answers, _starts(true)) == {}


def test_very_many_answers_have_a_finite_loss() -> None:
    """The likelihood itself of some thousand answers of one person is too small for a number."""
    start = Start(a=1.0, b=0.0, guess=0.0, slip=0.0, threshold=0.0)
    answers = [Answered(f"{who}/python", "i", n % 2 == 0) for who in "ab" for n in range(3000)]
    crossed = cross_check(answers, {"i": start}, 2)
    assert 0.6 < crossed.before < 0.8


def test_unknown_items_are_left_out(true: dict[str, tuple[float, float]]) -> None:
    """Answers to questions that are gone do not stop calibration."""
    answers = [*_answers(60, true, 1.0, 4), Answered("1", "gone", True)]
    assert "gone" not in calibrate(answers, _starts(true))


def test_just_enough_people_are_checked_too(true: dict[str, tuple[float, float]]) -> None:
    """Without a fold each question has too few answers to be moved by itself; the check judges it all the same."""
    answers = [*_answers(FEWEST, true, 1.0, 5), *[Answered("0", "rare", True)] * (FEWEST - 1)]
    crossed = cross_check(answers, {**_starts(true), "rare": _starts(true)["q0"]}, 5)
    assert crossed.answers == FEWEST * len(true)
    assert 0.2 < crossed.after < crossed.before < 1.5
