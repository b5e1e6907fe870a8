"""tools/pay_quantiles.py: adverts from rows that list both ends of a range, each counted once."""

import csv
import importlib.util
import io
from pathlib import Path
from types import ModuleType

import pytest

REPO = Path(__file__).resolve().parents[2]
HEAD = (
    "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,"
    "employee_residence,remote_ratio,company_location,company_size\n"
)


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pay_quantiles", REPO / "tools/pay_quantiles.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(HEAD + text)))


def row(usd: int, title: str = "Data Scientist", kind: str = "FT") -> str:
    return f"2024,SE,{kind},{title},{usd},USD,{usd},US,0,US,M\n"


def test_both_ends_of_a_range_are_one_advert(tool: ModuleType) -> None:
    """An upper end followed by its lower end gives one advert at the midpoint."""
    found = tool.adverts(rows(row(200_000) + row(100_000) + row(90_000, "Data Analyst")))
    assert [a.middle for a in found] == [150_000, 90_000]


def test_an_advert_listed_twice_counts_once_even_where_another_shares_an_end(tool: ModuleType) -> None:
    """Pairs are made before duplicates go, so no end loses its partner."""
    found = tool.adverts(rows((row(200_000) + row(100_000)) * 2 + row(200_000) + row(140_000)))
    assert [a.middle for a in found] == [150_000, 170_000]


def test_part_time_rows_are_left_out(tool: ModuleType) -> None:
    """Only full-time pay is compared."""
    assert tool.adverts(rows(row(60_000, kind="PT"))) == []


def test_too_few_adverts_give_no_quantiles(tool: ModuleType) -> None:
    """29 adverts are not enough, 30 are, and level words in a title do not matter."""
    adverts = [row(100_000 + 1_000 * i, "Senior Data Scientist" if i % 2 else "Data Scientist") for i in range(30)]
    known = {"data scientist": "data-scientist"}
    assert "- id:" not in tool.table(rows("".join(adverts[:29])), known)
    assert "p50: 114500" in tool.table(rows("".join(adverts)), known)


def test_a_thin_newest_year_is_filled_from_the_years_before(tool: ModuleType) -> None:
    """The newest row names the years it rests on."""
    older = [row(100_000 + 100 * i).replace("2024,", "2023,") for i in range(25)]
    newer = [row(150_000 + 100 * i) for i in range(10)]
    text = tool.table(rows("".join(older + newer)), {"data scientist": "data-scientist"})
    assert "2023 to 2024" in text
    assert "n: 35" in text


def test_the_committed_table_is_what_the_tool_makes(tool: ModuleType, shared: Path) -> None:
    """Same rows, same roles: same bytes."""
    with tool.newest(shared / "data/salaries").open(encoding="utf-8", newline="") as file:
        made = tool.table(csv.DictReader(file), tool.titles(tool.ROLES))
    assert made == tool.OUT.read_text(encoding="utf-8")
