"""Salary rows from a CSV file: which column is what, and which rows cannot be used and why."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

import msgspec

from headway.errors import BadOption, UnreadableFile
from headway.pay import words
from headway.pay.model import NOT_SAID, Grade

FIELDS: Final = (
    "work_year",
    "date",
    "experience_level",
    "employment_type",
    "job_title",
    "salary",
    "salary_min",
    "salary_max",
    "salary_currency",
    "salary_in_usd",
    "employee_residence",
    "remote_ratio",
    "company_location",
    "company_size",
    "salary_period",
    "company",
    "city",
    "industry",
)
"""Names of the columns, as ai-jobs.net writes them, and others beside them."""
_MARKS = (",", ";", "\t", "|")
_LONGEST_FIELD = 100_000


class SalaryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A usable row. pay: USD a year; the figure twice, or both ends where the file has them. when: None for year alone.
    named: company, city and industry to compare by; empty where the file has none of these columns."""

    year: int
    when: float | None
    grade: Grade
    title: str
    currency: str
    pay: tuple[float, float]
    rest: tuple[str, ...]
    country: str
    remote: str
    size: str
    named: tuple[str, ...] = ()


class SetAside(msgspec.Struct, frozen=True):
    """A row that is not used, and why: a short stable word."""

    why: str


class Rates(msgspec.Struct, frozen=True):
    """USD for one unit of a currency, as the user gives them; by ISO 4217 code, with their dates."""

    usd: dict[str, float] = {}
    dates: dict[str, str] = {}


class Reading(NamedTuple):
    """How the rows of one file are read. months_first: dates with slashes begin with the month; None: unknown."""

    rates: Rates
    today: date
    months_first: bool | None


def parse_map(pairs: tuple[str, ...]) -> dict[str, str]:
    """`field=column` pairs; `field==value` says the same of every row. Raises BadOption."""
    found: dict[str, str] = {}
    for pair in pairs:
        field, separator, column = pair.partition("=")
        if not separator or field.strip() not in FIELDS or not column.strip(" ="):
            raise BadOption(
                f"--map is '{pair}'.",
                "Write field=column, or field==VALUE where it is the same for every row; "
                f"fields are {', '.join(FIELDS)}.",
            )
        found[field.strip()] = column.strip()
    return found


def parse_rates(texts: tuple[str, ...], today: date) -> Rates:
    """`EUR=1.08@2026-11-01`: USD for one unit, and the day of the rate, not after today. Raises BadOption."""
    usd: dict[str, float] = {}
    dates: dict[str, str] = {}
    for text in texts:
        match = re.fullmatch(r"([A-Za-z]{3})=(\d{1,9}(?:\.\d{1,9})?)@(\d{4}-\d\d-\d\d)", text.strip())
        if match is None or float(match[2]) <= 0:
            raise BadOption(
                f"--rate is '{text}'.", "Write USD for one unit and the day, for example EUR=1.08@2026-11-01."
            )
        if not match[3] <= today.isoformat() or not _is_day(match[3]):
            raise BadOption(
                f"--rate is '{text}': {match[3]} is no day up to today.", "Give the day on which the rate was so."
            )
        usd[match[1].upper()], dates[match[1].upper()] = float(match[2]), match[3]
    return Rates(usd, dates)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def read_rows(
    content: bytes, name: str, mapping: Mapping[str, str], rates: Rates, today: date
) -> Iterator[SalaryRow | SetAside]:
    """Every row of a CSV file, in its order. Raises UnreadableFile, BadOption. O(rows)."""
    reader = _reader(content, name)
    same = {field: column[1:].strip() for field, column in mapping.items() if column.startswith("=")}
    named = {field: column for field, column in mapping.items() if field not in same}
    try:
        columns = _columns(reader.fieldnames or (), named, same, name)
        reading = Reading(rates, today, _months_first(content, name, columns.get("date")))
        for row in reader:
            if None in row or None in row.values():
                yield SetAside("wrong number of columns")
                continue
            yield _row({field: row[column].strip() for field, column in columns.items()} | same, reading)
    except csv.Error as error:
        raise UnreadableFile(
            f"{name} cannot be read after line {reader.line_num}: {error}.", "Is it a CSV file?"
        ) from error


def _months_first(content: bytes, name: str, column: str | None) -> bool | None:
    if column is None or b"/" not in content:
        return None
    try:
        return words.month_first(row.get(column) or "" for row in _reader(content, name))
    except csv.Error:
        return None  # the reading proper says what is wrong, and where


def _reader(content: bytes, name: str) -> "csv.DictReader[str]":
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{name} is not UTF-8 text (byte {error.start}).", "Save it as CSV in UTF-8.") from error
    if "\0" in text:
        raise UnreadableFile(f"{name} is not a text file.", "Save it as CSV in UTF-8.")
    head = text.split("\n", 1)[0]
    csv.field_size_limit(_LONGEST_FIELD)
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=max(_MARKS, key=head.count))


