"""Intervals of shares, against values known from the literature and against laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.market.distributions import Z, t_quantile, t_two_sided
from headway.market.proportions import design_effect, difference, shares, wilson


@pytest.mark.parametrize(
    ("named", "n", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17:857, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_against_the_published_table(named: int, n: int, low: float, high: float) -> None:
    """The four cases that Newcombe works through."""
    got = wilson(np.array([named / n]), n)
    assert [got[0][0], got[1][0]] == pytest.approx([low, high], abs=5e-5)


@pytest.mark.parametrize(
    ("freedom", "t"), [(1, 12.7062), (2, 4.3027), (5, 2.5706), (10, 2.2281), (30, 2.0423), (1000, 1.9623)]
)
def test_t_against_the_table(freedom: int, t: float) -> None:
    """The 97.5 % points of every printed t table, and back."""
    assert t_quantile(freedom) == pytest.approx(t, abs=5e-4)
    assert t_two_sided(t, freedom) == pytest.approx(0.05, abs=2e-5)


def test_postings_of_companies_with_one_each_give_wilsons_interval() -> None:
    """Nothing is alike within a company of one posting: the design effect is 1 and both intervals are the same."""
    named = np.array([[1.0], [0.0], [1.0], [0.0], [0.0], [1.0], [0.0], [0.0]])

    found = shares(named, np.ones(8))

    assert found.effect[0] == pytest.approx(1.0)
    assert [found.low[0], found.high[0]] == pytest.approx([found.plain_low[0], found.plain_high[0]])


def test_copies_within_a_company_add_nothing() -> None:
    """Each company saying the same ten times: as sure as each saying it once, not ten times as sure."""
    once = np.array([[1.0], [0.0], [1.0], [0.0], [0.0], [1.0], [0.0], [0.0], [0.0], [1.0]])

    single, copied = shares(once, np.ones(10)), shares(10 * once, np.full(10, 10.0))

    assert copied.n == 100
    assert copied.effect[0] > 10
    assert copied.high[0] - copied.low[0] >= single.high[0] - single.low[0]
    assert copied.plain_high[0] - copied.plain_low[0] < 0.5 * (copied.high[0] - copied.low[0])


def test_a_skill_that_all_name_counts_each_company_once() -> None:
    """Forty postings of four companies that all name it are no forty answers."""
    found = shares(np.full((4, 1), 10.0), np.full(4, 10.0))

    assert found.share[0] == 1
    assert found.effect[0] >= 10
    assert found.low[0] < found.plain_low[0]


def test_the_difference_against_the_published_case() -> None:
    """Newcombe (1998), Statistics in Medicine 17:873, table II, case (a): 56/70 - 48/80, method 10."""
    first = np.array([[1.0]] * 48 + [[0.0]] * 32)
    second = np.array([[1.0]] * 56 + [[0.0]] * 14)

    low, high = difference(shares(first, np.ones(80)), shares(second, np.ones(70)))

    assert [low[0], high[0]] == pytest.approx([0.0524, 0.3339], abs=5e-5)


clusters = st.lists(st.tuples(st.integers(0, 6), st.integers(1, 6)), min_size=2, max_size=25)


@given(clusters)
def test_the_interval_holds_the_share_and_is_never_narrower_than_wilsons(pairs: list[tuple[int, int]]) -> None:
    """Alike companies can only take certainty away; a share is always inside its interval."""
    sizes = np.array([float(size) for _, size in pairs])
    named = np.array([[float(min(some, size))] for some, size in pairs])

    found = shares(named, sizes)

    assert 0 <= found.low[0] <= found.share[0] + 1e-12
    assert found.share[0] - 1e-12 <= found.high[0] <= 1
    assert found.low[0] <= found.plain_low[0] + 1e-12
    assert found.high[0] >= found.plain_high[0] - 1e-12
    assert design_effect(named, sizes)[0] >= 1


def test_the_clustered_interval_covers_where_wilsons_does_not() -> None:
    """2,000 markets of 60 companies whose postings are alike: about 95 % coverage, against well below for Wilson's."""
    dice = np.random.default_rng(1)
    covered = plain = 0
    for _ in range(2000):
        sizes = np.minimum(dice.geometric(0.15, 60), 30).astype(float)
        leaning = dice.beta(0.6, 1.4, 60)
        named = dice.binomial(sizes.astype(int), leaning).astype(float)[:, None]
        found = shares(named, sizes)
        covered += bool(found.low[0] <= 0.3 <= found.high[0])
        plain += bool(found.plain_low[0] <= 0.3 <= found.plain_high[0])
    assert 0.93 <= covered / 2000 <= 0.985
    assert plain / 2000 < 0.85


def test_z_is_that_of_95_percent() -> None:
    """Two-sided."""
    assert pytest.approx(1.959964, abs=1e-6) == Z
