"""The file: durable, private, append-only, for several processes at once."""

import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from headway.errors import WorkspaceUnusable
from headway.workspace import database
from headway.workspace.erase import erase_all
from headway.workspace.model import Hours, ReadCv, Started
from headway.workspace.seal import attachment, seal
from headway.workspace.store import Store
from tests.workspace.logs import DAY, place


def test_what_is_appended_is_there_after_closing(tmp_path: Path) -> None:
    """Entries with their files, in order."""
    with Store(place(tmp_path)) as store:
        added = store.append(DAY, [Hours(hours=2), Started(resource="a")], [attachment("cv.txt", b"text")])
    with Store(place(tmp_path)) as store:
        assert store.entries() == added
        assert [(a.name, a.content) for a in store.attachments()] == [("cv.txt", b"text")]


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    """Folder 0700, files 0600, those of the write-ahead log too."""
    path = place(tmp_path)
    with Store(path) as store:
        store.append(DAY, [Hours(hours=2)])
        files = sorted(path.parent.iterdir())
        assert [f.name for f in files] == [path.name, f"{path.name}-shm", f"{path.name}-wal"]
        assert {stat.S_IMODE(f.stat().st_mode) for f in files} == {0o600}
    assert {stat.S_IMODE(f.stat().st_mode) for f in (path.parent, path.parent.parent)} == {0o700}


def test_each_commit_waits_for_the_disk(tmp_path: Path) -> None:
    """WAL with synchronous=FULL (2), deleted content overwritten, scratch data in memory."""
    with Store(place(tmp_path)) as store:
        asked = ("journal_mode", "synchronous", "secure_delete", "temp_store")
        assert [store.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked] == ["wal", 2, 1, 2]


@pytest.mark.parametrize("attack", ["DELETE FROM entry", "UPDATE entry SET body = 'x'", "UPDATE entry SET date = 'x'"])
def test_the_log_refuses_to_be_changed(tmp_path: Path, attack: str) -> None:
    """Even by our own code, short of `forget`."""
    with Store(place(tmp_path)) as store:
        store.append(DAY, [Hours(hours=2)])
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store.connection.execute(attack)
        assert len(store.entries()) == 1


def test_a_group_of_entries_comes_whole_or_not_at_all(tmp_path: Path) -> None:
    """An entry that cannot be written takes the others of its group along."""
    with Store(place(tmp_path)) as store:

        def bodies() -> object:
            yield Hours(hours=1)
            raise RuntimeError

        with pytest.raises(RuntimeError):
            store.append(DAY, bodies())  # type: ignore[arg-type]
        assert store.entries() == ()


def test_what_was_worked_out_from_an_older_log_is_not_written(tmp_path: Path) -> None:
    """Two read the same log; the second to write is told that it has moved, and its entries are not there."""
    with Store(place(tmp_path)) as one, Store(place(tmp_path)) as other:
        seen = one.entries()
        assert other.append_to(seen, DAY, [Hours(hours=1)])
        assert not one.append_to(seen, DAY, [Hours(hours=2)])
        assert [each.body for each in one.entries()] == [Hours(hours=1)]
        assert one.append_to(one.entries(), DAY, [Hours(hours=2)])


def test_many_writers_lose_nothing(tmp_path: Path) -> None:
    """Six threads, each with its own connection, from an empty folder: all entries, numbered without a gap."""

    def write() -> None:
        with Store(place(tmp_path)) as store:
            for _ in range(10):
                store.append(DAY, [Hours(hours=1), Hours(hours=2)])

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Store(place(tmp_path)) as store:
        assert [int(e.id[:8]) for e in store.entries()] == list(range(1, 121))


def test_what_is_read_alone_still_holds_when_it_is_added_to(tmp_path: Path) -> None:
    """Six threads each write how many entries they saw: no two saw the same number."""

    def write() -> None:
        with Store(place(tmp_path)) as store:
            for _ in range(4):
                with store.alone():
                    store.append(DAY, [Hours(hours=1 + len(store.entries()))])

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Store(place(tmp_path)) as store:
        assert [e.body.hours for e in store.entries() if isinstance(e.body, Hours)] == list(range(1, 25))


def test_a_reader_sees_what_another_connection_wrote(tmp_path: Path) -> None:
    """Two doors open at once."""
    with Store(place(tmp_path)) as one, Store(place(tmp_path)) as other:
        one.append(DAY, [Hours(hours=1)])
        assert len(other.entries()) == 1
        other.append(DAY, [Hours(hours=1)])
        assert len(one.entries()) == 2


def test_who_writes_to_an_erased_file_is_told(tmp_path: Path) -> None:
    """A connection left over from before: an entry into a file without a name would be lost."""
    path = place(tmp_path)
    with Store(path) as store:
        store.append(DAY, [Hours(hours=1)])
        path.rename(path.with_name("elsewhere"))
        with Store(path) as fresh:
            fresh.append(DAY, [Hours(hours=3)])
        with pytest.raises(WorkspaceUnusable, match="erased or replaced"):
            store.append(DAY, [Hours(hours=2)])


def test_erasing_while_another_has_it_open_leaves_an_empty_file_that_works(tmp_path: Path) -> None:
    """The other connection goes on and loses nothing it writes."""
    with Store(place(tmp_path)) as other:
        other.append(DAY, [Hours(hours=1)])
        with Store(place(tmp_path)) as store:
            assert not erase_all(store).gone
        assert other.entries() == ()
        other.append(DAY, [Hours(hours=2)])
    with Store(place(tmp_path)) as store:
        assert len(store.entries()) == 1


def test_an_older_file_is_brought_up_to_date(tmp_path: Path) -> None:
    """Steps that are missing are taken, those taken are not taken again; entries stay."""
    path = place(tmp_path)
    with Store(path) as store:
        store.append(DAY, [Hours(hours=2)])
    steps = (*database.migrations(), "CREATE TABLE extra (x);\nINSERT INTO extra VALUES (1);\n")
    for _ in range(2):
        connection = database.connect(path, steps)
        assert connection.execute("SELECT x FROM extra").fetchall() == [(1,)]
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(steps)
        assert connection.execute("SELECT count(*) FROM entry").fetchone()[0] == 1
        connection.close()


def test_a_step_that_fails_leaves_the_older_file(tmp_path: Path) -> None:
    """Whole or not at all."""
    path = place(tmp_path)
    Store(path).close()
    with pytest.raises(WorkspaceUnusable):
        database.connect(path, (*database.migrations(), "CREATE TABLE extra (x);\nINSERT INTO nowhere VALUES (1);\n"))
    connection = database.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'extra'").fetchone()[0] == 0
    connection.close()


def test_the_bytes_of_an_entry_do_not_change() -> None:
    """Ids and checksums of logs that people keep: a new field must not change an old entry."""
    assert seal(7, DAY, Hours(hours=2.5, resource="a")).line() == (
        b'{"id":"00000007-517879040c8bf487","date":"2026-11-20","body":{"kind":"hours","hours":2.5,"resource":"a"}}'
    )
    assert ReadCv.__struct_config__.tag == "cv"
