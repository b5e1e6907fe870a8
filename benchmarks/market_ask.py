"""How long questions to a market of a million postings take: `python benchmarks/market_ask.py POSTINGS.jsonl [ROWS]`.

The rows are the given postings (lines of JSON with id, title, company, description), understood once, drawn again with
other companies, dates and countries; texts are left out, as no question here reads them. Company sizes follow a Zipf
law; a tenth of the adverts is marked as copies. Prints wall and CPU seconds of each question, in a warm process.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from headway.app.context import Context, open_context
from headway.app.market_demand import Question, market_demand
from headway.app.market_scope import Wishes
from headway.app.market_trends import market_trends
from headway.app.market_weights import market_weights
from headway.market.manifest import keep_manifest, read_manifest
from headway.market.model import Advert
from headway.market.schema import COPIES, SCHEMA, table_of
from headway.market.understand import Readers, understand
from headway.market.writer import Writer
from headway.mentions.find import Finder
from headway.postings.titles import Titles

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


def seed_of(context: Context, path: str) -> pa.Table:
    """The given postings, understood."""
    readers = Readers(Finder(context.lexicon), Titles(context.knowledge.roles), "benchmark")
    rows = map(json.loads, Path(path).read_text(encoding="utf-8").splitlines())
    adverts = (
        Advert(source="file", board="b", source_id=str(row["id"]), title=row["title"], text=row["description"])
        for row in rows
    )
    return table_of(understand(advert, readers, context.today) for advert in adverts).cast(SCHEMA)


def copies(rows: int) -> pa.Table:
    """Every tenth advert is a copy of the one before it."""
    numbers = [n for n in range(rows) if n % 10 in (8, 9)]
    ids = [f"{n // SEGMENT:06d}{n % SEGMENT:010d}" for n in numbers]
    table = pa.table({"id": ids, "first_id": [ids[i - i % 2] for i in range(len(ids))]})
    table = table.append_column("copies", pa.array([2] * len(ids), pa.int32()))
    for field in list(COPIES)[3:]:
        table = table.append_column(field, pa.nulls(len(ids), field.type))
    return table.select(COPIES.names).cast(COPIES)


def grow(context: Context, path: str, rows: int) -> int:
    """A market of `rows` adverts in the folder of the context; its bytes."""
    seed, folder = seed_of(context, path), context.home / "market"
    with Writer(folder) as writer:
        for number in range(-(-rows // SEGMENT)):
            writer.add(drawn(seed, min(SEGMENT, rows - number * SEGMENT), number))
    pq.write_table(copies(rows), folder / "copies.parquet")
    keep_manifest(folder, msgspec.structs.replace(read_manifest(folder), copies="copies.parquet"))
    return sum(path.stat().st_size for path in folder.glob("*.parquet"))


def timed(name: str, ask: Callable[[], object]) -> None:
    """Print wall and CPU seconds of one question, the better of two."""
    best = (1e9, 1e9)
    for _ in range(2):
        wall, cpu = time.perf_counter(), time.process_time()
        ask()
        best = min(best, (time.perf_counter() - wall, time.process_time() - cpu))
    print(f"{name:44s} {best[0]:7.2f} s wall {best[1]:7.2f} s CPU", flush=True)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("postings")
    parser.add_argument("rows", type=int, nargs="?", default=1_000_000)
    options = parser.parse_args()
    shared = open_context("2026-11-20")
    with tempfile.TemporaryDirectory() as home:
        context = Context(shared.today, Path(home))
        wall = time.perf_counter()
        size = grow(context, options.postings, options.rows)
        print(f"{options.rows} adverts made in {time.perf_counter() - wall:.0f} s, {size / 1e6:.0f} MB of Parquet")
        everything, engineers = Wishes(), Wishes(role="data-engineer", country="DE")
        timed("demand", lambda: market_demand(context, everything, Question()))
        timed("demand of a role in a country", lambda: market_demand(context, engineers, Question()))
        timed("demand --skill python", lambda: market_demand(context, everything, Question(skill="python")))
        timed("trends", lambda: market_trends(context, everything, (), "named", 15))
        timed("trends of a role in a country", lambda: market_trends(context, engineers, (), "named", 15))
        timed("weights of all roles", lambda: market_weights(context, everything, "named"))
        timed("weights of a role", lambda: market_weights(context, Wishes(role="data-engineer"), "named"))


if __name__ == "__main__":
    main()
