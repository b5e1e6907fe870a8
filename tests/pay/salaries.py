"""Small salary files of invented rows, as text on the screen of the test or made by a rule."""

from collections.abc import Callable, Iterable
from datetime import date

from headway.pay.columns import Rates, SalaryRow, SetAside, read_rows
from headway.pay.records import SalaryFile, records_of

HEAD = (
    "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,"
    "employee_residence,remote_ratio,company_location,company_size\n"
)
ROLES = {"Data Scientist": "data-scientist", "Data Engineer": "data-engineer", "Analyst": "data-analyst"}


def row(usd: int, **said: object) -> str:
    """One row in the columns of ai-jobs.net."""
    known = {
        "year": 2024,
        "level": "SE",
        "kind": "FT",
        "title": "Data Scientist",
        "country": "US",
        "remote": 0,
        "size": "M",
    }
    s = known | said
    place = f"{s['country']},{s['remote']},{s['country']},{s['size']}"
    return f"{s['year']},{s['level']},{s['kind']},{s['title']},{usd},USD,{usd},{place}\n"


def rows_of(text: str, mapping: dict[str, str] | None = None, rates: Rates | None = None) -> list[SalaryRow | SetAside]:
    """Every row of a file as it is read in 2026."""
    return list(read_rows(text.encode(), "file.csv", mapping or {}, rates or Rates(), date(2026, 12, 31)))


def file_of(text: str, role_of: Callable[[str], str | None] = ROLES.get) -> SalaryFile:
    """The records of a file with these rows under HEAD."""
    content = (HEAD + text).encode()
    return records_of(read_rows(content, "file.csv", {}, Rates(), date(2030, 12, 31)), role_of, "file.csv", content)


def market(years: Iterable[int], a_year: int, factor: float = 1.0) -> str:
    """Invented adverts, oldest first: four kinds of jobs whose pay spreads evenly, with both ends of each range."""
    lines = []
    for year in years:
        for i in range(a_year):
            title, level = (("Data Scientist", "Data Engineer")[i % 2], ("SE", "MI")[i // 2 % 2])
            low = int((90_000 + 30_000 * (level == "SE") + 1_000 * ((i * 37) % 61)) * factor) + year - 2000
            said = {"year": year, "level": level, "title": title, "remote": 100 * (i % 3 == 0)}
            lines += [row(int(low * 1.4), **said), row(low, **said)]
    return "".join(lines)
