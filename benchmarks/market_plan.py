"""The market plan on seeded and on real questions: area, bound, gap, fixed roadmaps, proofs, time.

Run: python benchmarks/market_plan.py full|role|large|real [number of questions]
Times are CPU-seconds of the search's own thread, so that a busy machine does not shorten the search.
`real` reads $HEADWAY_SHARED/data/postings and keeps its market in a folder that is deleted again.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from headway.planning.market.bound import LIMIT, upper_bound
from headway.planning.market.nested import prove
from headway.planning.market.plan import make_market_plan
from headway.planning.market.puzzle import Puzzle, puzzle_of
from headway.planning.market.question import MarketQuestion
from headway.planning.market.roadmaps import cheapest_order, demand_order, walk
from headway.planning.market.search import Found, GoOn, Search
from market_questions import FULL, LARGE, ROLE, question, textbook

LONG = 60.0
"""Deterministic time for the bound that gaps are told against."""


def for_seconds(seconds: float) -> GoOn:
    """Until this thread has used so much."""
    begin = time.thread_time()
    return lambda made, _: time.thread_time() - begin < seconds


def searched(puzzle: Puzzle, seconds: float, choices: Sequence[Sequence[int]]) -> tuple[Found, float]:
    """What the product does in so many seconds, and the CPU-seconds it took."""
    begin = time.thread_time()
    search = Search(puzzle)
    search.run(for_seconds(0.8 * seconds))
    found = search.follow(choices)
    return found, time.thread_time() - begin


def areas_of_roadmaps(asked: MarketQuestion, base: float) -> tuple[float, float]:
    """Textbook and demand-ranked: area beyond what is reachable today is not taken off."""
    book = walk(asked, cheapest_order(asked.instance, textbook(asked)))
    demand = walk(asked, demand_order(asked))
    return sum(book.curve), sum(demand.curve)


def full(count: int, times: tuple[float, ...] = (1.0, 5.0, 20.0)) -> None:
    """Gap to the long bound after each time, and the fixed roadmaps."""
    gaps: dict[float, list[float]] = {t: [] for t in times}
    ratios: dict[str, list[float]] = {"textbook": [], "demand": [], "greedy": []}
    for seed in range(count):
        asked = question(seed, FULL)
        puzzle = puzzle_of(asked)
        today = puzzle.base * len(puzzle.limits)
        choices = upper_bound(puzzle, LIMIT).choices
        bound = upper_bound(puzzle, LONG)
        top = today + bound.total
        row = []
        for seconds in times:
            found, took = searched(puzzle, seconds, choices)
            gaps[seconds].append(1 - (today + found.value) / top)
            row.append(f"{gaps[seconds][-1]:.1%} ({found.iterations} its, {took:.1f} s)")
        book, demand = areas_of_roadmaps(asked, puzzle.base)
        best = today + found.value
        for name, area in (("textbook", book), ("demand", demand), ("greedy", today + found.greedy)):
            ratios[name].append(best / area if area else float("inf"))
        mean = best / len(puzzle.limits) / puzzle.total
        print(seed, f"area {mean:.4f}, exact {bound.proven}/{len(puzzle.limits)}, gap", *row, flush=True)
        print(
            "   x textbook {:.2f}, demand {:.2f}, greedy {:.3f}".format(*(r[-1] for r in ratios.values())), flush=True
        )
    for seconds, found_gaps in gaps.items():
        mean, median = statistics.mean(found_gaps), statistics.median(found_gaps)
        print(f"gap after {seconds:g} s: mean {mean:.1%}, median {median:.1%}")
    for name, values in ratios.items():
        print(f"mean times {name}: {statistics.mean(values):.2f} (least {min(values):.2f})")


def role(count: int, limit: float = 40.0) -> None:
    """Whether one second of search reaches the best, where that is proven; and how long a proof takes."""
    tally = {"optimal": 0, "beaten": 0, "open": 0}
    proofs, gaps = [], []
    for seed in range(count):
        puzzle = puzzle_of(question(seed, ROLE))
        begin = time.process_time()
        bound = upper_bound(puzzle, LIMIT)
        between = time.process_time()
        search = Search(puzzle)
        search.run(for_seconds(0.8))
        found = search.follow(bound.choices)
        after = time.process_time()
        nested = prove(puzzle, bound, found.value, limit)
        best = search.take(nested.choices).value
        proofs.append(time.process_time() - after + between - begin)
        verdict = "beaten" if best > found.value else "optimal" if found.value >= nested.total else "open"
        tally[verdict] += 1
        gaps.append(1 - found.value / nested.total)
        line = f"{seed} {verdict}: {found.value:g} of at most {nested.total:g} (known best {best:g})"
        print(f"{line}, search {after - between:.1f} s, proof {proofs[-1]:.1f} s", flush=True)
    print(tally, f"gap at most {max(gaps):.1%}, mean {statistics.mean(gaps):.2%}")
    print(f"CPU-seconds of a proof: median {statistics.median(proofs):.1f}, most {max(proofs):.1f}")


def large(count: int) -> None:
    """Whole plans of 5,000 postings."""
    for seed in range(count):
        asked = question(seed, LARGE)
        wall, cpu = time.perf_counter(), time.process_time()
        plan = make_market_plan(asked, for_seconds(8.0))
        spent = f"{time.perf_counter() - wall:.1f} s wall, {time.process_time() - cpu:.1f} CPU-s on two threads"
        print(seed, f"{plan.proof.iterations} iterations, gap {plan.proof.gap:.1%}, {spent}", flush=True)


PEOPLE: tuple[dict[str, Any], ...] = (
    {"cv": str(Path(__file__).parent.parent / "examples" / "mara-lindqvist.pdf")},
    {"know": ("python=2", "sql=2", "statistics=1")},
    {"know": ("python=3", "machine-learning=2", "sql=2", "communication=2", "teamwork=2")},
)


def real(count: int) -> None:
    """The postings of the shared data at 80 % coverage, against the best fixed roadmap."""
    import datetime as dt

    from headway.app.context import Context
    from headway.app.market_plan import Effort, plan_market
    from headway.app.plan_question import PlanQuestion
    from headway.cli.main import execute

    postings = Path(os.environ.get("HEADWAY_SHARED", "../shared")) / "data" / "postings" / "ml_postings.jsonl"
    with tempfile.TemporaryDirectory() as home:
        os.environ["HEADWAY_HOME"] = home
        execute(["market", "import", str(postings), "--today", "2026-11-20"])
        context = Context(dt.date(2026, 11, 20), Path(home))
        for person in PEOPLE[:count]:
            plan = plan_market(context, PlanQuestion(**person), Effort(seconds=10)).plan
            proof = plan.proof
            best = max(plan.comparison, key=lambda row: row.objective)
            print(person, f"{proof.objective:g} ({proof.iterations} iterations), bound {proof.bound:g}")
            times = proof.objective / max(best.objective, 1e-9)
            print(f"   gap {proof.gap:.1%}; {times:.2f} times the best fixed roadmap, {best.title}: {best.objective:g}")
            print(f"   {plan.blocked}", flush=True)


if __name__ == "__main__":
    what, *rest = sys.argv[1:] or ["full"]
    {"full": full, "role": role, "large": large, "real": real}[what](int(rest[0]) if rest else 3)
