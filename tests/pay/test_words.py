"""Cells of salary files as people write them."""

import pytest

from headway.pay import words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("120000", 120_000.0), ("120,000", 120_000.0), ("$120k", 120_000.0), ("55.000,00 €", 55_000.0),
        ("EUR 55000", 55_000.0), ("£72,500.50", 72_500.5), ("98'000", 98_000.0), ("105K", 105_000.0),
        ("45000,00", 45_000.0), ("€ 12000,5", 12_000.5), ("95,5k", 95_500.0), ("12,00,000", 1_200_000.0),
        ("79833.33333333333", 79_833.333), ("85000.", 85_000.0),
        ("", None), ("negotiable", None), ("-5", None), ("1e5", None),
    ],
)  # fmt: skip
def test_amounts_are_read_as_people_write_them(text: str, value: float | None) -> None:
    """Signs of currencies, thousands in three habits, decimals in two, k; anything else is no amount."""
    assert words.amount(text) == (value if value is None else pytest.approx(value))


def test_a_range_in_one_cell_has_two_ends() -> None:
    """With any dash, or the word to."""
    assert words.ends("$120k - $150k") == (120_000, 150_000)
    assert words.ends("100,000 to 120,000") == (100_000, 120_000)
    assert words.ends("$120-150k") == words.ends("$120k-150k") == (120_000, 150_000)
    assert words.ends("$90,000 - 150k") == (90_000, 150_000)
    assert words.ends("120000") is None


@pytest.mark.parametrize(
    ("text", "year", "part"),
    [
        ("2024-07-01", 2024, 0.5), ("2024-07-01T09:30:00Z", 2024, 0.5), ("2024/7/1", 2024, 0.5),
        ("01.07.2024", 2024, 0.5), ("1 July 2024", 2024, 0.5),
        ("1st Jul 2024", 2024, 0.5), ("July 1, 2024", 2024, 0.5), ("2024-07", 2024, 0.5376),
        ("July 2024", 2024, 0.5376),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(text: str, year: int, part: float) -> None:
    """A month without a day stands for its middle."""
    found = words.day(text, None)
    assert found is not None
    assert (found[0], round((found[1] or 0) - year, 4)) == (year, part)


def test_slashes_are_read_by_what_the_file_itself_shows() -> None:
    """A day above 12 settles it for the whole file; where none does, only the year is taken."""
    assert words.month_first(["6/7/2017", "6/30/2017"]) is True
    assert words.month_first(["6/7/2017", "30/6/2017"]) is False
    assert words.month_first(["6/7/2017"]) is None
    assert words.day("6/7/2017 11:33:27", True) == pytest.approx((2017, 2017 + (5 + 6 / 31) / 12))
    assert words.day("6/7/2017", False) == pytest.approx((2017, 2017 + (6 + 5 / 31) / 12))
    assert words.day("6/7/2017", None) == (2017, None)
    assert words.day("2024-13-01", None) is None
    assert words.day("31st of nothing", None) is None


def test_countries_are_codes_or_names() -> None:
    """Also behind a city; two letters behind a city may be a state, and are not guessed."""
    assert [words.country(t) for t in ("de", "Germany", "Berlin, Germany", "U.S.A.", "United Kingdom")] == [
        "DE", "DE", "DE", "US", "GB",
    ]  # fmt: skip
    assert words.country("San Francisco, CA") is None
    assert words.country("Everywhere") is None


def test_names_of_employers_and_cities_compare_in_any_spelling() -> None:
    """Case, spaces and legal forms do not part them; two cities of one name in two countries stay two."""
    assert words.company("Acme, Inc.") == words.company(" ACME  Co., Ltd. ") == "acme"
    assert words.company("Co") == "co"
    assert words.city("San Francisco, CA", "US") == words.city("san francisco", "US")
    assert words.city("Cambridge", "GB") != words.city("Cambridge", "US")
