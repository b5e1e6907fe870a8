"""An import that is killed, meets a full disk, or meets another import: nothing is lost, doubled or half-written."""

import errno
import json
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from headway.app.context import Context
from headway.app.market_import import import_postings
from headway.app.market_keep import forget, reread, reset
from headway.app.market_listing import listing
from headway.app.market_room import folder_of, open_store
from headway.cli.main import execute
from headway.errors import BadOption, DiskFull, MarketBusy
from headway.market import manifest as manifest_file
from headway.market.lock import hold_for_writing
from headway.market.manifest import read_manifest
from headway.market.writer import Writer
from tests.market.room import empty, state

ROWS = 60
KILLER = """
import os, pathlib, signal, sys
from headway.market import intake
from headway.cli.main import execute

intake.SEGMENT, intake.CHUNK = 10, 5
left = int(sys.argv[1])

def dying(real):
    def step(*args, **kwargs):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **kwargs)
    return step

os.fsync = dying(os.fsync)
pathlib.Path.replace = dying(pathlib.Path.replace)
pathlib.Path.unlink = dying(pathlib.Path.unlink)
sys.exit(execute(["market", "import", *sys.argv[2:], "--today", "2026-11-27"]))
"""


def postings(path: Path, rows: int = ROWS, word: str = "Python") -> str:
    """A file of postings in which every tenth row is bad."""
    with path.open("w", encoding="utf-8") as out:
        for number in range(rows):
            row = {"id": number, "title": "Analyst", "description": f"Requirements\n- {word} and SQL, team {number}"}
            out.write(("no json" if number % 10 == 9 else json.dumps(row)) + "\n")
    return str(path)


def run(home: Path, dies_at: int, *names: str) -> int:
    """An import in a process of its own that kills itself before its n-th write; its exit code."""
    env = {**os.environ, "HEADWAY_HOME": str(home)}
    return subprocess.run([sys.executable, "-c", KILLER, str(dies_at), *names], env=env, capture_output=True).returncode


@pytest.fixture
def context(tmp_path: Path, run_home: Path) -> Context:
    """A user folder with nothing in it."""
    return empty(tmp_path, run_home)


def home_of(tmp_path: Path, run_home: Path, name: str) -> Path:
    """A user folder for another process, with the shared index."""
    home = tmp_path / name
    home.mkdir()
    (home / "cache").symlink_to(run_home / "cache")
    return home


def killed_and_run_again(tmp_path: Path, run_home: Path, moments: list[int]) -> None:
    """Kills at every moment in turn, one folder for all; in the end it holds what one quiet import gives."""
    first, second = postings(tmp_path / "a.jsonl"), postings(tmp_path / "b.jsonl", word="Java")
    quiet, rough = home_of(tmp_path, run_home, "quiet"), home_of(tmp_path, run_home, "rough")
    assert run(quiet, 0, first, second) == 0
    for moment in moments:
        assert run(rough, moment, first, second) in (-9, 0)
        rows, _ = state(rough)
        assert len({row["id"] for row in rows}) == len(rows), f"doubled after a kill at write {moment}"
    assert run(rough, 0, first, second) == 0
    assert state(rough) == state(quiet)
    assert len(state(quiet)[0]) == 2 * ROWS * 9 // 10
    leftovers = [p.name for p in (rough / "market").rglob("*") if p.name.endswith(".tmp")]
    assert leftovers == []


@pytest.mark.parametrize("moment", [2, 5, 8])
def test_an_import_killed_and_run_again(context: Context, tmp_path: Path, run_home: Path, moment: int) -> None:
    """SIGKILL while a segment is written, before the manifest is replaced, and later: run again, it ends as if nothing
    had been."""
    name = postings(tmp_path / "a.jsonl")
    assert run(context.home, moment, name) == -9
    done = len(state(context.home)[0])
    assert import_postings(context, (name,))["unchanged"] == done
    (tmp_path / "quiet").mkdir()
    quiet = empty(tmp_path / "quiet", run_home)
    import_postings(quiet, (name,))
    assert state(context.home) == state(quiet.home)
    assert [p.name for p in folder_of(context).rglob("*.tmp")] == []


