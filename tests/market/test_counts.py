"""The tables that counting reads: kept for a large market, made again for a small one, never stale."""

from pathlib import Path

import pytest

from headway.market import store as store_module
from headway.market.demand import Demand, counts_of, demand
from headway.market.schema import table_of
from headway.market.scope import Scope, count
from headway.market.store import Store
from headway.market.writer import Writer
from tests.market.rows import row, store_of

ROWS = [row(i, "python sql+" if i % 3 else "python| docker?", company=f"c{i % 7}") for i in range(40)]


def asked(store: Store) -> Demand:
    """All that the market asks for."""
    counted, split = count(store, Scope())
    return demand(counts_of(store, Scope(), counted, split), split)


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every market counts as large."""
    monkeypatch.setattr(store_module, "KEPT_FROM", 1)


@pytest.mark.usefixtures("large")
def test_what_is_kept_gives_the_same_answer(tmp_path: Path) -> None:
    """Made anew, written, and read back."""
    folder = store_of(tmp_path, ROWS).folder
    cache = tmp_path / "cache"
    cache.mkdir()

    anew = asked(Store(folder))
    written = asked(Store(folder, cache))
    names = sorted(path.name for path in cache.iterdir())
    again = asked(Store(folder, cache))

    assert anew == written == again
    assert len(names) == 2
    assert sorted(path.name for path in cache.iterdir()) == names


@pytest.mark.usefixtures("large")
def test_a_new_import_is_never_answered_from_what_was_kept(tmp_path: Path) -> None:
    """And what was kept of the old one is taken away."""
    folder = store_of(tmp_path, ROWS).folder
    cache = tmp_path / "cache"
    cache.mkdir()
    asked(Store(folder, cache))
    with Writer(folder) as writer:
        writer.keep(table_of([row(100, "cobol")]))

    found = asked(Store(folder, cache))

    assert "cobol" in {each.skill for each in found.skills}
    assert len(list(cache.iterdir())) == 2


@pytest.mark.usefixtures("large")
def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """A full disk, or a folder that is gone."""
    folder = store_of(tmp_path, ROWS).folder

    assert asked(Store(folder, tmp_path / "gone")) == asked(Store(folder))


def test_a_small_market_keeps_nothing(tmp_path: Path) -> None:
    """Counting it again is quicker than a file."""
    folder = store_of(tmp_path, ROWS).folder
    cache = tmp_path / "cache"
    cache.mkdir()

    asked(Store(folder, cache))

    assert list(cache.iterdir()) == []
