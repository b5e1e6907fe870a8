"""How the pay model does on later years: python benchmarks/pay.py [--fit FILE --test FILE]

Without files: the three salary files of $HEADWAY_SHARED/data/salaries, fitted to one and judged on what came after.
Every record is distinct and unknown to the model; nothing is shuffled over time. Prints coverage as fitted, after 100
fresh records, and month by month; pinball loss against two tables and plain CQR; widths against what identical
descriptions leave open. About 20 CPU-seconds, most of them for plain CQR.
"""

import argparse
import math
import os
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import NormalDist

import msgspec
import numpy as np

from headway.app.context import open_context
from headway.app.pay_model import reader_of_titles
from headway.pay.columns import Rates, SetAside, read_rows
from headway.pay.fit import fit
from headway.pay.measure import Report, measure
from headway.pay.model import FittedPay, SalaryRecord
from headway.pay.recalibrate import fresh_records, recalibrate
from headway.pay.records import SalaryFile, records_of
from plain_cqr import plain_cqr

SHARED = Path(os.environ.get("HEADWAY_SHARED", Path(__file__).parent.parent.parent / "shared"))
ROLE_OF = reader_of_titles(open_context("2026-11-20"))


def load(path: Path, last_year: int = 9999) -> SalaryFile:
    """The distinct records of a file, up to a year."""
    content = path.read_bytes()
    rows = read_rows(content, path.name, {}, Rates(), date(2026, 12, 31))
    return records_of((r for r in rows if isinstance(r, SetAside) or r.year <= last_year), ROLE_OF, path.name, content)


def splits(options: argparse.Namespace) -> list[tuple[str, SalaryFile, SalaryFile]]:
    """What is fitted, and the file whose later rows judge it."""
    if options.fit:
        return [(f"{options.fit.name} -> {options.test.name}", load(options.fit), load(options.test))]
    at = {year: next(SHARED.glob(f"data/salaries/ai_jobs_salaries_{year}*.csv")) for year in (2022, 2023, 2024)}
    return [
        ("as of June 2022 -> later, to June 2023", load(at[2022]), load(at[2023])),
        ("as of June 2023 -> later, to June 2024", load(at[2023]), load(at[2024])),
        ("up to 2023 -> 2024", load(at[2024], 2023), load(at[2024])),
    ]


def told(name: str, report: Report) -> str:
    """One line of coverage."""
    parts = [
        f"{p} %: figures {m.figures:.3f}, ends {m.ends:.3f}, middles {m.middles:.3f}, width {m.width:.2f}"
        for p, m in report.intervals.items()
    ]
    return f"  {name:<22} n {report.n:>5}  " + " | ".join(parts)


def groups_within(report: Report, low: float, high: float, percent: str = "90") -> str:
    """How many calibration groups of at least 100 records lie between two coverages."""
    found = [share for share, _ in report.intervals[percent].by_group.values()]
    return f"{sum(low <= share <= high for share in found)} of {len(found)}"


def by_chance(report: Report, low: float, high: float, percent: str = "90") -> float:
    """How many of those groups would lie there if every interval held exactly as asked: the sampling of n records."""
    asked = report.intervals[percent].asked
    sizes = [n for _, n in report.intervals[percent].by_group.values()]
    off = [math.sqrt(asked * (1 - asked) / n) for n in sizes]
    normal = NormalDist()
    return sum(normal.cdf((high - asked) / e) - normal.cdf((low - asked) / e) for e in off)


def left_open(records: Sequence[SalaryRecord]) -> tuple[float, int]:
    """P95 over P5 within identical descriptions of at least 20 records: what no model of these columns can tell."""
    cells: dict[tuple[object, ...], list[float]] = defaultdict(list)
    for r in records:
        cells[r.role, r.grade, r.country, r.remote, r.size, int(r.when)] += [r.low, r.high]
    ratios = [np.quantile(v, 0.95) / np.quantile(v, 0.05) for v in cells.values() if len(v) >= 40]
    return float(np.median(ratios)) if ratios else float("nan"), len(ratios)


def with_first(model: FittedPay, file: SalaryFile, n: int) -> tuple[FittedPay, list[SalaryRecord]]:
    """The model after n fresh records drawn from the first twelfth of what came later, and the rest."""
    fresh = fresh_records(model, file)
    early = fresh[: max(n, len(fresh) // 12)]
    drawn = {early[i].key for i in np.random.default_rng(11).permutation(len(early))[:n]}
    some = msgspec.structs.replace(file, records=tuple(r for r in fresh if r.key in drawn))
    return recalibrate(model, some), [r for r in fresh if r.key not in drawn]


def judge(name: str, fitted: SalaryFile, later: SalaryFile) -> None:
    """Everything about one split."""
    begin = time.process_time()
    model = fit(fitted)
    seconds = time.process_time() - begin
    fresh = fresh_records(model, later)
    report = measure(model, fresh)
    print(f"\n{name}: fitted {len(fitted.records)} records in {seconds:.1f} CPU-s")
    walked = {p: f"{c.measured:.3f}" for p, c in model.coverage.items()}
    print(f"  inside the fit, walking forward: {walked}; miss rates aimed at {model.misses}")
    print(told("as fitted", report), f" outside {report.outside}")
    open_ = [msgspec.structs.replace(r, remote="", size="") for r in fresh]
    print(told("remote, size not said", measure(model, open_)))
    steered, rest = with_first(model, later, 100)
    print(told("after 100 fresh", measure(steered, rest)))
    step = recalibrate(model, later).newer[-1]
    print(f"  month by month         n {step.fresh:>5}  {step.covered_before}")
    print(f"  groups of 100 and more: 90 % within .87-.93 {groups_within(report, 0.87, 0.93)}", end="")
    print(f" (exact intervals: {by_chance(report, 0.87, 0.93):.1f})", end="")
    print(f", 80 % within .75-.85 {groups_within(report, 0.75, 0.85, '80')}")
    known = [r for r in fresh if r.role in model.grid.roles and r.country in model.grid.countries]
    losses = report.pinball | {"plain CQR": plain_cqr(fitted.records, known)}
    better = {k: f"{1 - losses['model'] / v:.1%}" for k, v in losses.items() if k != "model"}
    print(f"  pinball {losses}; lower than {better}")
    ratio, cells = left_open(fresh)
    print(f"  90 % width {report.intervals['90'].width:.2f}; within {cells} identical descriptions {ratio:.2f}")


def main() -> None:
    """Read the options and judge every split."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", type=Path)
    parser.add_argument("--test", type=Path)
    options = parser.parse_args()
    if bool(options.fit) != bool(options.test):
        parser.error("--fit and --test go together")
    for split in splits(options):
        judge(*split)


if __name__ == "__main__":
    main()
