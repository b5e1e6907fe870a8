"""Salary rows from a CSV file: which column is what, and which rows cannot be used and why."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from headway.errors import BadOption, UnreadableFile
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
)
"""Names of the columns, as ai-jobs.net writes them, with `date`, `salary_min` and `salary_max` beside them."""
_MARKS = (",", ";", "\t", "|")
_GRADES: dict[str, Grade] = {
    "en": "junior", "entry": "junior", "entry-level": "junior", "junior": "junior",
    "mi": "mid", "mid": "mid", "mid-level": "mid", "intermediate": "mid",
    "se": "senior", "senior": "senior", "senior-level": "senior",
    "ex": "executive", "executive": "executive", "director": "executive", "principal": "executive",
    "manager": "executive", "staff": "staff", "lead": "staff", "intern": "intern", "internship": "intern",
}  # fmt: skip
_REMOTE = {"0": "onsite", "50": "hybrid", "100": "remote", "onsite": "onsite", "hybrid": "hybrid", "remote": "remote"}
_SIZE = {"s": "S", "small": "S", "m": "M", "medium": "M", "l": "L", "large": "L"}
_FULL_TIME = {"", "ft", "full-time", "full time", "fulltime"}
_LONGEST_FIELD = 100_000


class SalaryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A usable row. pay: the figure twice, or both ends where the file has them. when: None for year alone."""

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


class SetAside(msgspec.Struct, frozen=True):
    """A row that is not used, and why: a short stable word."""

    why: str


class Rates(msgspec.Struct, frozen=True):
    """USD for one unit of a currency, as the user gives them; by ISO 4217 code, with their dates."""

    usd: dict[str, float] = {}
    dates: dict[str, str] = {}


def parse_map(pairs: tuple[str, ...]) -> dict[str, str]:
    """`field=column` pairs. Raises BadOption."""
    found: dict[str, str] = {}
    for pair in pairs:
        field, separator, column = pair.partition("=")
        if not separator or field.strip() not in FIELDS or not column.strip():
            raise BadOption(f"--map is '{pair}'.", f"Write field=column; fields are {', '.join(FIELDS)}.")
        found[field.strip()] = column.strip()
    return found


def parse_rates(texts: tuple[str, ...]) -> Rates:
    """`EUR=1.08@2026-11-01`: USD for one unit, and the day of the rate. Raises BadOption."""
    usd: dict[str, float] = {}
    dates: dict[str, str] = {}
    for text in texts:
        match = re.fullmatch(r"([A-Za-z]{3})=(\d{1,9}(?:\.\d{1,9})?)@(\d{4}-\d\d-\d\d)", text.strip())
        if match is None or float(match[2]) <= 0:
            raise BadOption(
                f"--rate is '{text}'.", "Write USD for one unit and the day, for example EUR=1.08@2026-11-01."
            )
        usd[match[1].upper()], dates[match[1].upper()] = float(match[2]), match[3]
    return Rates(usd, dates)


def read_rows(
    content: bytes, name: str, mapping: Mapping[str, str], rates: Rates, this_year: int
) -> Iterator[SalaryRow | SetAside]:
    """Every row of a CSV file, in its order. Raises UnreadableFile, BadOption. O(rows)."""
    reader = _reader(content, name)
    columns = _columns(reader.fieldnames or (), mapping, name)
    try:
        for row in reader:
            if None in row or None in row.values():
                yield SetAside("wrong number of columns")
                continue
            yield _row({field: row[column].strip() for field, column in columns.items()}, rates, this_year)
    except csv.Error as error:
        raise UnreadableFile(
            f"{name} cannot be read after line {reader.line_num}: {error}.", "Is it a CSV file?"
        ) from error


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


