"""Filters: what passes, what says otherwise, what is silent; missing never passes by itself."""

import datetime as dt

import numpy as np
import pytest

from headway.market.listing import Coded, Listing
from headway.market.wishes import Tally, Wishes, passing
from headway.postings.demands import Demands


def coded(*words: str | None) -> Coded:
    names = tuple(dict.fromkeys(word for word in words if word is not None))
    return Coded(np.array([-1 if word is None else names.index(word) for word in words]), names)


@pytest.fixture
def market() -> Listing:
    """Five postings: remote in DE with 60,000 EUR; on site; silent on all; 90,000 USD hybrid; remote, no pay, 2025."""
    nan = np.nan
    empty = np.zeros(0, dtype=np.int64)
    return Listing(
        Demands(
            skills=(), ids=("a", "b", "c", "d", "e"), group_start=np.zeros(6, dtype=np.int64),
            member_start=np.zeros(1, dtype=np.int64), members=empty, level=empty, count=empty,
            required=empty.astype(bool), min_years=np.full(5, nan),
            degree=np.full(5, -1), equivalent_ok=np.zeros(5, dtype=bool),
        ),
        {
            "company": coded("Nosuch Bank", "Nosuch Farm", None, "Nosuch Bank", "Nosuch Mill"),
            "role": coded("data-analyst", "data-analyst", "other", "data-engineer", "data-engineer"),
            "job": coded("bi-developer", "data-analyst", "other", "data-engineer", "data-engineer"),
            "seniority": coded("junior", "unstated", "unstated", "senior", "junior"),
            "workplace": coded("remote", "onsite", "unstated", "hybrid", "remote"),
            "country": coded("DE", "DE", None, "US", None),
            "visa": coded("offered", "refused", "unstated", "unstated", "offered"),
            "pay_currency": coded("EUR", "EUR", None, "USD", None),
            "posted_there": coded(None, None, None, None, None),
        },
        {
            "pay_year_min": np.array([50_000, 40_000, nan, 80_000, nan]),
            "pay_year_max": np.array([60_000, nan, nan, 90_000, nan]),
            "invented": np.zeros(5, dtype=bool),
            "posted": np.array(["2026-11-01", "2026-10-01", "NaT", "2026-11-20", "2025-12-01"], dtype="datetime64[D]"),
        },
    )  # fmt: skip


def passed(market: Listing, wishes: Wishes) -> str:
    """Ids of what passes."""
    mask = passing(market, wishes).mask
    return "".join(id_ for id_, passes in zip(market.demands.ids, mask, strict=True) if passes)


@pytest.mark.parametrize(
    ("wishes", "ids"),
    [
        (Wishes(), "abcde"),
        (Wishes(workplaces=("remote",)), "ae"),
        (Wishes(workplaces=("remote",), unstated=True), "ace"),
        (Wishes(country="DE"), "ab"),
        (Wishes(country="DE", unstated=True), "abce"),
        (Wishes(seniorities=("junior", "senior")), "ade"),
        (Wishes(role="bi-developer"), "a"),
        (Wishes(role="data-analyst"), "ab"),
        (Wishes(role="data-analyst", unstated=True), "ab"),
        (Wishes(visa=("offered",)), "ae"),
        (Wishes(visa=("offered", "unstated")), "acde"),
        (Wishes(company="BANK"), "ad"),
        (Wishes(since=dt.date(2026, 10, 15)), "ad"),
        (Wishes(pay_floor=55_000, currency="EUR"), "a"),
        (Wishes(pay_floor=40_000, currency="EUR"), "ab"),
        (Wishes(pay_floor=55_000, currency="EUR", unpaid=True), "ace"),
        (Wishes(pay_floor=55_000, currency="EUR", unstated=True), "a"),
    ],
)
def test_what_passes(market: Listing, wishes: Wishes, ids: str) -> None:
    """Silent postings only where the person lets them; on site never counts as remote."""
    assert passed(market, wishes) == ids


def test_a_pay_floor_says_how_many_state_no_pay_or_another_currency(market: Listing) -> None:
    """Missing pay does not pass silently, and nothing is converted."""
    found = passing(market, Wishes(pay_floor=55_000, currency="EUR"))
    assert found.tallies == (Tally("pay", failed=1, silent=2, other_currency=1),)


def test_tallies_count_only_what_passes_the_other_wishes(market: Listing) -> None:
    """Of the remote ones, one states no pay; the silent one is not remote."""
    found = passing(market, Wishes(pay_floor=55_000, currency="EUR", workplaces=("remote",)))
    assert {tally.wish: tally.silent for tally in found.tallies} == {"workplace": 0, "pay": 1}