@pytest.mark.long
def test_an_import_killed_at_every_write(tmp_path: Path, run_home: Path) -> None:
    """SIGKILL before each write, rename and removal of the whole import, in random order."""
    moments = list(range(1, 60))
    random.Random(7).shuffle(moments)
    killed_and_run_again(tmp_path, run_home, moments)


@pytest.mark.long
def test_an_import_killed_at_any_time(tmp_path: Path, run_home: Path) -> None:
    """SIGKILL by the clock, with the processes that read at work; they end too, and the next import goes on."""
    names = postings(tmp_path / "a.jsonl", rows=6000)
    quiet, rough = home_of(tmp_path, run_home, "quiet"), home_of(tmp_path, run_home, "rough")
    command = [sys.executable, "-m", "headway", "market", "import", names, "--today", "2026-11-20"]
    subprocess.run(command, env={**os.environ, "HEADWAY_HOME": str(quiet)}, check=True, capture_output=True)
    clock = random.Random(11)
    for _ in range(5):
        env = {**os.environ, "HEADWAY_HOME": str(rough)}
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(clock.uniform(0.5, 8))
        process.kill()
        process.wait()
    subprocess.run(command, env={**os.environ, "HEADWAY_HOME": str(rough)}, check=True, capture_output=True)
    assert state(rough) == state(quiet)


def full_disk(monkeypatch: pytest.MonkeyPatch, fails_at: int) -> list[int]:
    """From the n-th write to disk on there is no room; the list counts the writes."""
    real, count = os.fsync, [0]

    def sync(descriptor: int) -> None:
        count[0] += 1
        if count[0] >= fails_at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    return count


@pytest.mark.parametrize("fails_at", [1, 2, 3, 4, 6, 7, 9, 12])
def test_a_full_disk(context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int) -> None:
    """One line says how many postings are safe; no half-written file stays; with room again, the same command ends."""
    monkeypatch.setattr("headway.market.intake.SEGMENT", 10)
    monkeypatch.setattr("headway.market.intake.CHUNK", 5)
    name = postings(tmp_path / "a.jsonl")
    with monkeypatch.context() as patch:
        full_disk(patch, fails_at)
        with pytest.raises(DiskFull, match=r"The \d+ postings kept so far are safe"):
            import_postings(context, (name,))
    folder = folder_of(context)
    assert list(folder.rglob("*.tmp")) == []
    safe = len(state(context.home)[0])
    assert safe % 10 == 0
    result = import_postings(context, (name,))
    assert (result["unchanged"], result["new"], result["set_aside"]) == (safe, 54 - safe, 6)


@pytest.mark.parametrize("most", [10, 3000, 9000])
def test_a_disk_that_is_really_full(context: Context, tmp_path: Path, most: int) -> None:
    """The system refuses to write on, in whatever file it is: bad rows, a segment, the manifest."""
    name = postings(tmp_path / "a.jsonl")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        with pytest.raises(DiskFull, match="no room left to write"):
            import_postings(context, (name,))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(folder_of(context).rglob("*.tmp")) == []
    assert import_postings(context, (name,))["set_aside"] == 6
    assert len(state(context.home)[0]) == 54


def test_two_imports_at_once(context: Context, tmp_path: Path) -> None:
    """The second says which process writes and what to do; it changes nothing, and readers go on."""
    name = postings(tmp_path / "a.jsonl")
    import_postings(context, (name,))
    before = state(context.home)
    lock = hold_for_writing(folder_of(context))
    with pytest.raises(MarketBusy, match=rf"Another import is writing to this market \(process {os.getpid()}\)"):
        import_postings(context, (postings(tmp_path / "b.jsonl"),))
    assert open_store(context).ask("summary")["adverts"].to_pylist() == [54]
    lock.release()
    assert state(context.home) == before
    assert import_postings(context, (postings(tmp_path / "b.jsonl"),))["new"] == 54


