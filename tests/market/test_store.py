"""The door to DuckDB: a few postings read without the rest, tables without rows, tables of counts made ahead."""

from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from headway.market import store as store_module
from headway.market.empty import create
from headway.market.schema import COPIES, SCHEMA, table_of
from headway.market.scope import Scope
from headway.market.store import Store
from headway.market.writer import Writer
from tests.market.rows import row, store_of

ROWS = [row(i, "python sql+", company=f"c{i % 7}", text=f"Text {i}", title=f"Job {i}") for i in range(40)]
WHAT = Scope().parameters()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files, the second with three new texts for rows of the first."""
    made = store_of(tmp_path, ROWS[:30]).folder
    with Writer(made) as writer:
        writer.keep(table_of(ROWS[30:]))
        writer.keep(table_of([row(i, "rust", text=f"New {i}", content="abc") for i in (3, 4, 5)]))
    return made


@pytest.mark.parametrize("numbers", [(3,), (0, 5, 29, 39), (30,), (77,), (1, 77), tuple(range(40))])
def test_a_few_postings_are_told_as_if_all_were_read(folder: Path, numbers: tuple[int, ...]) -> None:
    """Replaced rows stay replaced, rows of several files come together, and what is not there is left out."""
    ids = [f"{number:06d}" for number in numbers]

    few = _by_id(Store(folder).ask_about("detail", ids))

    assert few == _by_id(Store(folder).ask("detail", {"ids": ids}))
    assert sorted(few) == [id_ for id_ in ids if id_ != "000077"]


def test_what_was_replaced_is_told_anew(folder: Path) -> None:
    """The newer text, once."""
    assert [each["text"] for each in Store(folder).ask_about("detail", ["000004"]).to_pylist()] == ["New 4"]


def test_an_invented_posting_is_not_told_beside_real_ones(tmp_path: Path) -> None:
    """Though it is asked for alone, and no other row is looked at for its text."""
    invented = [row(100, "python", text="Invented", invented=True)]

    assert _by_id(store_of(tmp_path / "mixed", ROWS + invented).ask_about("detail", ["000100"])) == {}
    assert list(_by_id(store_of(tmp_path / "alone", invented).ask_about("detail", ["000100"]))) == ["000100"]


def test_an_empty_market_has_none(tmp_path: Path) -> None:
    """No file at all."""
    assert Store(tmp_path).ask_about("detail", ["000001"]).num_rows == 0


@pytest.mark.parametrize("schema", [SCHEMA, COPIES])
def test_an_empty_table_has_the_columns_of_its_schema(schema: pa.Schema) -> None:
    """Name for name and type for type as DuckDB reads an Arrow table."""
    with duckdb.connect() as connection:
        connection.execute(create("made", schema))
        connection.register("given", schema.empty_table())
        assert connection.sql("DESCRIBE made").fetchall() == connection.sql("DESCRIBE given").fetchall()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where counts are kept; every market counts as large."""
    monkeypatch.setattr(store_module, "KEPT_FROM", 1)
    made = tmp_path / "cache"
    made.mkdir()
    return made


def test_counts_made_ahead_are_what_the_first_question_reads(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question makes nothing itself and is answered as by a store that keeps nothing."""
    Store(folder, cache).make_counts()
    assert sorted(path.name.rsplit("-", 1)[1] for path in cache.iterdir()) == [
        "counted_code.parquet", "counted_row.parquet",
    ]  # fmt: skip
    expected = Store(folder).ask_counts("scope", WHAT)

    monkeypatch.setattr(store_module, "_make", _never)

    assert Store(folder, cache).ask_counts("scope", WHAT).equals(expected)
    Store(folder, cache).make_counts()


def test_a_small_market_keeps_no_counts(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does a store without a cache: neither makes a table."""
    monkeypatch.setattr(store_module, "_make", _never)
    Store(folder).make_counts()
    monkeypatch.setattr(store_module, "KEPT_FROM", 44)

    Store(folder, cache).make_counts()

    assert list(cache.iterdir()) == []


def test_counts_that_cannot_be_made_ahead_leave_nothing_behind(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too little memory: no error, no half-written file, and the first question is answered all the same."""
    expected = Store(folder).ask_counts("scope", WHAT)
    monkeypatch.setattr(store_module, "MEMORY", "10KB")

    Store(folder, cache).make_counts()

    assert list(cache.iterdir()) == []
    assert Store(folder, cache).ask_counts("scope", WHAT).equals(expected)


def _never(*given: object) -> None:
    raise AssertionError("nothing was to be made")


def _by_id(table: pa.Table) -> dict[str, Any]:
    return {each["id"]: each for each in table.to_pylist()}
