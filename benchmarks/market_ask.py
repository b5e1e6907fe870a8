"""How long questions to a market of a million postings take: `python benchmarks/market_ask.py POSTINGS.jsonl [ROWS]`.

The rows are the given postings, understood once, drawn again with other companies, dates and countries; texts are left
out, as no question reads them. Company sizes follow a Zipf law. Prints wall and CPU seconds of each question.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow as pa

from headway.app.context import Context, open_context
from headway.app.market_import import import_postings
from headway.app.market_room import open_store
from headway.market.schema import SCHEMA
from headway.market.store import Store
from headway.market.writer import Writer

SEGMENT = 100_000
COUNTRIES = np.array(["US", "GB", "DE", "FR", "IN", "CA", None], dtype=object)


def drawn(seed: pa.Table, rows: int, number: int) -> pa.Table:
    """One segment of `rows` postings drawn from the seed ones."""
    dice = np.random.default_rng(number)
    table = seed.take(dice.integers(0, seed.num_rows, rows))
    company = dice.zipf(1.3, rows) % 60_000
    days = np.datetime64("2024-01-01") + dice.integers(0, 1000, rows)
    new = {
        "id": pa.array([f"{number:06d}{i:010d}" for i in range(rows)]),
        "source_id": pa.array([f"{number}-{i}" for i in range(rows)]),
        "company": pa.array([f"company {c}" for c in company]),
        "posted": pa.array(days.astype("datetime64[D]")),
        "country": pa.array(COUNTRIES[dice.integers(0, len(COUNTRIES), rows)], pa.string()),
        "text": pa.array([""] * rows),
    }
    for name, column in new.items():
        table = table.set_column(SCHEMA.get_field_index(name), SCHEMA.field(name), column.cast(SCHEMA.field(name).type))
    return table


def grown(context: Context, source: str, rows: int) -> Store:
    """A market of `rows` rows in the folder of the context."""
    folder = Path(tempfile.mkdtemp())
    small = Context(context.today, folder)
    import_postings(small, (source,))
    import pyarrow.parquet as pq

    (path,) = (folder / "market").glob("*.parquet")
    seed = pq.read_table(path).cast(SCHEMA)
    with Writer(context.home / "market") as writer:
        for number in range(-(-rows // SEGMENT)):
            writer.add(drawn(seed, min(SEGMENT, rows - number * SEGMENT), number))
    return open_store(context)


def timed(name: str, ask: object) -> None:
    """Print wall and CPU seconds of one question, the better of two."""
    assert callable(ask)
    best = (1e9, 1e9)
    for _ in range(2):
        wall, cpu = time.perf_counter(), time.process_time()
        ask()
        best = min(best, (time.perf_counter() - wall, time.process_time() - cpu))
    print(f"{name:40s} {best[0]:7.2f} s wall {best[1]:7.2f} s CPU", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("postings")
    parser.add_argument("rows", type=int, nargs="?", default=1_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["HEADWAY_HOME"] = os.environ.get("HEADWAY_BENCH_HOME", home)
        context = open_context("2026-11-20")
        wall = time.perf_counter()
        store = grown(context, options.postings, options.rows)
        size = sum(p.stat().st_size for p in store.folder.glob("*.parquet"))
        print(f"{options.rows} rows made in {time.perf_counter() - wall:.0f} s, {size / 1e6:.0f} MB of Parquet")


if __name__ == "__main__":
    main()
