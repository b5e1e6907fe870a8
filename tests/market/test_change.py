"""Tests of change, against published and exact values, and against simulated markets in which nothing changes."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.market.change import Along, false_discovery, fisher, log_factorials, trend, two_by_two
from headway.market.distributions import t_two_sided


def test_fisher_against_the_lady_who_tastes_tea() -> None:
    """Three of four right on each side (Fisher 1935): two-sided p is 34/70."""
    assert fisher(3, 4, 1, 4, log_factorials(8)) == pytest.approx(34 / 70)


@given(st.integers(1, 14), st.integers(1, 14), st.data())
def test_fisher_against_exact_fractions(a_n: int, b_n: int, data: st.DataObject) -> None:
    """The sum of all outcomes no likelier than ours, in whole numbers."""
    a, b = data.draw(st.integers(0, a_n)), data.draw(st.integers(0, b_n))
    ways = {x: comb(a_n, x) * comb(b_n, a + b - x) for x in range(max(0, a + b - b_n), min(a + b, a_n) + 1)}
    wanted = Fraction(sum(w for w in ways.values() if w <= ways[a]), comb(a_n + b_n, a + b))

    assert fisher(a, a_n, b, b_n, log_factorials(a_n + b_n)) == pytest.approx(float(wanted))


def test_beyond_the_exact_size_the_score_test_takes_over_smoothly() -> None:
    """Just below and just above the border the two tests say nearly the same."""
    below = two_by_two(np.array([400]), 2000, np.array([450]), 2000)[0]
    above = two_by_two(np.array([400]), 2001, np.array([450]), 2000)[0]
    assert below == pytest.approx(above, abs=0.006)


def test_benjamini_hochberg_against_their_own_example() -> None:
    """The fifteen p of the 1995 paper: four are significant at 0.05."""
    p = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.759,
        1,
    ]
    adjusted = false_discovery(np.array(p))
    assert (adjusted <= 0.05).sum() == 4
    assert adjusted[:4] == pytest.approx([0.0015, 0.003, 0.0095, 0.035625])


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_adjusted_p_keep_their_order_and_never_shrink(p: list[float]) -> None:
    """Correcting for many questions never makes a finding surer, nor turns two of them round."""
    raw = np.array(p)
    adjusted = false_discovery(raw)
    assert (adjusted >= raw - 1e-12).all()
    assert (adjusted <= 1).all()
    assert (np.diff(adjusted[np.argsort(raw, kind="stable")]) >= -1e-12).all()


def _sums(t: np.ndarray, named: np.ndarray, company: np.ndarray) -> Along:
    """The sums of postings with one skill."""
    groups = [company == c for c in np.unique(company)]
    return Along(
        size=np.array([g.sum() for g in groups], float),
        t=np.array([t[g].sum() for g in groups], float),
        t2=np.array([(t[g] ** 2).sum() for g in groups], float),
        named=np.array([[named[g].sum()] for g in groups], float),
        named_t=np.array([[(t[g] * named[g]).sum()] for g in groups], float),
    )


def test_the_trend_is_the_least_squares_line() -> None:
    """Against numpy's own fit of a line."""
    dice = np.random.default_rng(4)
    t = dice.integers(0, 12, 300).astype(float)
    named = (dice.random(300) < 0.2 + 0.03 * t).astype(float)

    found = trend(_sums(t, named, np.arange(300)))

    assert found.slope[0] == pytest.approx(np.polyfit(t, named, 1)[0])
    assert found.p[0] < 0.001
    assert found.low[0] < found.slope[0] < found.high[0]


def test_with_one_posting_a_company_the_trend_test_is_near_cochrans() -> None:
    """Deaths 0/20, 1/20, 2/20, 6/20 at doses 0 to 3. Cochran's z² is n r²; the sandwich lets the variance differ."""
    doses, dead = np.repeat(np.arange(4.0), 20), np.zeros(80)
    for dose, deaths in enumerate((0, 1, 2, 6)):
        dead[20 * dose : 20 * dose + deaths] = 1
    z = np.sqrt(80) * np.corrcoef(doses, dead)[0, 1]

    p = trend(_sums(doses, dead, np.arange(80))).p[0]

    assert t_two_sided(z, 79) == pytest.approx(0.0035, abs=0.0005)
    assert t_two_sided(z, 79) / 2 < p < t_two_sided(z, 79) * 3


def test_companies_that_are_alike_do_not_make_a_change() -> None:
    """400 markets without any change, whose companies post in batches: at most 5 % look changed at p 0.05 (within what
    chance allows of 400), while the test that takes postings for independent is fooled in more than 20 %."""
    dice = np.random.default_rng(7)
    fooled = clustered = 0
    for _ in range(400):
        sizes = np.minimum(dice.geometric(0.12, 50), 40)
        company = np.repeat(np.arange(50), sizes)
        period = np.repeat(dice.integers(0, 2, 50), sizes)
        named = (dice.random(len(company)) < np.repeat(dice.beta(0.5, 1.0, 50), sizes)).astype(float)
        found = trend(_sums(period.astype(float), named, company))
        clustered += bool(found.p[0] < 0.05)
        late = period == 1
        counts = named[~late].sum(), (~late).sum(), named[late].sum(), late.sum()
        p = two_by_two(np.array([counts[0]]), int(counts[1]), np.array([counts[2]]), int(counts[3]))[0]
        fooled += bool(p < 0.05)
    assert clustered / 400 <= 0.08
    assert fooled / 400 > 0.2


def test_nothing_is_said_where_nothing_varies() -> None:
    """One company, or one day: no slope and p 1."""
    named = np.array([1.0, 0.0, 1.0, 0.0])
    assert trend(_sums(np.array([0.0, 0.0, 1.0, 1.0]), named, np.zeros(4))).p[0] == 1
    assert trend(_sums(np.ones(4), named, np.arange(4))).p[0] == 1
