"""A file is there whole or not at all, and written so in one way everywhere."""

import re
from pathlib import Path

import pytest

from headway.whole import beside, whole

SOURCE = Path(__file__).parents[2] / "src" / "headway"
OTHERWISE = {"whole.py", "workspace/database.py", "workspace/backup.py", "app/moving.py", "market/manifest.py"}
"""What renames by itself and why it may: a database linked into place, a copy read back first, a folder, a file and its
folder brought to the disk."""


def test_what_was_there_stays_where_anything_goes_wrong(tmp_path: Path) -> None:
    """And nothing is left beside it."""
    path = tmp_path / "kept.json"
    path.write_text("before")

    def broken() -> None:
        with whole(path) as fresh:
            fresh.write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert [each.name for each in tmp_path.iterdir()] == ["kept.json"]
    assert path.read_text() == "before"
    with whole(path) as fresh:
        assert fresh == beside(path)
        fresh.write_text("after")
    assert [each.name for each in tmp_path.iterdir()] == ["kept.json"]
    assert path.read_text() == "after"


def test_nobody_writes_whole_files_in_a_way_of_their_own() -> None:
    """A file of another name that takes the place of one: only here."""
    own = re.compile(r"\b(?:temporary|fresh|tmp)\.(?:replace|rename)\(")
    found = {str(p.relative_to(SOURCE)) for p in SOURCE.rglob("*.py") if own.search(p.read_text("utf-8"))}
    assert found == OTHERWISE
