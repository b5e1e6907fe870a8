"""What rises and falls, from rows written in the test."""

import datetime as dt
from pathlib import Path

import pytest

from headway.market.model import Row
from headway.market.scope import Scope, count
from headway.market.trends import Trends, since_default, trends
from tests.market.rows import row, store_of

START = dt.date(2026, 1, 1)


def rising(per_month: int, months: int, *, company: str = "c{i}") -> list[Row]:
    """dbt goes from none to all over the months; sql stands in every second posting."""
    rows = []
    for month in range(months):
        for k in range(per_month):
            i = month * per_month + k
            names = ["dbt"] if k < per_month * month / (months - 1) else []
            names += ["sql"] if i % 2 else []
            posted = dt.date(2026, 1 + month, 1 + k % 27)
            rows.append(row(i, " ".join(names), company=company.format(i=i), posted=posted))
    return rows


def asked(folder: Path, rows: list[Row], wanted: frozenset[str] = frozenset()) -> Trends:
    """The trends since START."""
    store = store_of(folder, rows)
    scope = Scope(since=START)
    return trends(store, scope, count(store, scope)[0], "named", wanted, 10)


def test_what_rises_is_told_with_its_slope(tmp_path: Path) -> None:
    """From 0 to 100 % in six months: some 2.4 a year in shares, and its months are drawn."""
    found = asked(tmp_path, rising(24, 6))

    dbt, sql = found.skills
    assert (dbt.skill, dbt.verdict) == ("dbt", "rises")
    assert dbt.a_year == pytest.approx(2.4, rel=0.1)
    assert dbt.low is not None
    assert dbt.high is not None
    assert dbt.low < dbt.a_year < dbt.high
    assert dbt.months == (0, 5, 10, 15, 20, 24)
    assert (sql.skill, sql.verdict) == ("sql", "not told apart")
    assert [month.postings for month in found.months] == [24] * 6


def test_one_company_is_no_trend(tmp_path: Path) -> None:
    """The same adverts, all of one company: nothing can be said of the market."""
    found = asked(tmp_path, rising(24, 6, company="one"))

    assert {each.verdict for each in found.skills} == {"not told apart"}
    assert found.skills[0].low is None


def test_thin_months_are_marked_and_too_few_months_are_not_enough(tmp_path: Path) -> None:
    """A month without postings stands in the line; two full months make no trend."""
    rows = [row(i, "sql", company=f"c{i}", posted=dt.date(2026, 1 if i < 15 else 3, 5)) for i in range(30)]

    found = asked(tmp_path, rows, frozenset({"sql"}))

    assert [(month.postings, month.thin) for month in found.months] == [(15, False), (0, True), (15, False)]
    assert not found.enough
    assert found.skills[0].months == (15, 0, 15)


def test_two_years_are_looked_at_by_default() -> None:
    """Up to and with the month of the newest posting."""
    assert since_default(dt.date(2026, 11, 20)) == dt.date(2024, 12, 1)
    assert since_default(dt.date(2026, 12, 1)) == dt.date(2025, 1, 1)
    assert since_default(dt.date(2026, 1, 31)) == dt.date(2024, 2, 1)
