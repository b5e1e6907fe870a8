"""A skill's premium: within strata, by company, with an interval that allows for the number of skills."""

import random

import pytest

from headway.pay.premium import premiums, student
from headway.pay.stated import Offer


def _offers(effect: float, seed: int, companies: int = 60, skills: tuple[str, ...] = ("rust",)) -> list[Offer]:
    """Invented postings: seniors earn half more and name the skill more often; the skill itself is worth `effect`."""
    dice = random.Random(seed)
    found = []
    for company in range(companies):
        generous = dice.gauss(0, 0.1)
        for _ in range(4):
            senior = dice.random() < 0.5
            named = frozenset(s for s in skills if dice.random() < (0.8 if senior else 0.2))
            low = 100_000 * (1.5 if senior else 1.0) * (1 + generous) * (1 + effect * ("rust" in named))
            found.append(
                Offer(
                    currency="USD", country="US", company=f"c{company}", low=low, high=low * 1.3, role="r",
                    seniority="senior" if senior else "junior", skills=named,
                )
            )  # fmt: skip
    return found


def test_seniority_is_not_taken_for_the_skill() -> None:
    """Named mostly by seniors, worth nothing by itself: the interval holds 0."""
    (row,) = premiums(_offers(0.0, seed=1)).rows
    assert row.low < 0 < row.high
    assert not row.clear


def test_a_real_difference_is_found_with_an_interval_around_it() -> None:
    """A fifth more within equal seniority."""
    (row,) = premiums(_offers(0.2, seed=2)).rows
    assert row.clear
    assert row.low < 0.2 < row.high


def test_intervals_of_skills_that_are_worth_nothing_rarely_exclude_zero() -> None:
    """Twenty skills without effect, twenty seeds: together at most a few of the 20 families name one."""
    names = tuple(f"s{i}" for i in range(20))
    wrong = sum(any(r.clear for r in premiums(_offers(0.0, seed, 40, names)).rows) for seed in range(20))
    assert wrong <= 3


def test_too_few_postings_or_companies_are_not_compared() -> None:
    """Nine companies on a side: left out and counted."""
    found = premiums(_offers(0.5, seed=3, companies=9))
    assert (found.rows, found.looked_at, found.too_few) == ((), 0, 1)


def test_nothing_at_all_is_an_empty_answer() -> None:
    """No postings, no division by zero."""
    assert premiums([]).rows == ()


@pytest.mark.parametrize(
    ("probability", "freedom", "value"), [(0.975, 10, 2.228), (0.995, 30, 2.750), (0.9995, 9, 4.781)]
)
def test_student_agrees_with_the_tables(probability: float, freedom: int, value: float) -> None:
    """Three values of the usual table."""
    assert student(probability, freedom) == pytest.approx(value, rel=0.01)
