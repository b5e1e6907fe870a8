"""Dates: what is one, and what only looks like one."""

import pytest

from headway.evidence.dates import DateStyle, find_dates, style_of, without_dates


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Apr 2024 – present", "2024-04", "now"),
        ("04/2024 - 03/2025", "2024-04", "2025-03"),
        ("2024-04 to 2025-03", "2024-04", "2025-03"),
        ("Sept. 2021 – Mar. 2024", "2021-09", "2024-03"),
        ("Jan '20 – Feb '21", "2020-01", "2021-02"),
        ("Jan-20 – Feb-21", "2020-01", "2021-02"),
        ("04/20 – 03/21", "2020-04", "2021-03"),
        ("Summer 2022", "2022-06", "2022-08"),
        ("Q3 2021", "2021-07", "2021-09"),
        ("2018–2021", "2018", "2021"),
        ("2018-2021", "2018", "2021"),
        ("2018/2019", "2018", "2019"),
        ("2020–25", "2020", "2025"),
        ("since 2020", "2020", "now"),
        ("seit 03/2019", "2019-03", "now"),
        ("2020–\tResearch assistant", "2020", "now"),
        ("March 2020 to date", "2020-03", "now"),
        ("08.2019 – heute", "2019-08", "now"),
        ("Sep - Dec 2021", "2021-09", "2021-12"),
        ("01.03.2018 - 31.08.2018", "2018-03", "2018-08"),
        ("de mars 2019 à juin 2020", "2019-03", "2020-06"),
        ("janvier 2020 - aujourd'hui", "2020-01", "now"),
        ("Enero de 2019 – Actualidad", "2019-01", "now"),
        ("gennaio 2020 – oggi", "2020-01", "now"),
        ("01/2022 - atual", "2022-01", "now"),
        ("mrt 2021 t/m heden", "2021-03", "now"),
        ("2019年3月 – 至今", "2019-03", "now"),
        ("Data analyst (2019)", "2019", "2019"),
        ("UC Example | 2019", "2019", "2019"),
        ("until June 2019", "", "2019-06"),
        ("March 15, 2020 - April 2, 2021", "2020-03", "2021-04"),
        ("APRİL 2020 – MAY 2021", "2020-04", "2021-05"),  # capitals as a Turkish keyboard writes them
        ("SPRİNG 2020", "2020-03", "2020-05"),
        ("ſept. 2020 – May 2021", "2020-09", "2021-05"),
        ("Jan 2020 – Mar", "2020-01", "2020-03"),
        ("Nov 2019 – Feb, Berlin", "2019-11", "2020-02"),
    ],
)
def test_a_date_is_read(text: str, start: str, end: str) -> None:
    """The ways people write dates in several languages."""
    found = find_dates(text)
    assert [(str(s.start or ""), "now" if s.current else str(s.end or "")) for s in found] == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "Python 3.11 and PyTorch 2.4",
        "served 2,000 users",
        "served 2000 users a day",
        "+49 40 5550 2012",
        "(555) 123-2019",
        "Pleasantville, CA 94588",
        "10.1234/venue.2023.1234 (Venue 2023)",
        "saved $2000 a month",
        "Windows 2000",
        "in 2019 we won a prize",
        "page 2 of 3",
        "may lead to march",
    ],
)
def test_a_number_that_is_no_date_is_left(text: str) -> None:
    """Versions, counts, telephone numbers, postcodes, prices and years inside prose do not date anything."""
    assert [span for span in find_dates(text) if span.ranged or span.apart] == []


def test_a_month_in_a_name_ends_no_job() -> None:
    """A name behind a date may begin like a month, and a year alone says nothing of the month's."""
    for text, start in (("Jan 2020 – March Networks", "2020-01"), ("2019 – May Institute", "2019")):
        assert [(str(s.start), str(s.end)) for s in find_dates(text)] == [(start, start)]


def test_slashed_dates_follow_the_document() -> None:
    """A second number above twelve is a day, so the others are read month first too."""
    style = style_of("03/15/2020 - 04/02/2021", None)
    assert style == DateStyle(month_first=True)
    assert str(find_dates("04/02/2021", style)[0].start) == "2021-04"
    assert str(find_dates("04/02/2021", style_of("15/03/2020", "en"))[0].start) == "2021-02"


def test_two_digit_years_follow_the_document() -> None:
    """2008-12 is a range where others like 2018-20 can be nothing else, and a month where not."""
    assert find_dates("2008-12", style_of("2018-20\n2008-12", None))[0].end == find_dates("2012")[0].end
    assert str(find_dates("2008-12", style_of("2008-12", None))[0].end) == "2008-12"


def test_names_are_left_when_dates_are_taken_out() -> None:
    """Columns stay apart, and lengths of time go too."""
    text = "Example AI, Intern\tLondon\tJune 2023 – present\t2 years 10 months"
    assert [cell for cell in without_dates(text).split("\t") if cell.strip()] == ["Example AI, Intern", "London"]