def test_a_reader_keeps_what_it_opened(context: Context, tmp_path: Path) -> None:
    """Rows are replaced and a set forgotten meanwhile: the reader that was there first still reads its own state."""
    import_postings(context, (postings(tmp_path / "a.jsonl"),))
    reader = open_store(context)
    before = reader.ask("summary").to_pylist(), reader.ask("listing").to_pylist()
    import_postings(context, (postings(tmp_path / "a.jsonl", word="Rust"),))
    forget(context, "a", None, None, False)
    assert (reader.ask("summary").to_pylist(), reader.ask("listing").to_pylist()) == before
    assert before[0][0]["adverts"] == 54
    assert open_store(context).ask("summary")["adverts"].to_pylist() == [0]
    del reader
    with Writer(folder_of(context)):
        pass
    assert {p.name for p in folder_of(context).glob("*.parquet")} == {read_manifest(folder_of(context)).copies}


def contents(context: Context) -> dict[Path, bytes]:
    """Every file of the market but the locks."""
    return {p: p.read_bytes() for p in folder_of(context).rglob("*") if p.is_file() and p.name[0] != "."}


def test_the_same_file_again_changes_no_byte(context: Context, tmp_path: Path) -> None:
    """Nor does it under another path; the summary says so, with the file of bad rows as before."""
    name = postings(tmp_path / "a.jsonl")
    first = import_postings(context, (name,))
    before = contents(context)
    (tmp_path / "other").mkdir()
    again = import_postings(context, (postings(tmp_path / "other" / "a.jsonl"), name))
    assert contents(context) == before
    assert [each["status"] for each in again["inputs"]] == ["already", "already"]
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 108)
    assert again["inputs"][0]["set_aside_file"] == first["inputs"][0]["set_aside_file"]


def test_the_same_file_twice_in_one_import(context: Context, tmp_path: Path) -> None:
    """Named twice, or a copy of it: read once, its bad rows kept once."""
    name = postings(tmp_path / "a.jsonl")
    result = import_postings(context, (name, name))
    assert [each["status"] for each in result["inputs"]] == ["imported", "already"]
    assert (result["new"], result["unchanged"], len(state(context.home)[1])) == (54, 54, 6)
    assert result["inputs"][0]["set_aside_file"] == result["inputs"][1]["set_aside_file"]


def test_changed_rows_take_the_place_of_the_old_ones(context: Context, tmp_path: Path) -> None:
    """Once, whatever the order of imports; the file that brought the old state is done and does not come back."""
    old, new = postings(tmp_path / "a.jsonl"), tmp_path / "new"
    new.mkdir()
    import_postings(context, (old,))
    result = import_postings(context, (postings(new / "a.jsonl", word="Rust"),))
    assert (result["new"], result["changed"], result["unchanged"]) == (0, 54, 0)
    rows, _ = state(context.home)
    assert len(rows) == 54
    assert all({"rust", "sql"} == {each["skill"] for each in row["skills"]} for row in rows)
    assert import_postings(context, (old,))["unchanged"] == 54
    assert state(context.home)[0] == rows


def test_an_id_that_says_two_things_in_one_file(context: Context, tmp_path: Path) -> None:
    """The first is kept, the second set aside with its line; the same row twice is counted as repeated."""
    a, b = ({"id": 1, "title": "Analyst", "description": f"We use {word}."} for word in ("Python", "SQL"))
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(each) for each in (a, a, b, a)))
    result = import_postings(context, (str(path),))
    assert (result["new"], result["repeated"], result["set_aside"]) == (1, 2, 1)
    (line,) = state(context.home)[1]
    assert json.loads(line)["line"] == 3
    assert json.loads(line)["reason"] == "id 1 is above with other contents"


def test_a_row_of_a_later_file_replaces_that_of_an_earlier(context: Context, tmp_path: Path) -> None:
    """Also within one import, where the first is still on its way: snapshots of a board in order of their names."""
    for day, word in (("01", "Python"), ("02", "Rust")):
        (tmp_path / day).mkdir()
        postings(tmp_path / day / "board.jsonl", word=word)
    result = import_postings(context, (str(tmp_path / "01"), str(tmp_path / "02")))
    assert (result["new"], result["changed"]) == (54, 54)
    assert all("rust" in {each["skill"] for each in row["skills"]} for row in state(context.home)[0])


