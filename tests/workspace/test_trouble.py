"""Trouble with the file: one clear line, a way out, and what was kept is kept."""

import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from headway.errors import WorkspaceUnusable
from headway.workspace import database
from headway.workspace.backup import rescue
from headway.workspace.model import Hours
from headway.workspace.seal import attachment
from headway.workspace.store import Store
from tests.workspace.logs import DAY, place


def _filled(folder: Path, entries: int = 40) -> Path:
    path = place(folder)
    with Store(path) as store:
        store.append(DAY, [Hours(hours=1, note=f"note {n} " + "x" * 200) for n in range(entries)])
    return path


def _read(path: Path) -> int:
    with Store(path) as store:
        return len(store.entries())


def _one_line(error: WorkspaceUnusable, path: Path) -> None:
    text = str(error)
    assert str(path) in text
    assert "\n" not in text
    assert error.hint.endswith(".")


def test_a_full_database_says_so_and_keeps_what_was_there(tmp_path: Path) -> None:
    """No page is left (max_page_count): the append fails whole, the log reads on, and goes on once there is room."""
    path = _filled(tmp_path)
    with Store(path) as store:
        pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
        store.connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(WorkspaceUnusable, match="no room is left") as caught:
            store.append(DAY, [Hours(hours=1)] * 5, [attachment("big", b"x" * 100_000)])
        _one_line(caught.value, path)
        assert len(store.entries()) == 40
        store.connection.execute(f"PRAGMA max_page_count={pages + 100}")
        store.append(DAY, [Hours(hours=1)], [attachment("big", b"x" * 100_000)])
    assert _read(path) == 41


def test_a_limit_of_the_file_system_says_so(tmp_path: Path) -> None:
    """A process that may write no file beyond its present length (RLIMIT_FSIZE), as on a full disk."""
    path = _filled(tmp_path)
    program = (
        "import sys; from headway.cli.main import execute; "
        "sys.exit(execute(['log', 'hours', '2', '--note', 'y' * 9000, '--today', '2026-11-20']))"
    )
    limit = path.stat().st_size // 4
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "HEADWAY_HOME": str(tmp_path)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "no room is left" in done.stderr
    assert "Traceback" not in done.stderr
    assert _read(path) == 40


def test_a_read_only_folder_says_so(tmp_path: Path) -> None:
    """As another user's folder, or a disk mounted for reading."""
    path = _filled(tmp_path)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    command = [sys.executable, "-m", "headway", "log", "hours", "2", "--today", "2026-11-20"]
    if os.geteuid() == 0:  # the superuser writes everywhere, unless this power is laid down
        if shutil.which("setpriv") is None:
            pytest.skip("setpriv is not here, and the superuser can write everywhere")
        command = ["setpriv", "--bounding-set", "-dac_override", "--", *command]
    try:
        done = subprocess.run(
            command, env={**os.environ, "HEADWAY_HOME": str(tmp_path)}, capture_output=True, text=True, check=False
        )
    finally:
        path.parent.chmod(0o700)
        path.chmod(0o600)
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "HEADWAY_HOME" in done.stderr
    assert _read(path) == 40


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    """The line names both versions."""
    path = _filled(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=7")
    connection.close()
    with pytest.raises(WorkspaceUnusable, match="newer Headway") as caught:
        Store(path)
    _one_line(caught.value, path)


def test_a_foreign_database_is_left_alone(tmp_path: Path) -> None:
    """Somebody else's SQLite file under our name."""
    path = place(tmp_path)
    path.parent.mkdir(parents=True)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(WorkspaceUnusable, match="not a Headway workspace"):
        Store(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"nothing of a database", b"SQLite format 3\x00" + b"\x00" * 84])
def test_a_file_that_is_no_database_says_so(tmp_path: Path, content: bytes) -> None:
    """Emptied, overwritten, or only the head is left."""
    path = place(tmp_path)
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(WorkspaceUnusable) as caught:
        _read(path)
    _one_line(caught.value, path)


@pytest.mark.parametrize("seed", range(12))
def test_damage_is_seen_and_never_read_as_data(tmp_path: Path, seed: int) -> None:
    """Cut short or sprinkled with random bytes: either every entry is as it was, or one line says it is not."""
    path = _filled(tmp_path, 120)
    with Store(path) as store:
        whole = store.sealed()
    dice = random.Random(seed)
    content = bytearray(path.read_bytes())
    if seed % 3 == 0:
        del content[dice.randrange(100, len(content)) :]
    else:
        for _ in range(1 + seed):
            content[dice.randrange(100, len(content))] ^= 1 + dice.randrange(255)
    path.write_bytes(bytes(content))
    try:
        with Store(path) as store:
            store.entries()
            assert store.sealed() == whole
    except WorkspaceUnusable as error:
        _one_line(error, path)


def test_a_rescue_saves_what_can_be_read(tmp_path: Path) -> None:
    """One body is changed: it is left out and counted, the others are saved."""
    path = _filled(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"note 7 x", b"note 8 x", 1))
    with pytest.raises(WorkspaceUnusable, match="checksum"):
        _read(path)
    bundle, lost = rescue(path)
    assert (len(bundle.sealed), lost) == (39, 1)


def test_a_file_system_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a memory stick."""
    monkeypatch.setattr(database.os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(1, "not permitted")))
    assert _read(_filled(tmp_path)) == 40
    assert [p.name for p in place(tmp_path).parent.iterdir()] == ["workspace.sqlite3"]
