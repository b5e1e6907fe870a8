"""Salary rows: which can be used, which are set aside and why, and which files cannot be read at all."""

from datetime import date

import pytest

from headway.errors import BadOption, UnreadableFile
from headway.pay.columns import Rates, SalaryRow, SetAside, parse_map, parse_rates, read_rows
from tests.pay.salaries import HEAD, row, rows_of


def _why(text: str) -> list[str]:
    return [found.why for found in rows_of(HEAD + text) if isinstance(found, SetAside)]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (row(100_000, kind="PT"), "not full-time"),
        (row(100_000, year="soon"), "year not readable"),
        (row(100_000, year=2031), "year in the future"),
        (row(100_000, level="??"), "level not readable"),
        (row(100_000, country="Moon"), "country is neither a two-letter code nor a name"),
        (row(900), "implausible pay"),
        (row(90_000_000), "implausible pay"),
        ("2024,SE,FT,Data Scientist,100000,USD,85000,US,0,US,M\n", "salary and salary_in_usd disagree"),
        ("2024,SE,FT,Data Scientist,x,USD,,US,0,US,M\n", "pay not readable"),
        ("2024,SE,FT,Data Scientist,100000,EUR,,DE,0,DE,M\n", "no rate for EUR"),
        ("2024,SE\n", "wrong number of columns"),
    ],
)
def test_a_row_that_cannot_be_used_is_set_aside_with_its_reason(line: str, why: str) -> None:
    """No row is dropped without a word, and the good row beside it stays."""
    assert _why(row(100_000) + line) == [why]


def test_the_files_own_conversion_is_taken_and_no_rate_is_invented() -> None:
    """salary_in_usd is the file's figure of that year; another currency without it needs the user's rate."""
    (kept,) = rows_of(HEAD + "2024,SE,FT,Data Scientist,100000,EUR,111082,DE,0,DE,M\n")
    assert isinstance(kept, SalaryRow)
    assert kept.pay == (111_082, 111_082)
    (converted,) = rows_of(HEAD + "2024,SE,FT,Data Scientist,100000,EUR,,DE,0,DE,M\n", rates=Rates({"EUR": 1.1}, {}))
    assert isinstance(converted, SalaryRow)
    assert converted.pay[0] == pytest.approx(110_000)


def test_columns_of_another_name_are_mapped() -> None:
    """A file of another site, with both ends in columns of their own, semicolons and a date."""
    text = "Posted;Grade;Job;From;To;Land\n2024-07-01;senior;Data Scientist;100,000;150,000;us\n"
    names = {
        "date": "Posted", "experience_level": "Grade", "job_title": "Job", "salary_min": "From", "salary_max": "To",
        "company_location": "Land",
    }  # fmt: skip
    (found,) = rows_of(text, names)
    assert isinstance(found, SalaryRow)
    assert (found.pay, found.grade, found.country) == ((100_000, 150_000), "senior", "US")
    assert found.when == pytest.approx(2024.5)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<!doctype html><html>not found</html>\n", "no column 'experience_level'"),
        ("work_year job_title salary\n2024 x 1\n", "no column 'experience_level'"),
        ("", "is empty"),
        (HEAD + "2024,SE,FT," + "x" * 200_000 + ",1,USD,1,US,0,US,M\n", "field larger than field limit"),
        ("x" * 200_000 + ",salary\n1,2\n", "field larger than field limit"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_one_line(content: str, says: str) -> None:
    """What is wrong, and the columns that are there."""
    with pytest.raises((BadOption, UnreadableFile), match=says):
        rows_of(content)


def test_a_file_that_is_not_text_is_refused() -> None:
    """Another encoding is named, not guessed."""
    with pytest.raises(UnreadableFile, match="UTF-8"):
        list(read_rows("Größe\n".encode("utf-16"), "file.csv", {}, Rates(), date(2026, 12, 31)))


def test_pay_by_the_hour_and_month_is_taken_for_a_full_time_year() -> None:
    """A column says the period, or one word says it for all rows; an unknown period is set aside, not guessed."""
    head = "year,level,job,pay,per,land\n"
    names = {
        "work_year": "year", "experience_level": "level", "job_title": "job", "salary": "pay", "salary_period": "per",
        "company_location": "land",
    }  # fmt: skip
    text = head + "2024,SE,Analyst,50,hour,US\n2024,SE,Analyst,8000,Monthly,US\n2024,SE,Analyst,8000,moon,US\n"
    hourly, monthly, odd = rows_of(text, names)
    assert isinstance(hourly, SalaryRow)
    assert isinstance(monthly, SalaryRow)
    assert (hourly.pay[0], monthly.pay[0]) == (104_000, 96_000)
    assert odd == SetAside("period of pay not readable")
    (same, *_) = rows_of(text, names | {"salary_period": "=week", "salary_currency": "=GBP"}, Rates({"GBP": 1.25}, {}))
    assert isinstance(same, SalaryRow)
    assert (same.pay[0], same.currency) == (50 * 52 * 1.25, "GBP")


def test_one_value_for_all_rows_stands_in_for_a_column() -> None:
    """A file of one country and one level needs no columns that say so."""
    text = "Posted;Job;From;To\n30/06/2024;Data Scientist;£60k;£80k\n01/06/2024;Data Scientist;£50k;£70k\n"
    pairs = (
        "date=Posted", "job_title=Job", "salary_min=From", "salary_max=To", "experience_level==senior",
        "company_location==United Kingdom", "salary_currency==GBP",
    )  # fmt: skip
    first, second = rows_of(text, parse_map(pairs), Rates({"GBP": 1.25}, {}))
    assert isinstance(first, SalaryRow)
    assert isinstance(second, SalaryRow)
    assert (first.pay, first.country, first.grade) == ((75_000, 100_000), "GB", "senior")
    assert second.when == pytest.approx(2024 + 5 / 12)


def test_bad_maps_and_rates_are_refused_with_an_example() -> None:
    """The hint shows how it is written."""
    for bad in ("nonsense", "nofield=x", "job_title=", "job_title=="):
        with pytest.raises(BadOption, match="field=column"):
            parse_map((bad,))
    for bad in ("EUR=1.08", "EUR=-1@2026-11-01", "EURO=1@2026-11-01", "EUR=0@2026-11-01"):
        with pytest.raises(BadOption, match=r"EUR=1\.08@2026-11-01"):
            parse_rates((bad,), date(2026, 11, 20))
    assert parse_rates(("eur=1.08@2026-11-01",), date(2026, 11, 20)).usd == {"EUR": 1.08}


@pytest.mark.parametrize("day", ["2026-11-21", "2026-13-45", "2026-02-30", "9999-12-31"])
def test_a_rate_of_a_day_to_come_or_of_no_day_is_refused(day: str) -> None:
    """Nobody knows it."""
    with pytest.raises(BadOption, match="no day up to today"):
        parse_rates((f"EUR=1.08@{day}",), date(2026, 11, 20))


def test_a_date_to_come_is_set_aside_though_its_year_has_begun() -> None:
    """One such row would make all others older than the 24 months that count; the month of today itself may stand."""
    head = "date,experience_level,job_title,salary,company_location\n"
    days = ("2026-11-30", "2026-12-01", "2026-10-02", "2027-01-01")
    text = head + "".join(f"{day},SE,Data Scientist,100000,US\n" for day in days)
    found = list(read_rows(text.encode(), "file.csv", {}, Rates(), date(2026, 11, 20)))
    assert [each.why if isinstance(each, SetAside) else each.year for each in found] == [
        2026, "date in the future", 2026, "year in the future",
    ]  # fmt: skip
