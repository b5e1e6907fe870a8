"""The folder of the market: Parquet segments that never change, and a manifest that says which of them count.

The only door to DuckDB. A reader sees the manifest it opened, whatever a writer does meanwhile.
"""

import contextlib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from headway.market.lock import hold_for_reading
from headway.market.manifest import read_manifest
from headway.market.schema import COPIES, SCHEMA


class Store:
    """The market in one folder, as it was when this was made. The files it names stay as long as it is in use."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._hold = hold_for_reading(folder)
        self.manifest = read_manifest(folder)

    @contextlib.contextmanager
    def _connection(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with duckdb.connect(":memory:") as connection:
            self._adverts(connection)
            self._copies(connection)
            connection.execute(sql("views"))
            connection.execute(sql("macros"))
            yield connection

    def _adverts(self, connection: duckdb.DuckDBPyConnection) -> None:
        """The view `advert`: today's columns, null where an older segment lacks one; replaced rows left out."""
        connection.register("columns", SCHEMA.empty_table())
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
            connection.read_parquet(str(self.folder / self.manifest.copies)).create_view("copy")
        else:
            connection.register("copy", COPIES.empty_table())

    def ask(self, name: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """The answer of sql/NAME.sql with named parameters ($name)."""
        with self._connection() as connection:
            return connection.sql(sql(name), params=dict(parameters or {})).to_arrow_table()


def sql(name: str) -> str:
    """The text of sql/NAME.sql."""
    return (files("headway.market") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