def _columns(found: object, mapping: Mapping[str, str], same: Mapping[str, str], name: str) -> dict[str, str]:
    """Field to column. Raises BadOption naming what is missing and what is there, UnreadableFile where nothing is."""
    there = {str(column).strip(): str(column) for column in found} if isinstance(found, list | tuple) else {}
    if not there:
        raise UnreadableFile(f"{name} is empty.", "It needs a line of column names and rows below it.")
    columns = {field: there[mapping.get(field, field)] for field in FIELDS if mapping.get(field, field) in there}
    lost = [column for column in mapping.values() if column not in there]
    if lost:
        raise BadOption(f"{name} has no column '{lost[0]}'.", f"Its columns: {_shown(there)}.")
    columns = {field: column for field, column in columns.items() if field not in same}
    known = columns.keys() | same.keys()
    missing = [field for field in ("experience_level", "job_title", "company_location") if field not in known]
    if "work_year" not in known and "date" not in known:
        missing.append("work_year")
    if not known & {"salary_in_usd", "salary", "salary_min"}:
        missing.append("salary_in_usd")
    if missing:
        raise BadOption(
            f"{name} has no column '{missing[0]}'. Its columns: {_shown(there)}.",
            f"Say which one it is: --map {missing[0]}=COLUMN; or, the same for all rows, --map {missing[0]}==VALUE",
        )
    return columns


def _shown(there: Mapping[str, str]) -> str:
    names = [column[:40] for column in there][:20]
    return ", ".join(names) if names else "none"


def _row(row: dict[str, str], reading: Reading) -> SalaryRow | SetAside:
    when = _when(row, reading)
    grade = words.GRADES.get(words.plain(row["experience_level"]))
    country = words.country(row["company_location"])
    pay = _pay(row, reading.rates)
    if words.plain(row.get("employment_type", "")) not in words.FULL_TIME:
        return SetAside("not full-time")
    if when is None or when[0] < 1990:
        return SetAside("year not readable")
    if when[0] > reading.today.year:
        return SetAside("year in the future")
    if when[1] is not None and int(12 * when[1]) >= 12 * reading.today.year + reading.today.month:
        return SetAside("date in the future")
    if grade is None:
        return SetAside("level not readable")
    if country is None:
        return SetAside("country is neither a two-letter code nor a name")
    if isinstance(pay, SetAside):
        return pay
    return SalaryRow(
        year=when[0],
        when=when[1],
        grade=grade,
        title=row["job_title"],
        currency=_currency(row),
        pay=pay,
        rest=tuple(row.get(field, "") for field in ("employee_residence", "experience_level")),
        country=country,
        remote=words.REMOTE.get(words.plain(row.get("remote_ratio", "").removesuffix("%")), NOT_SAID),
        size=words.SIZES.get(words.plain(row.get("company_size", "")), NOT_SAID),
        named=_named(row, country),
    )


def _currency(row: Mapping[str, str]) -> str:
    return row.get("salary_currency", "USD").upper() or "USD"


def _named(row: Mapping[str, str], country: str) -> tuple[str, ...]:
    """Empty where nothing of it is said, so that files without these columns read as ever."""
    said = (
        words.company(row.get("company", "")),
        words.city(row.get("city", ""), country),
        words.industry(row.get("industry", "")),
    )
    return said if any(said) else ()


def _when(row: Mapping[str, str], reading: Reading) -> tuple[int, float | None] | None:
    """Year, and year with its part done where the file gives a date."""
    day = words.day(row.get("date", ""), reading.months_first)
    year = re.fullmatch(r"(\d{4})(?:\.0)?", row.get("work_year", ""))
    return day or ((int(year[1]), None) if year else None)


def _pay(row: Mapping[str, str], rates: Rates) -> tuple[float, float] | SetAside:
    """USD a year. Converted only by the file's own column or a rate the user gave."""
    usd, salary = words.amount(row.get("salary_in_usd", "")), words.amount(row.get("salary", ""))
    low, high = words.amount(row.get("salary_min", "")), words.amount(row.get("salary_max", ""))
    currency = _currency(row)
    a_year = words.TIMES_A_YEAR.get(words.plain(row.get("salary_period", "")).removeprefix("1 ") or "year")
    if a_year is None:
        return SetAside("period of pay not readable")
    if usd is not None and currency == "USD" and salary is not None and abs(salary - usd) > 0.01 * usd:
        return SetAside("salary and salary_in_usd disagree")
    if usd is not None:
        return _plausible(usd * a_year, usd * a_year)
    ends = (low, high) if low is not None or high is not None else (salary, salary)
    if ends == (None, None):
        ends = words.ends(row.get("salary", "")) or ends
    first, last = (ends[0] if ends[0] is not None else ends[1]), (ends[1] if ends[1] is not None else ends[0])
    if first is None or last is None:
        return SetAside("pay not readable")
    times = 1.0 if currency == "USD" else rates.usd.get(currency)
    if times is None:
        return SetAside(f"no rate for {currency[:3]}")
    return _plausible(min(first, last) * times * a_year, max(first, last) * times * a_year)


def _plausible(low: float, high: float) -> tuple[float, float] | SetAside:
    """A full-time year between 2,000 and 5 million USD; the ends within a factor of 10."""
    return (low, high) if 2_000 <= low <= high <= 5_000_000 and high <= 10 * low else SetAside("implausible pay")
