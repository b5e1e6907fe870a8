"""The same rows whatever understands them: the processes of this machine, Daft, Daft on Ray."""

import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from headway.app.context import Context
from headway.app.market_import import ImportOptions, import_postings
from headway.errors import BadOption, MissingExtra
from headway.market import understand as rows
from headway.market.chunk import Hands
from headway.market.model import Advert
from headway.market.schema import table_of
from tests.market.test_pool import TODAY, adverts, readers

needs_daft = pytest.mark.skipif(find_spec("daft") is None, reason="the extra cluster is not installed")


def through(crew: Hands, given: Sequence[Advert], size: int) -> list[dict[str, object]]:
    """The rows of adverts put in chunks, in the order they come."""
    chunks = [given[at : at + size] for at in range(0, len(given), size)]
    for chunk in chunks:
        crew.put(chunk)
    return [row for _ in chunks for row in crew.take().table.to_pylist()]


def same(engine: str) -> None:
    """Forty adverts in chunks of eight against one loop."""
    from headway.market.cluster import EngineCrew

    given = adverts(40)
    with EngineCrew(readers(), TODAY, engine, 2) as crew:
        found = through(crew, given, 8)
        assert crew.waiting == 0
    assert found == table_of(rows.understand(advert, readers(), TODAY) for advert in given).to_pylist()


def apart(code: str) -> str:
    """What a program of its own prints: Daft keeps one runner for good, and leaves files open."""
    here = Path(__file__).parents[2]
    lines = f"import sys; sys.path.insert(0, sys.argv[1]); {code}"
    ran = subprocess.run(
        [sys.executable, "-c", lines, str(here)], capture_output=True, text=True, timeout=300, cwd=here
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout.strip()


@needs_daft
def test_daft_gives_the_same_rows_in_the_same_order() -> None:
    """In processes of its own, each with its own readers; nothing is reported home."""
    said = apart(
        "from tests.market.test_cluster import same; same('daft'); "
        "from daft.scarf_telemetry import opted_out; print(opted_out())"
    )
    assert said == "True"


@needs_daft
@pytest.mark.long
def test_ray_gives_the_same_rows_in_the_same_order() -> None:
    """Starting a cluster on this machine takes a while. What its processes print is not mixed into the answer."""
    assert apart("from tests.market.test_cluster import same; same('ray')") == ""


def test_an_unknown_engine_is_refused(tmp_path: Path) -> None:
    """With the names there are."""
    with pytest.raises(BadOption, match="spark") as refused:
        import_postings(Context(TODAY, tmp_path), (), example=True, options=ImportOptions(engine="spark"))
    assert "processes, daft, ray" in refused.value.hint


def test_without_the_extra_the_line_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Before anything is read or written."""
    monkeypatch.setitem(sys.modules, "daft", None)
    monkeypatch.delitem(sys.modules, "headway.market.cluster", raising=False)
    with pytest.raises(MissingExtra) as missing:
        import_postings(Context(TODAY, tmp_path), (), example=True, options=ImportOptions(engine="daft"))
    assert "pip install 'headway[cluster]'" in missing.value.hint
    assert list(tmp_path.iterdir()) == []
