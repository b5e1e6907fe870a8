"""The folder of the market: Parquet segments that never change, and a manifest that says which of them count.

The only door to DuckDB. A reader sees the manifest it opened, whatever a writer does meanwhile.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from headway.errors import UnreadableFile
from headway.market.schema import SCHEMA

MANIFEST = "manifest.json"


class Segment(msgspec.Struct, frozen=True):
    """One Parquet file of the market."""

    file: str
    rows: int


class Manifest(msgspec.Struct, frozen=True):
    """What counts as imported."""

    segments: tuple[Segment, ...] = ()


class Store:
    """The market in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest = self._read()

    def _read(self) -> Manifest:
        path = self.folder / MANIFEST
        try:
            return msgspec.json.decode(path.read_bytes(), type=Manifest)
        except FileNotFoundError:
            return Manifest()
        except (OSError, msgspec.DecodeError) as error:
            raise UnreadableFile(f"{path} cannot be read: {error}.", "Import the postings again.") from error

    def add(self, name: str, table: pa.Table) -> None:
        """Keep a table as the segment `name`; the same name again changes nothing."""
        file = f"{name}.parquet"
        if any(segment.file == file for segment in self.manifest.segments):
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        temporary = self.folder / f".{file}.{os.getpid()}.tmp"
        pq.write_table(table.cast(SCHEMA), temporary, compression="zstd")
        temporary.replace(self.folder / file)
        self._keep(Manifest((*self.manifest.segments, Segment(file, table.num_rows))))

    def _keep(self, manifest: Manifest) -> None:
        temporary = self.folder / f".{MANIFEST}.{os.getpid()}.tmp"
        temporary.write_bytes(msgspec.json.format(msgspec.json.encode(manifest)))
        temporary.replace(self.folder / MANIFEST)
        self.manifest = manifest

    @contextlib.contextmanager
    def _connection(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with duckdb.connect(":memory:") as connection:
            paths = [str(self.folder / segment.file) for segment in self.manifest.segments]
            if paths:
                connection.read_parquet(paths).create_view("advert")
            else:
                connection.register("advert", SCHEMA.empty_table())
            connection.execute(sql("views"))
            connection.execute(sql("macros"))
            yield connection

    def ask(self, name: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """The answer of sql/NAME.sql with named parameters ($name)."""
        with self._connection() as connection:
            return connection.sql(sql(name), params=dict(parameters or {})).to_arrow_table()


def sql(name: str) -> str:
    """The text of sql/NAME.sql."""
    return (files("headway.market") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
