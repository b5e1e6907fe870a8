"""Import speed without understanding, memory of a long file, and what a second import costs.

    python benchmarks/market_import.py postings.jsonl --rows 20000

Grows the given file by recombination of its lines (new ids), imports it in processes of their own, and prints rows a
CPU-second and the largest memory. `--read-only` leaves understanding out: what reading the feed alone costs.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from headway.app.context import open_context


def grown(source: Path, target: Path, rows: int) -> None:
    """`rows` lines: titles and texts of different rows put together, each with an id of its own."""
    seeds = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    dice = random.Random(1)
    with target.open("w", encoding="utf-8") as out:
        for number in range(rows):
            text, head = dice.choice(seeds), dice.choice(seeds)
            row = {**text, "id": number, "title": head["title"], "company": head["company"]}
            out.write(json.dumps(row) + "\n")


def read_only(path: Path) -> None:
    """Every row of the file, and its id and digest, without keeping it."""
    from headway.market.feeds.read import Feed, How
    from headway.market.model import Advert
    from headway.market.understand import content_of, row_id

    started, rows = time.process_time(), 0
    how = How(today=open_context("2026-11-27").today, board="b", limit=16 * 1024 * 1024)
    with path.open("rb") as stream:
        for row in Feed(stream, path.name, how, path).rows():
            rows += 1
            if isinstance(row, Advert):
                row_id(row), content_of(row)
    spent = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"read only: {rows:,} rows, {rows / spent:,.0f} a CPU-second, largest memory {memory:,.0f} MB")


def run(home: Path, path: Path) -> None:
    """`headway market import` in a process of its own."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "headway", "market", "import", str(path), "--today", "2026-11-27"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env={**os.environ, "HEADWAY_HOME": str(home)}, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"import: {time.perf_counter() - started:,.1f} s wall, {cpu:,.1f} CPU-s, {after.ru_maxrss / 1024:,.0f} MB")


def main() -> None:
    """The measurements in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--read-only", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "grown.jsonl"
        grown(asked.source, path, asked.rows)
        print(f"{asked.rows:,} rows, {path.stat().st_size / 1e6:,.0f} MB")
        if asked.read_only:
            read_only(path)
            return
        home = Path(folder) / "home"
        run(home, path)
        run(home, path)
        with path.open("a", encoding="utf-8") as out:
            out.write('{"id": "last", "title": "Analyst", "description": "We use Python."}\n')
        run(home, path)


if __name__ == "__main__":
    main()
