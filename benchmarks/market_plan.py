"""The market plan on seeded and on real questions: area, bound, gap, fixed roadmaps, proofs, time.

Run: python benchmarks/market_plan.py full|role|large|real [how many, or first-last] [processes, 2 unless said]

full: 1,000 postings, gaps after 1, 5 and 20 seconds. Each takes about ten minutes, nearly all for the bound.
role: a role's postings, whether a second of search reaches the best, as a proof tells later (up to a minute each).
large: whole plans of 5,000 postings by the clock, one after the other: only on a quiet machine.
Times of full and role are CPU-seconds of the search's own thread, so that a busy machine does not shorten the search.
`real` reads $HEADWAY_SHARED/data/postings and keeps its market in a folder that is deleted again.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from headway.planning.market.bound import LIMIT, upper_bound
from headway.planning.market.nested import ahead, prove
from headway.planning.market.plan import AHEAD, make_market_plan
from headway.planning.market.puzzle import Puzzle, puzzle_of
from headway.planning.market.question import MarketQuestion
from headway.planning.market.roadmaps import cheapest_order, demand_order, walk
from headway.planning.market.search import Found, GoOn, Search
from market_questions import FULL, LARGE, ROLE, question, textbook

LONG = 240.0
"""Deterministic time for the checkpoints' own bounds that gaps are told against: most often all are exact by then."""
PRICED = 250.0
"""Deterministic time for the prices between them after that (0 leaves the sum of their own bounds)."""
TIMES = (1.0, 5.0, 20.0)
GAPS = (0.07, 0.04, 0.025)
"""What is asked after these."""
PROOF = 25.0
"""Deterministic time for the proof of a role's plan: two or three times as many CPU-seconds."""
ROLE_SEARCH = 0.7
"""CPU-seconds of a role's search before the choices are followed, which takes the rest of a second."""
PROVEN_WITHIN = 60.0
"""CPU-seconds in which a proof is asked for."""


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


class FullRow(NamedTuple):
    """gaps: after each of the times. ratios: of the last plan to textbook, demand-ranked list and greedy."""

    gaps: tuple[float, ...]
    ratios: tuple[float, ...]
    line: str


def full_row(seed: int) -> FullRow:
    """One question of 1,000 postings."""
    asked = question(seed, FULL)
    puzzle = puzzle_of(asked)
    today = puzzle.base * len(puzzle.limits)
    choices = upper_bound(puzzle, LIMIT).choices
    results = [searched(puzzle, seconds, choices) for seconds in TIMES]
    value = results[-1][0].value
    bound = upper_bound(puzzle, LONG)
    top = today + prove(puzzle, bound, value, PRICED, lambda _: value).total
    gaps = tuple(1 - (today + found.value) / top for found, _ in results)
    alone = 1 - (today + value) / (today + bound.total)
    best = today + results[-1][0].value
    book, demand = areas_of_roadmaps(asked, puzzle.base)
    others = (book, demand, today + results[-1][0].greedy)
    ratios = tuple(best / area if area else float("inf") for area in others)
    cells = [
        f"{gap:.1%} ({found.iterations} its, {took:.1f} s)" for gap, (found, took) in zip(gaps, results, strict=True)
    ]
    mean = best / len(puzzle.limits) / puzzle.total
    line = f"{seed} area {mean:.4f}, exact {bound.proven}/{len(puzzle.limits)}, gap {', '.join(cells)}"
    line += f"; to the sum of the checkpoints' own bounds {alone:.1%}"
    return FullRow(gaps, ratios, f"{line}; x " + ", ".join(f"{ratio:.2f}" for ratio in ratios))


def full(seeds: Sequence[int], processes: int) -> None:
    """Gap to the long bound after each time, and the fixed roadmaps."""
    rows = in_turn(full_row, seeds, processes)
    for n, (seconds, goal) in enumerate(zip(TIMES, GAPS, strict=True)):
        found = [row.gaps[n] for row in rows]
        mean, median = statistics.mean(found), statistics.median(found)
        print(f"gap after {seconds:g} s: mean {mean:.1%}, median {median:.1%}; asked {goal:.1%}")
    for n, (name, goal) in enumerate((("textbook", 2.0), ("demand-ranked", 1.8), ("greedy", 1.0))):
        found = [row.ratios[n] for row in rows]
        print(f"mean times {name}: {statistics.mean(found):.2f} (least {min(found):.2f}); asked {goal:g}")


