"""The folder of the market: Parquet segments that never change, and a manifest that says which of them count.

The only door to DuckDB. A reader sees the manifest it opened, whatever a writer does meanwhile.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import duckdb
import msgspec
import pyarrow as pa

from headway.market.empty import create
from headway.market.lean_arrow import keep_pandas_out
from headway.market.lock import hold_for_reading
from headway.market.manifest import read_manifest
from headway.market.schema import COPIES, SCHEMA
from headway.whole import whole

MEMORY: Final = "1GB"
"""That DuckDB may hold while an import makes the tables of `ask_counts`: 1.4 GB in all for a million rows, not 4.4."""
COUNTED: Final = ("counted_code", "counted_row")
KEPT_FROM: Final = 20_000
"""Adverts from which on the tables of `ask_counts` are worth a file."""
FORM: Final = 2
"""To be raised when these tables change."""


class Store:
    """The market in one folder, as it was when this was made. The files it names stay as long as it is in use."""

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        """cache: a folder for what can be made again; None: it is made again each time."""
        keep_pandas_out()
        self.folder = folder
        self.cache = cache
        self._hold = hold_for_reading(folder)
        self.manifest = read_manifest(folder)
        self._shared: duckdb.DuckDBPyConnection | None = None
        self._counted = False

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Questions inside share one connection and its tables: opening and counting is most of what a small market
        takes. For one thread."""
        with self._connection() as connection:
            self._shared, self._counted = connection, False
            try:
                yield
            finally:
                self._shared = None

    @contextlib.contextmanager
    def _connection(self) -> Iterator[duckdb.DuckDBPyConnection]:
        if self._shared is not None:
            yield self._shared
            return
        with duckdb.connect(":memory:") as connection:
            self._adverts(connection)
            self._copies(connection)
            connection.execute(sql("views"))
            connection.execute(sql("macros"))
            yield connection

    def _adverts(self, connection: duckdb.DuckDBPyConnection) -> None:
        """The view `advert`: today's columns, null where an older segment lacks one; replaced rows left out."""
        connection.execute(create("columns", SCHEMA))
        paths = [str(self.folder / segment.file) for segment in self.manifest.segments]
        if not paths:
            connection.execute(sql("advert_none"))
            return
        rows = connection.read_parquet(paths, filename=True, file_row_number=True, union_by_name=True)
        rows.create_view("segment_row")
        if self.manifest.gone:
            connection.read_parquet([str(self.folder / file) for file in self.manifest.gone]).create_view("gone")
        connection.execute(sql("advert_replaced" if self.manifest.gone else "advert_all"))

    def _copies(self, connection: duckdb.DuckDBPyConnection) -> None:
        """The view `copy`. Adverts that came after it was made stand for themselves until the import ends."""
        if self.manifest.copies:
            connection.read_parquet(str(self.folder / self.manifest.copies)).create_view("copy_row")
            connection.execute(create("copy_columns", COPIES))
            connection.execute(sql("copy_all"))
        else:
            connection.execute(create("copy", COPIES))

    def ask(self, name: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """The answer of sql/NAME.sql with named parameters ($name)."""
        with self._connection() as connection:
            return connection.sql(sql(name), params=dict(parameters or {})).to_arrow_table()

    def ask_about(self, name: str, ids: Sequence[str]) -> pa.Table:
        """The answer of sql/NAME.sql about a few postings ($ids) and no others, without reading the texts of the rest.

        Texts are most of a market's bytes. DuckDB passes over them where rows are named by number, not where by id.
        """
        with self._connection() as connection:
            asked = {"ids": list(ids)}
            places = connection.sql(sql("places"), params=asked).fetchall() if self.manifest.segments else []
            if places:
                _narrow(connection, places)
            return connection.sql(sql(name), params=asked).to_arrow_table()

    def make_counts(self) -> None:
        """Make the tables of ask_counts ahead, for a large market. Where that fails the first question makes them."""
        kept = self._kept()
        if kept and not all(path.exists() for path in kept.values()):
            with self._connection() as connection, contextlib.suppress(duckdb.Error):
                spilled = next(iter(kept.values())).with_name(f"counting-{os.getpid()}")
                connection.execute("SET temp_directory = ?", [str(spilled)])
                connection.execute("SET memory_limit = ?", [MEMORY])
                _make(connection, kept)

    def ask_counts(self, name: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """The same for a question to `counted_row` and `counted_code`: the postings as counting needs them, in numbers.

        For a large market they are kept in the cache, under a digest of what is imported.
        """
        with self._connection() as connection:
            if self._shared is None or not self._counted:
                self._count(connection)
                self._counted = self._shared is not None
            return connection.sql(sql(name), params=dict(parameters or {})).to_arrow_table()

    def _count(self, connection: duckdb.DuckDBPyConnection) -> None:
        """The tables of `ask_counts`, from the cache where they are kept."""
        kept = self._kept()
        if kept and all(path.exists() for path in kept.values()):
            for table, path in kept.items():
                connection.read_parquet(str(path)).create_view(table)
        else:
            _make(connection, kept)
        connection.execute(sql("counted_there"))

    def _kept(self) -> dict[str, Path]:
        """Where the tables of ask_counts are kept; empty where they are not."""
        if self.cache is None or sum(segment.rows for segment in self.manifest.segments) < KEPT_FROM:
            return {}
        content = (FORM, self.manifest.segments, self.manifest.gone, self.manifest.copies)
        digest = hashlib.blake2b(msgspec.json.encode(content), digest_size=12).hexdigest()
        return {table: self.cache / f"counts-{digest}-{table}.parquet" for table in COUNTED}


def _narrow(connection: duckdb.DuckDBPyConnection, places: Sequence[tuple[str, list[int]]]) -> None:
    """Let `segment_row` hold these rows only."""
    for number, (path, rows) in enumerate(places):
        file = connection.read_parquet(path, filename=True, file_row_number=True)
        file.filter(" OR ".join(f"file_row_number = {row}" for row in rows)).create_view(f"part_{number}")
    parts = " UNION ALL BY NAME ".join(f"FROM part_{number}" for number in range(len(places)))
    connection.execute(f"CREATE OR REPLACE VIEW segment_row AS {parts}")


def _make(connection: duckdb.DuckDBPyConnection, kept: Mapping[str, Path]) -> None:
    for table in COUNTED:
        connection.execute(sql(table))
    _keep(connection, kept)


def _keep(connection: duckdb.DuckDBPyConnection, kept: Mapping[str, Path]) -> None:
    """Write the tables, each whole or not at all, and take those of earlier imports away. A full disk does no harm."""
    for table, path in kept.items():
        try:
            with whole(path) as fresh:
                connection.table(table).write_parquet(str(fresh), compression="zstd")
        except (duckdb.Error, OSError):
            return
    for path in {old for each in kept.values() for old in each.parent.glob("counts-*.parquet")} - set(kept.values()):
        with contextlib.suppress(OSError):
            path.unlink()


def sql(name: str) -> str:
    """The text of sql/NAME.sql."""
    return (files("headway.market") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
