"""What the workspace costs, and how well its forecast holds: `python benchmarks/workspace.py [--people 2000]`.

Appends with full durability; a log of 10,000 entries read, checked and folded; the 80 % range of the finish on
simulated people: pace lognormal around a mean that the model does not know, lumps of 1 to 8 hours, empty weeks, effort
as spread as the model assumes.
"""

import argparse
import datetime as dt
import math
import random
import tempfile
import time
from pathlib import Path

from headway.values import Span
from headway.workspace.fold import fold
from headway.workspace.forecast import done_within, forecast, work_left
from headway.workspace.model import Hours
from headway.workspace.pace import Week, effort_of, pace_of
from headway.workspace.store import Store

DAY = dt.date(2026, 11, 20)
SPANS = [Span(s * 0.7, s, s * 1.6) for s in (20, 40, 60)]


def appends() -> str:
    """One entry a commit, as the terminal does."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "a" / "b" / "w.sqlite3") as store:
        begin = time.perf_counter()
        for _ in range(200):
            store.append(DAY, [Hours(hours=1)])
        took = (time.perf_counter() - begin) / 200
    return f"append, on the disk: {1000 * took:.1f} ms wall"


def long_log() -> str:
    """Ten thousand entries: some thirty years of a daily log."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "a" / "b" / "w.sqlite3") as store:
        store.append(DAY, [Hours(hours=1, resource=f"r{n % 50}") for n in range(10_000)])
        begin = time.process_time()
        fold(store.entries())
        took = time.process_time() - begin
    return f"10,000 entries read, checked, folded: {1000 * took:.0f} ms CPU"


def closed_form() -> str:
    """One forecast over fifteen years."""
    supply = [(DAY + dt.timedelta(days=d), 1.4 * d) for d in range(15 * 365)]
    begin = time.process_time()
    for _ in range(20):
        forecast(SPANS * 10, supply, pace_of([]), effort_of([]), DAY + dt.timedelta(days=400))
    return f"forecast: {1000 * (time.process_time() - begin) / 20:.1f} ms CPU"


def coverage(people: int, weeks: int, pace_mean: float) -> tuple[float, float]:
    """Share of people whose finish lay in the 80 % range, and at or before the middle. pace_mean: of the population."""
    dice = random.Random(weeks)
    inside = early = 0
    for _ in range(people):
        rho, lump = pace_mean * dice.lognormvariate(-0.08, 0.4), dice.uniform(1, 8)
        weekly = [dice.gammavariate(rho * 10 / lump, lump) if dice.random() > 0.08 else 0.0 for _ in range(900)]
        factor = dice.lognormvariate(0, 0.3)
        needed = factor * sum(s.likely * dice.lognormvariate(0, math.log(s.high / s.low) / 2.56) for s in SPANS)
        seen = [Week(DAY + dt.timedelta(weeks=n), 10.0, hours) for n, hours in enumerate(weekly[:weeks])]
        total, finished = 0.0, 0.0
        for week, hours in enumerate(weekly[weeks:], 1):
            if total + hours >= needed:
                finished = week - 1 + (needed - total) / hours
                break
            total += hours
        chance = done_within(10.0 * finished, work_left(SPANS, effort_of([])), pace_of(seen))
        inside += 0.1 <= chance <= 0.9
        early += chance <= 0.5
    return inside / people, early / people


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=2000)
    people = parser.parse_args().people
    for line in (appends(), long_log(), closed_form()):
        print(line)
    for pace_mean in (1.0, 0.6):
        for weeks in (0, 4, 12, 26):
            inside, early = coverage(people, weeks, pace_mean)
            print(
                f"people at {pace_mean:g} of their plan, {weeks} weeks of log: in the 80 % range {inside:.3f}, "
                f"by the middle {early:.3f}"
            )


if __name__ == "__main__":
    main()