def test_small_segments_are_put_together(context: Context, tmp_path: Path) -> None:
    """Twenty small imports do not make twenty files for ever."""
    for number in range(20):
        path = tmp_path / f"{number}.jsonl"
        path.write_text(json.dumps({"id": 1, "title": "Analyst", "description": f"We use Python, {number}."}))
        import_postings(context, (str(path),))
    assert len(read_manifest(folder_of(context)).segments) < 16
    assert len(state(context.home)[0]) == 20


def test_reading_again_after_the_knowledge_base_changed(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows carry the new version and nothing else changes; what is up to date is left alone."""
    name = postings(tmp_path / "a.jsonl")
    import_postings(context, (name,))
    before, _ = state(context.home)
    assert reread(context)["reread"] == 0
    monkeypatch.setattr("headway.app.market_import.version_of_knowledge", lambda cache: "another")
    monkeypatch.setattr("headway.app.market_keep.version_of_knowledge", lambda cache: "another")
    assert reread(context)["reread"] == 54
    assert state(context.home)[0] == [{**row, "reader": "another"} for row in before]
    assert reread(context)["reread"] == 0
    assert import_postings(context, (name,))["inputs"][0]["status"] == "already"


def test_what_is_forgotten_can_come_back(context: Context, tmp_path: Path) -> None:
    """By board; the file counts as unread again. Without saying what, nothing is forgotten."""
    first, second = postings(tmp_path / "a.jsonl"), postings(tmp_path / "b.jsonl")
    import_postings(context, (first, second))
    assert forget(context, "a", None, None, False) == {"schema": "headway.market-forget/1", "forgotten": 54, "kept": 54}
    assert import_postings(context, (first,))["new"] == 54
    with pytest.raises(BadOption, match="Say what to forget"):
        forget(context, None, None, None, False)
    with pytest.raises(BadOption, match="--yes"):
        reset(context, sure=False)
    reset(context, sure=True)
    assert state(context.home) == ([], [])


def test_no_copy_of_what_is_forgotten_stays_in_the_cache(context: Context, tmp_path: Path) -> None:
    """The list of all postings is kept there between runs, with companies and pay."""
    context.cache = tmp_path / "own"
    context.cache.mkdir()
    for take_out in (lambda: forget(context, "a", None, None, False), lambda: reset(context, sure=True)):
        import_postings(context, (postings(tmp_path / "a.jsonl", 3), postings(tmp_path / "b.jsonl", 3)))
        listing(context)
        assert list(context.cache.glob("market-listing-*"))
        take_out()
        assert not list(context.cache.glob("market-listing-*"))


def test_a_damaged_manifest_is_told_and_reset_helps(context: Context, run_home: Path) -> None:
    """The only file that cannot be rebuilt says so itself."""
    folder = folder_of(context)
    folder.mkdir()
    (folder / manifest_file.NAME).write_text("{")
    with pytest.raises(Exception, match=r"manifest\.json cannot be read.*headway market reset"):
        open_store(context)
    reset(context, sure=True)
    assert open_store(context).manifest.segments == ()


def test_ctrl_c_leaves_what_was_kept(tmp_path: Path, run_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code of an interrupt, no half-written file, and the lock is free again."""
    name = postings(tmp_path / "a.jsonl")
    monkeypatch.setattr("headway.market.intake.SEGMENT", 10)
    monkeypatch.setattr("headway.market.intake.CHUNK", 5)
    home = tmp_path / "home"
    monkeypatch.setenv("HEADWAY_HOME", str(home))
    home.mkdir()
    (home / "cache").symlink_to(run_home / "cache")
    real, count = Writer.keep, [0]

    def keep(*args: Any, **kwargs: Any) -> None:
        real(*args, **kwargs)
        count[0] += 1
        if count[0] == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Writer, "keep", keep)
        assert execute(["market", "import", name]) == 130
    assert len(state(home)[0]) == 20
    assert execute(["market", "import", name]) == 0
    assert len(state(home)[0]) == 54
