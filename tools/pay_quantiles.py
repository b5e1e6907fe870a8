"""Make data/pay/ai_jobs.yaml: pay quantiles from the CC0 salaries of ai-jobs.net. Method: docs/method/pay.md.

Run: python tools/pay_quantiles.py   (reads $HEADWAY_SHARED/data/salaries, else ../shared beside the repository)
"""

import csv
import os
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

REPO = Path(__file__).resolve().parent.parent
ROLES = REPO / "src/headway/data/roles"
OUT = REPO / "src/headway/data/pay/ai_jobs.yaml"
ENOUGH = 30
"""Fewest adverts behind a row of quantiles."""
SENIORITY = {"EN": ("junior",), "MI": ("mid",), "SE": ("senior",), "EX": ("principal", "manager")}
ALL = ("intern", "junior", "mid", "senior", "staff", "principal", "manager")
LEVEL_WORDS = {"junior", "jr", "senior", "sr", "staff", "principal", "lead"}
HEAD = """\
# Made by tools/pay_quantiles.py from the ai-jobs.net salaries as of 2024-06-30 (CC0). Do not edit by hand.
# Each row: quantiles of the midpoints of advertised ranges, in USD a year as the data set converts them, full-time,
# one role, seniority, country of the employer and year. How it is done, and what it cannot tell: docs/method/pay.md.
"""
NOTE = "Midpoints of advertised ranges of {years}, duplicates dropped; titles: {titles}."

Row = dict[str, str]


class Advert(NamedTuple):
    """One advert: what it is, and the two ends of its range in USD (equal where one figure is given)."""

    title: str
    level: str
    year: int
    country: str
    rest: tuple[str, ...]
    high: float
    low: float

    @property
    def middle(self) -> float:
        return (self.high + self.low) / 2


def adverts(rows: Iterable[Row]) -> list[Advert]:
    """Full-time adverts, each once: ends of a range that stand on consecutive rows are put together."""
    full_time = [row for row in rows if row["employment_type"] == "FT"]
    return list(dict.fromkeys(_paired(full_time)))


def _paired(rows: list[Row]) -> Iterator[Advert]:
    """The upper end comes first and the lower end follows, all else equal; other rows stand alone."""
    at = 0
    while at < len(rows):
        here, after = rows[at], rows[at + 1] if at + 1 < len(rows) else None
        pair = after is not None and _same_but_pay(here, after) and _usd(here) >= _usd(after)
        yield _advert(here, after if pair and after is not None else here)
        at += 2 if pair else 1


def _same_but_pay(a: Row, b: Row) -> bool:
    return all(a[k] == b[k] for k in a if k not in ("salary", "salary_in_usd"))


def _usd(row: Row) -> float:
    return float(row["salary_in_usd"])


def _advert(high: Row, low: Row) -> Advert:
    rest = tuple(high[k] for k in ("salary_currency", "employee_residence", "remote_ratio", "company_size"))
    year, country = int(high["work_year"]), high["company_location"]
    return Advert(high["job_title"], high["experience_level"], year, country, rest, _usd(high), _usd(low))


def folded(title: str) -> str:
    """A title without level words, as it is compared."""
    words = title.casefold().replace("-", " ").replace("/", " ").replace(",", " ").split()
    return " ".join(w for w in words if w not in LEVEL_WORDS)


def titles(folder: Path) -> dict[str, str]:
    """Folded title to role id, from the labels and aliases of data/roles."""
    known: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        role = yaml.safe_load(path.read_text(encoding="utf-8"))
        for form in (role["label"], *role["aliases"]):
            known.setdefault(folded(form), role["id"])
    return known


Group = tuple[str, tuple[str, ...], str]


def grouped(found: Iterable[Advert], known: dict[str, str]) -> dict[Group, list[Advert]]:
    """Adverts by role, seniority (and all of them together) and country."""
    groups: dict[Group, list[Advert]] = defaultdict(list)
    for advert in found:
        role = known.get(folded(advert.title))
        if role is not None:
            groups[role, SENIORITY[advert.level], advert.country].append(advert)
            groups[role, ALL, advert.country].append(advert)
    return groups


def by_year(found: list[Advert]) -> list[list[Advert]]:
    """Each year that has enough adverts; the newest year also with the years before it until they are enough."""
    years = sorted({a.year for a in found})
    single = [[a for a in found if a.year == year] for year in years]
    parts = [part for part in single if len(part) >= ENOUGH]
    newest = next((p for p in (_since(found, year) for year in reversed(years)) if len(p) >= ENOUGH), None)
    return parts if newest is None or newest in parts else [*parts, newest]


def _since(found: list[Advert], year: int) -> list[Advert]:
    return [a for a in found if a.year >= year]


def pay_row(group: Group, found: list[Advert]) -> dict[str, object]:
    """One row of the pay table; quantiles by linear interpolation, to the nearest 100 USD."""
    role, seniority, country = group
    first, year = min(a.year for a in found), max(a.year for a in found)
    cuts = statistics.quantiles((a.middle for a in found), n=20, method="inclusive")
    figures = {f"p{p}": round(cuts[p // 5 - 1] / 100) * 100 for p in (10, 25, 50, 75, 90)}
    level = "all" if seniority == ALL else seniority[0]
    return {
        "id": f"ai-jobs-{role}-{level}-{country.lower()}-{year}",
        "role": role,
        "seniority": list(seniority),
        "source": "ai-jobs-salaries",
        "year": year,
        "currency": "USD",
        "country": country,
        **figures,
        "n": len(found),
        "basis": "advertised",
        "note": NOTE.format(years=year if first == year else f"{first} to {year}", titles=_titles(found)),
    }


def _titles(found: list[Advert]) -> str:
    """The three most frequent titles, and how many more there are."""
    counts = Counter(a.title for a in found)
    frequent = sorted(counts, key=lambda title: (-counts[title], title))
    more = len(frequent) - 3
    return ", ".join(frequent[:3]) + (f" and {more} more" if more > 0 else "")


def table(rows: Iterable[Row], known: dict[str, str]) -> str:
    """The whole file as text; the same rows give the same text."""
    groups = grouped(adverts(rows), known)
    made = [pay_row(group, part) for group in sorted(groups) for part in by_year(groups[group])]
    dump = yaml.safe_dump(made, sort_keys=False, default_flow_style=None, width=100, allow_unicode=True)
    return HEAD + dump


def newest(folder: Path) -> Path:
    """The salaries file with the latest date in its name. Raises SystemExit when there is none."""
    files = sorted(folder.glob("ai_jobs_salaries_*.csv"))
    if not files:
        raise SystemExit(f"No ai_jobs_salaries_DATE.csv in {folder}; set HEADWAY_SHARED.")
    return files[-1]


def main() -> None:
    shared = Path(os.environ.get("HEADWAY_SHARED", REPO.parent / "shared"))
    with newest(shared / "data/salaries").open(encoding="utf-8", newline="") as file:
        text = table(csv.DictReader(file), titles(ROLES))
    OUT.write_text(text, encoding="utf-8")
    print(f"{text.count('- id:')} rows in {OUT.relative_to(REPO)}")


if __name__ == "__main__":
    main()
