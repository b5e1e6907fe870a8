"""What a company, a city and an industry narrow: python benchmarks/pay_named.py [--boards | --invented]

Real: pay that the public boards of $HEADWAY_SHARED/data/ats/ashby-boards state (both ends, company, city, department as
industry, date), fitted to the earlier part and judged on the later. All functions are kept, since data roles alone are
too few: a title is taken for its role family, else for its department. Invented: a market whose companies, cities and
noise are drawn with known spread, so that the width nobody can go below is known. About 60 CPU-seconds.
"""

import argparse
import csv
import io
import json
import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import numpy as np

from headway.app.context import open_context
from headway.app.pay_model import reader_of_titles
from headway.pay.columns import Rates, read_rows
from headway.pay.fit import fit
from headway.pay.measure import NamedReport, measure
from headway.pay.records import SalaryFile, records_of
from headway.postings.ranks import rank_in_title

SHARED = Path(os.environ.get("HEADWAY_SHARED", Path(__file__).parent.parent.parent / "shared"))
HEAD = (
    "date", "experience_level", "job_title", "salary_min", "salary_max", "salary_currency", "salary_period",
    "company_location", "company", "city", "industry",
)  # fmt: skip
SPREAD = {"company": 0.22, "city": 0.15, "noise": 0.24}
"""Standard deviations of log pay in the invented market; chosen so that both names leave 2.2x at 90 %."""


def boards() -> Iterator[tuple[object, ...]]:
    """One row a stated salary range."""
    for path in sorted(SHARED.glob("data/ats/ashby-boards/*.json")):
        for job in json.loads(path.read_text(encoding="utf-8"))["jobs"]:
            address = (job.get("address") or {}).get("postalAddress") or {}
            for part in (job.get("compensation") or {}).get("summaryComponents") or []:
                if part.get("compensationType") == "Salary" and part.get("minValue"):
                    rank = rank_in_title(job["title"])
                    yield (
                        job["publishedAt"][:10], rank[0] if rank else "mid", f"{job['title']} @ {job['department']}",
                        part["minValue"], part["maxValue"], part["currencyCode"], part["interval"],
                        address.get("addressCountry") or "", path.stem, address.get("addressLocality") or "",
                        job["department"],
                    )  # fmt: skip


def invented(n: int, seed: int) -> Iterator[tuple[object, ...]]:
    """Salaries over four years: 120 companies and 40 cities of unequal size, pay 3 % up a year."""
    dice = np.random.default_rng(seed)
    effects = {"company": dice.normal(0, SPREAD["company"], 120), "city": dice.normal(0, SPREAD["city"], 40)}
    sizes = {name: 1 / np.arange(1, len(each) + 1) ** 0.8 for name, each in effects.items()}
    titles, levels = ("Data Scientist", "Data Engineer", "Machine Learning Engineer"), ("junior", "mid", "senior")
    for i in range(n):
        day = 4 * 365 * i // n
        at_day = f"{2021 + day // 365}-{1 + day % 365 // 31:02d}-{1 + day % 28:02d}"
        title, level = int(dice.integers(3)), int(dice.integers(3))
        at = {name: int(dice.choice(len(size), p=size / size.sum())) for name, size in sizes.items()}
        log = 11.3 + 0.1 * title + 0.3 * level + 0.03 * day / 365 + dice.normal(0, SPREAD["noise"])
        pay = np.exp(log + sum(effects[name][place] for name, place in at.items()))
        yield (
            at_day, levels[level], titles[title], round(pay), round(pay), "USD", "year", "US",
            f"Invented {at['company']}", f"Town {at['city']}", "",
        )  # fmt: skip


def file_of(rows: Iterator[tuple[object, ...]], name: str) -> SalaryFile:
    """The records of rows under HEAD."""
    text = io.StringIO()
    csv.writer(text).writerows([HEAD, *rows])
    content = text.getvalue().encode()
    role = reader_of_titles(open_context("2026-11-20"))

    def role_of(title: str) -> str:
        plain, _, department = title.partition(" @ ")
        return role(plain) or department.casefold()

    rates = Rates({"EUR": 1.16, "GBP": 1.34, "CAD": 0.72}, {})
    return records_of(read_rows(content, name, {}, rates, date(2026, 12, 31)), role_of, name, content)


def told(name: str, each: NamedReport) -> str:
    """Coverage and width with the names and without, on the same records."""
    narrow, plain = each.intervals, each.plain
    parts = [
        f"{p} %: {narrow[p].figures:.3f} {narrow[p].width:.2f}x (without {plain[p].figures:.3f} {plain[p].width:.2f}x)"
        for p in narrow
    ]
    return f"  {name:<20} n {each.n:>5}  {' | '.join(parts)} | loss {each.loss:.4f} (without {each.plain_loss:.4f})"


def judge(name: str, file: SalaryFile, share: float) -> None:
    """Fit the earlier share, judge the rest."""
    cut = int(share * len(file.records))
    begin = time.process_time()
    model = fit(msgspec.structs.replace(file, records=file.records[:cut]))
    print(f"\n{name}: {file.source.rows} rows, {len(file.records)} records, {cut} fitted", end=" ")
    print(f"in {time.process_time() - begin:.0f} CPU-s; set aside {file.source.set_aside}")
    report = measure(model, file.records[cut:])
    for percent, each in report.intervals.items():
        print(f"  all later records    n {report.n:>5}  {percent} %: {each.figures:.3f} {each.width:.2f}x")
    for fields, named in report.named.items():
        print(told(fields, named))


def main() -> None:
    """Both, or the one asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--boards", action="store_true")
    parser.add_argument("--invented", action="store_true")
    options = parser.parse_args()
    if options.boards or not options.invented:
        judge("Public boards, 2024-25", file_of(boards(), "boards"), 0.6)
    if options.invented or not options.boards:
        judge("Invented market", file_of(invented(6_000, 3), "invented"), 0.75)
        known = np.exp(2 * 1.6449 * SPREAD["noise"])
        print(f"  nobody can do better than {known:.2f}x at 90 % with both names")


if __name__ == "__main__":
    main()
