"""How long `market jobs` takes to rank 100,000 postings: python benchmarks/market_jobs.py [ROWS].

The postings are grown from the public ones of HEADWAY_SHARED by recombination: the requirements of one, the place, pay,
years and degree of another. Prints wall and CPU seconds of each part, cold (a new process for the command) and inside.
"""

import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pyarrow as pa

from headway.app.context import Context
from headway.app.market_jobs import JobsQuestion, market_jobs
from headway.app.market_value import ValueQuestion, market_value
from headway.app.market_wishes import JobsWish
from headway.app.person import PersonQuestion
from headway.knowledge.load import version_of_knowledge
from headway.market.model import Advert
from headway.market.reading import Readers
from headway.market.schema import SCHEMA, table_of
from headway.market.understand import understand
from headway.market.writer import Writer
from headway.mentions.find import Finder
from headway.postings.titles import Titles

ROOT = Path(__file__).parent.parent
CV = ROOT / "examples" / "mara-lindqvist.pdf"
TODAY = dt.date(2026, 11, 27)
SEED = 7
ASKED = ("skills", "groups", "min_years", "degree", "degree_equivalent", "role", "job", "title", "text", "digest")
"""Columns that come from one posting; the others come from another."""


def grown(context: Context, rows: int) -> pa.Table:
    """`rows` postings, recombined."""
    shared = Path(os.environ.get("HEADWAY_SHARED", ROOT.parent / "shared"))
    lines = (shared / "data" / "postings" / "ml_postings.jsonl").read_bytes().splitlines()
    readers = Readers(Finder(context.lexicon), Titles(context.knowledge.roles), version_of_knowledge(context.cache))
    real = table_of(understand(_advert(msgspec.json.decode(line)), readers, TODAY) for line in lines)
    dice = np.random.default_rng(SEED)
    one, other = (real.take(pa.array(dice.integers(0, len(real), rows))) for _ in range(2))
    columns = {name: (one if name in ASKED else other)[name] for name in SCHEMA.names}
    columns["id"] = pa.array([f"{n:016x}" for n in dice.permutation(rows).tolist()])
    columns["posted"] = pa.array([TODAY - dt.timedelta(days=int(d)) for d in dice.integers(0, 365, rows)], pa.date32())
    return pa.table(columns, schema=SCHEMA)


def _advert(row: dict[str, str]) -> Advert:
    return Advert(
        source="file", board="public", source_id=row["id"], title=row["title"], text=row["description"],
        company=row["company"], locations=(row["location"],),
    )  # fmt: skip


def timed(what: str, run: Callable[[], object]) -> None:
    """Print the seconds of one call."""
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    print(f"{what}: {time.perf_counter() - wall:.2f} s wall, {time.process_time() - cpu:.2f} s CPU")


def main() -> None:
    """Measure."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        context = Context(TODAY, Path(folder))
        with Writer(Path(folder) / "market") as writer:
            writer.add(grown(context, rows))
        person = PersonQuestion(cv=str(CV))
        print(f"{rows} postings")
        timed("market jobs, first", lambda: market_jobs(context, person, JobsQuestion()))
        timed("market jobs, again", lambda: market_jobs(context, person, JobsQuestion()))
        timed("market value", lambda: market_value(context, person, ValueQuestion()))
        timed("market jobs, filtered", lambda: market_jobs(context, person, JobsQuestion(wish=JobsWish(remote=True))))


if __name__ == "__main__":
    main()