def _columns(found: object, mapping: Mapping[str, str], name: str) -> dict[str, str]:
    """Field to column. Raises BadOption naming what is missing and what is there."""
    there = {str(column).strip(): str(column) for column in found} if isinstance(found, list | tuple) else {}
    columns = {field: there[mapping.get(field, field)] for field in FIELDS if mapping.get(field, field) in there}
    lost = [column for column in mapping.values() if column not in there]
    if lost:
        raise BadOption(f"{name} has no column '{lost[0]}'.", f"Its columns: {_shown(there)}.")
    missing = [field for field in ("experience_level", "job_title", "company_location") if field not in columns]
    if "work_year" not in columns and "date" not in columns:
        missing.append("work_year")
    if not columns.keys() & {"salary_in_usd", "salary", "salary_min"}:
        missing.append("salary_in_usd")
    if missing:
        raise BadOption(
            f"{name} has no column '{missing[0]}'. Its columns: {_shown(there)}.",
            f"Say which one it is: --map {missing[0]}=COLUMN",
        )
    return columns


def _shown(there: Mapping[str, str]) -> str:
    names = [column[:40] for column in there][:20]
    return ", ".join(names) if names else "none"


def _row(row: dict[str, str], rates: Rates, this_year: int) -> SalaryRow | SetAside:
    when = _when(row)
    grade = _GRADES.get(row["experience_level"].casefold())
    country = row["company_location"].upper()
    pay = _pay(row, rates)
    if row.get("employment_type", "").casefold() not in _FULL_TIME:
        return SetAside("not full-time")
    if when is None or when[0] < 1990:
        return SetAside("year not readable")
    if when[0] > this_year:
        return SetAside("year in the future")
    if grade is None:
        return SetAside("level not readable")
    if not re.fullmatch(r"[A-Z]{2}", country):
        return SetAside("country is not a two-letter code")
    if isinstance(pay, SetAside):
        return pay
    return SalaryRow(
        year=when[0],
        when=when[1],
        grade=grade,
        title=row["job_title"],
        currency=row.get("salary_currency", "USD").upper(),
        pay=pay,
        rest=tuple(row.get(field, "") for field in ("employee_residence", "experience_level")),
        country=country,
        remote=_REMOTE.get(row.get("remote_ratio", "").casefold(), NOT_SAID),
        size=_SIZE.get(row.get("company_size", "").casefold(), NOT_SAID),
    )


def _when(row: Mapping[str, str]) -> tuple[int, float | None] | None:
    """Year, and year with its part done where the file gives a date."""
    date = re.match(r"(\d{4})-(\d\d)(?:-(\d\d))?", row.get("date", ""))
    if date and 1 <= int(date[2]) <= 12:
        return int(date[1]), int(date[1]) + (int(date[2]) - 1 + (int(date[3] or 15) - 1) / 31) / 12
    year = re.fullmatch(r"(\d{4})(?:\.0)?", row.get("work_year", ""))
    return (int(year[1]), None) if year else None


def _pay(row: Mapping[str, str], rates: Rates) -> tuple[float, float] | SetAside:
    """USD a year. Converted only by the file's own column or a rate the user gave."""
    usd, salary = _number(row.get("salary_in_usd", "")), _number(row.get("salary", ""))
    low, high = _number(row.get("salary_min", "")), _number(row.get("salary_max", ""))
    currency = row.get("salary_currency", "USD").upper()
    if usd is not None and currency == "USD" and salary is not None and abs(salary - usd) > 0.01 * usd:
        return SetAside("salary and salary_in_usd disagree")
    if usd is not None:
        return _plausible(usd, usd)
    ends = (low, high) if low is not None or high is not None else (salary, salary)
    first, last = (ends[0] if ends[0] is not None else ends[1]), (ends[1] if ends[1] is not None else ends[0])
    if first is None or last is None:
        return SetAside("pay not readable")
    times = 1.0 if currency == "USD" else rates.usd.get(currency)
    if times is None:
        return SetAside(f"no rate for {currency[:3]}")
    return _plausible(min(first, last) * times, max(first, last) * times)


def _plausible(low: float, high: float) -> tuple[float, float] | SetAside:
    """A full-time year between 2,000 and 5 million USD; the ends within a factor of 10."""
    return (low, high) if 2_000 <= low <= high <= 5_000_000 and high <= 10 * low else SetAside("implausible pay")


def _number(text: str) -> float | None:
    plain = text.replace(",", "").replace(" ", "")
    return float(plain) if re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", plain) else None
