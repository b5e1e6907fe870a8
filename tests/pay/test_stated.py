"""Stated pay: never pooled over currencies or countries, never a middle taken for a salary, small samples said."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from headway.pay.stated import Offer, median_between, stated_pay


def _offer(low: float | None, high: float | None, **more: object) -> Offer:
    known = {"currency": "USD", "country": "US", "seniority": "senior", "company": f"c{low}", **more}
    return Offer(low=low, high=high, **known)  # type: ignore[arg-type]


def test_currencies_and_countries_stay_apart() -> None:
    """Three groups, each with its own figures."""
    offers = [
        _offer(100, 150),
        _offer(80, 90, currency="EUR", country="DE"),
        _offer(70, 75, currency="EUR", country="FR"),
    ]
    found = [(g.currency, g.country, g.n) for g in stated_pay(offers, "senior") if g.seniority == "senior"]
    assert found == [("EUR", "DE", 1), ("EUR", "FR", 1), ("USD", "US", 1)]


def test_the_asked_seniority_comes_first_and_all_of_them_after() -> None:
    """One senior of two postings."""
    found = stated_pay([_offer(100, 150), _offer(60, 80, seniority="junior")], "senior")
    assert [(g.seniority, g.n) for g in found] == [("senior", 1), ("all", 2)]


def test_an_open_end_counts_where_it_is_stated() -> None:
    """`From 120,000`: a lower end, no middle, no upper end."""
    (group, _) = stated_pay([_offer(120, None), _offer(None, 90), _offer(100, 140)], "senior")
    assert (group.open_low, group.open_high) == (1, 1)
    assert (group.lows.n, group.middles.n, group.highs.n) == (2, 1, 2)


def test_a_small_sample_says_so_and_shows_no_outer_quantiles() -> None:
    """Seven postings: a median and nothing further; thirty are not small."""
    few = stated_pay([_offer(100 + i, 150 + i) for i in range(7)], "senior")[0]
    assert few.small
    assert (few.lows.p50, few.lows.p25, few.lows.p10, few.median_between) == (103, None, None, None)
    many = stated_pay([_offer(100 + i, 150 + i) for i in range(30)], "senior")[0]
    assert not many.small
    assert many.lows.p10 is not None


def test_one_companys_many_postings_are_one_piece_of_evidence() -> None:
    """Forty postings of four companies do not bound a median as forty companies would."""
    alike = stated_pay([_offer(100 + i, 150 + i, company=f"c{i % 4}") for i in range(40)], "senior")[0]
    assert (alike.n, alike.companies, alike.median_between) == (40, 4, None)


def test_dates_and_invented_postings_are_told() -> None:
    """First and last date, and how many no company wrote."""
    day = dt.date(2026, 3, 1)
    (group, _) = stated_pay([_offer(1, 2, seen=day, invented=True), _offer(3, 4, seen=day.replace(month=5))], "senior")
    assert (group.first, group.last, group.invented) == (day, dt.date(2026, 5, 1), 1)


@given(
    st.lists(st.tuples(st.integers(50, 200), st.integers(0, 100), st.floats(0, 1)), min_size=8, max_size=60),
)
def test_wherever_pay_lies_in_the_ranges_its_sample_median_is_between_those_of_the_ends(
    ranges: list[tuple[int, int, float]],
) -> None:
    """The claim the bounds rest on, for any choice of pay inside each range."""
    lows, highs = [float(low) for low, _, _ in ranges], [float(low + more) for low, more, _ in ranges]
    paid = sorted(low + more * part for low, more, part in ranges)
    middle = (paid[(len(paid) - 1) // 2] + paid[len(paid) // 2]) / 2
    bounds = median_between(lows, highs, len(ranges))
    assert bounds is not None
    assert bounds[0] - 0.01 <= middle <= bounds[1] + 0.01