class RoleRow(NamedTuple):
    """value: of a second of search. best: known at the end. most: no plan has more. proof: CPU-seconds."""

    value: float
    best: float
    most: float
    proof: float
    line: str

    @property
    def verdict(self) -> str:
        """best (proven), beaten (the proven best is another) or open (no proof within its time)."""
        if self.best < self.most:
            return "open"
        return "best" if self.value >= self.most else "beaten"


def role_row(seed: int) -> RoleRow:
    """One question of a role's postings: a second of search, then a proof that knows what the search found."""
    puzzle = puzzle_of(question(seed, ROLE))
    begin = time.process_time()
    bound = ahead(puzzle, upper_bound(puzzle, LIMIT), AHEAD * LIMIT)  # on its own thread in a plan, in the same second
    between = time.process_time()
    search = Search(puzzle)
    search.run(for_seconds(ROLE_SEARCH))
    found = search.follow(bound.choices)
    after = time.process_time()
    nested = prove(puzzle, bound, found.value, PROOF, lambda choices: search.take(choices).value)
    best = search.best_value
    proof = time.process_time() - after + between - begin
    row = RoleRow(found.value, best, nested.total, proof, "")
    line = f"{seed} {row.verdict}: {found.value:g} of at most {nested.total:g} (known best {best:g})"
    beside = between - begin
    line += (
        f", {found.iterations} rebuilds, search {after - between:.1f} s, beside it {beside:.1f} s, proof {proof:.1f} s"
    )
    return row._replace(line=line)


def role(seeds: Sequence[int], processes: int) -> None:
    """Whether one second of search reaches the proven best; and how many proofs there are, and how soon."""
    rows = in_turn(role_row, seeds, processes)
    count = len(rows)
    tally = {verdict: sum(row.verdict == verdict for row in rows) for verdict in ("best", "beaten", "open")}
    proven = [row.proof for row in rows if row.verdict != "open"]
    print(f"the proven best after a second: {tally['best']} of {count} ({tally['best'] / count:.0%}); asked 90 %")
    print(f"the proven best is a better one: {tally['beaten']}; without a proof: {tally['open']}")
    quick = sum(seconds <= PROVEN_WITHIN for seconds in proven)
    print(f"proven within {PROVEN_WITHIN:g} CPU-seconds: {quick} of {count} ({quick / count:.0%}); asked 85 %")
    gaps = [1 - row.value / row.most for row in rows]
    print(f"gap at most {max(gaps):.1%}, mean {statistics.mean(gaps):.2%}; asked 2 % at most")
    print(f"CPU-seconds of a proof: median {statistics.median(row.proof for row in rows):.1f}")


def in_turn(work: Callable[[int], Any], seeds: Sequence[int], processes: int) -> list[Any]:
    """The rows of these seeds, so many at a time, each printed when it is there."""
    rows = []
    with ProcessPoolExecutor(processes) as pool:
        for row in pool.map(work, seeds):
            print(row.line, flush=True)
            rows.append(row)
    return rows


def large(seeds: Sequence[int], _: int) -> None:
    """Whole plans of 5,000 postings."""
    for seed in seeds:
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


def real(people: Sequence[int], _: int) -> None:
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
        for person in [PEOPLE[n] for n in people if n < len(PEOPLE)]:
            plan = plan_market(context, PlanQuestion(**person), Effort(seconds=10)).plan
            proof = plan.proof
            best = max(plan.comparison, key=lambda row: row.objective)
            print(person, f"{proof.objective:g} ({proof.iterations} iterations), bound {proof.bound:g}")
            times = proof.objective / max(best.objective, 1e-9)
            print(f"   gap {proof.gap:.1%}; {times:.2f} times the best fixed roadmap, {best.title}: {best.objective:g}")
            print(f"   {plan.blocked}", flush=True)


def numbers(text: str) -> range:
    """`50` are the first fifty, `10-19` the second ten."""
    first, _, last = text.rpartition("-")
    return range(int(first), int(last) + 1) if first else range(int(last))


if __name__ == "__main__":
    what, *rest = sys.argv[1:] or ["full"]
    chosen = numbers(rest[0]) if rest else range(3)
    {"full": full, "role": role, "large": large, "real": real}[what](chosen, int(rest[1]) if len(rest) > 1 else 2)
