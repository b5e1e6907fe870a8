"""A market in a folder of its own, filled with the bundled invented postings."""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from headway.app.context import Context
from headway.app.market_import import import_postings
from headway.market.manifest import read_manifest

TODAY = dt.date(2026, 11, 27)


def filled(home: Path) -> Context:
    """The context of a user folder in which the invented postings are imported."""
    context = Context(TODAY, home)
    import_postings(context, (), example=True)
    return context


@cache
def _loaded(home: Path) -> Context:
    context = Context(TODAY, home)
    assert context.knowledge
    assert context.lexicon
    return context


def empty(folder: Path, shared: Path) -> Context:
    """A user folder with nothing in it but what all tests share (`run_home`): loading it takes a second each time."""
    home = folder / "home"
    home.mkdir()
    context = Context(TODAY, home)
    loaded = _loaded(shared)
    vars(context).update(knowledge=loaded.knowledge, lexicon=loaded.lexicon, cache=loaded.cache)
    return context


def state(home: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """What counts: every row in order of its id, and the rows set aside."""
    folder = home / "market"
    manifest = read_manifest(folder)
    tables = [pq.read_table(folder / file).to_pylist() for file in manifest.gone]
    gone = {(each["file"], each["row"]) for table in tables for each in table}
    rows = [
        row
        for segment in manifest.segments
        for number, row in enumerate(pq.read_table(folder / segment.file).to_pylist())
        if (segment.file, number) not in gone
    ]
    files = [folder / each.aside_file for each in manifest.inputs if each.aside_file]
    asides = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return sorted(rows, key=lambda row: str(row["id"])), asides
