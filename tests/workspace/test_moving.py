"""All data out, in, copied and erased, at the level of the file."""

import datetime as dt
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from headway.errors import BadOption, UnreadableFile, WorkspaceUnusable
from headway.learner.model import Evidence
from headway.workspace.backup import back_up, rescue
from headway.workspace.bundle import Bundle, contents, log_lines, of_lines, read_bundle, write_folder, write_zip
from headway.workspace.erase import erase_all, erase_entries
from headway.workspace.fold import fold
from headway.workspace.model import Applied, Body, Entry, Finished, Hours, Posted, Said, Shown, Undone
from headway.workspace.seal import attachment, seal
from headway.workspace.store import Store
from tests.workspace.logs import DAY, logs, place

SECRET = "Zebulon-Quartz-7731"


def _filled(path: Path) -> Bundle:
    """Names in every place a person's words can stand."""
    with Store(path) as store:
        store.append(DAY, [Hours(hours=2, resource="a", note=SECRET), Finished(resource="a", note=SECRET)])
        store.append(DAY, [Applied(number=1, posting=Posted(title=SECRET, company=SECRET, text=SECRET * 500))])
        store.append(DAY, [Hours(hours=1)], [attachment(f"{SECRET}.txt", SECRET.encode() * 3000)])
        return Bundle(store.sealed(), store.attachments())


@pytest.mark.parametrize("write", [write_folder, write_zip])
def test_an_export_comes_back_whole(tmp_path: Path, write: Callable[..., None]) -> None:
    """Folder and zip: the same entries and files, byte for byte, twice the same bytes."""
    bundle = _filled(place(tmp_path))
    for name in ("one.zip", "two.zip"):
        write(contents(bundle), tmp_path / name)
    assert read_bundle(tmp_path / "one.zip") == bundle
    if write is write_zip:
        assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with Store(place(tmp_path / "other")) as store:
        assert store.merge(bundle.sealed, bundle.attachments) == len(bundle.sealed)
        assert store.merge(bundle.sealed, bundle.attachments) == 0
        assert Bundle(store.sealed(), store.attachments()) == bundle


@settings(suppress_health_check=list(HealthCheck), max_examples=25)
@given(logs)
def test_any_log_survives_export_and_import(tmp_path: Path, log: list[Entry]) -> None:
    """The state after the round trip is the state before."""
    sealed = tuple(seal(int(e.id[:8]), e.date, e.body) for e in log)
    bundle = of_lines(log_lines(sealed), "test")
    path = place(tmp_path)
    shutil.rmtree(tmp_path / "profiles", ignore_errors=True)
    with Store(path) as store:
        store.merge(bundle.sealed, bundle.attachments)
        assert fold(store.entries()) == fold(log)


def test_two_machines_come_together(tmp_path: Path) -> None:
    """The same workspace went on in two places: both ways, both have all of it, in the same order."""
    stores = [Store(place(tmp_path / name)) for name in ("one", "two")]
    stores[0].append(DAY, [Hours(hours=1)])
    stores[1].merge(stores[0].sealed(), ())
    stores[0].append(DAY, [Hours(hours=2)])
    stores[1].append(DAY, [Hours(hours=3)])
    for here, there in (stores, stores[::-1]):
        here.merge(there.sealed(), there.attachments())
    assert stores[0].sealed() == stores[1].sealed()
    assert len(stores[0].sealed()) == 3
    for store in stores:
        store.close()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda lines: lines.replace(b'"hours":2', b'"hours":3', 1), "checksum"),
        (lambda lines: lines + b"{not json}\n", "line 5"),
        (lambda lines: lines + lines.splitlines(keepends=True)[0], "comes twice"),
        (lambda lines: lines.replace(b'"hours"', b'"flight"', 1), "checksum"),
        (lambda lines: b'{"id":"1","date":"2026-11-20","body":{}}\n', "no id"),
        (lambda lines: b"[" * 100_000, "line 1"),
    ],
)
def test_a_spoiled_log_is_refused(tmp_path: Path, spoil: Callable[[bytes], bytes], told: str) -> None:
    """One line, naming what is wrong; edits are seen by the checksum."""
    lines = log_lines(_filled(place(tmp_path)).sealed)
    with pytest.raises(UnreadableFile, match=told):
        of_lines(spoil(lines), "log.jsonl")


@pytest.mark.parametrize(
    "body",
    [
        Hours(hours=1e300),
        Hours(hours=-2),
        Finished(resource="a", hours=0),
        Said(levels={"python": 9}),
        Shown(pieces=(Evidence(id="x", skill="python", kind="lab", source="lab", level=2, strength=1e9),)),
    ],
)
def test_nonsense_with_a_right_checksum_is_refused(tmp_path: Path, body: Body) -> None:
    """From outside, and from our own hand before it is written."""
    with pytest.raises(UnreadableFile, match="cannot be"):
        of_lines(log_lines((seal(1, DAY, body),)), "log.jsonl")
    with pytest.raises(UnreadableFile, match="cannot be"):
        of_lines(log_lines((seal(1, dt.date(9999, 1, 1), Hours(hours=1)),)), "log.jsonl")
    with Store(place(tmp_path)) as store:
        with pytest.raises(BadOption, match="cannot be kept"):
            store.append(DAY, [Hours(hours=1), body])
        assert store.entries() == ()


def test_an_entry_cannot_undo_a_later_one() -> None:
    """Two that undo each other would have no meaning."""
    other = seal(9, DAY, Hours(hours=1))
    lines = log_lines((seal(3, DAY, Undone(entry=other.id)), other))
    with pytest.raises(UnreadableFile, match="undoes one that came later"):
        of_lines(lines, "log.jsonl")


def test_a_spoiled_export_is_refused(tmp_path: Path) -> None:
    """An attachment that is missing, changed, or whose name leads elsewhere; a manifest that counts otherwise."""
    files = contents(_filled(place(tmp_path)))
    name = next(n for n in files if n.startswith("attachments/"))
    manifest = files["manifest.json"]
    broken = {
        "missing": {n: c for n, c in files.items() if n != name},
        "as it was written": {**files, name: b"other"},
        "no name of an attachment": {
            **files,
            "manifest.json": manifest.replace(name.removeprefix("attachments/").encode(), b"../../../etc/passwd"),
        },
        "says 9": {**files, "manifest.json": manifest.replace(b'"entries": 4', b'"entries": 9')},
        "is missing": {"log.jsonl": files["log.jsonl"]},
    }
    for number, (told, content) in enumerate(broken.items()):
        write_zip(content, tmp_path / f"{number}.zip")
        with pytest.raises(UnreadableFile, match=told):
            read_bundle(tmp_path / f"{number}.zip")


def test_a_broken_archive_is_refused(tmp_path: Path) -> None:
    """Cut short, or encrypted, or no archive at all."""
    bundle = _filled(place(tmp_path))
    write_zip(contents(bundle), tmp_path / "whole.zip")
    whole = (tmp_path / "whole.zip").read_bytes()
    for number, content in enumerate(
        (whole[:200], whole[:-300], b"PK\x03\x04 nothing", whole.replace(SECRET.encode()[:4], b"zzzz"))
    ):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(content)
        if content != whole:
            with pytest.raises(UnreadableFile):
                read_bundle(path)
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_bundle(tmp_path / "nowhere")


def test_a_bit_that_fell_over_is_told(tmp_path: Path) -> None:
    """Whatever byte of an archive is spoiled: it is read as it was written, or one line says that it is not."""
    bundle = _filled(place(tmp_path))
    path = tmp_path / "whole.zip"
    write_zip(contents(bundle), path)
    whole = path.read_bytes()
    for place_ in range(0, len(whole), 7):
        spoiled = bytearray(whole)
        spoiled[place_] ^= 0xFF
        path.write_bytes(bytes(spoiled))
        try:
            assert read_bundle(path) == bundle
        except UnreadableFile:
            continue


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small archive that unpacks to more than the limit."""
    monkeypatch.setattr("headway.workspace.bundle.MOST_BYTES", 1_000_000)
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b" " * 2_000_000)
    with pytest.raises(UnreadableFile, match="unpacks to more"):
        read_bundle(tmp_path / "bomb.zip")


def test_a_backup_holds_everything_while_others_write(tmp_path: Path) -> None:
    """One file, for its owner only, without companions, equal to what was there."""
    bundle = _filled(place(tmp_path))
    target = tmp_path / "backup.sqlite3"
    with Store(place(tmp_path)) as store, Store(place(tmp_path)) as other:
        other.append(DAY, [Hours(hours=5)])
        found = back_up(store, target)
        assert found == Bundle(store.sealed(), store.attachments())
    assert len(found.sealed) == len(bundle.sealed) + 1
    assert read_bundle(target) == found
    assert target.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("backup")] == ["backup.sqlite3"]


def test_a_damaged_backup_is_refused(tmp_path: Path) -> None:
    """It is read back with the same care."""
    _filled(place(tmp_path))
    target = tmp_path / "backup.sqlite3"
    with Store(place(tmp_path)) as store:
        back_up(store, target)
    content = target.read_bytes()
    target.write_bytes(content.replace(SECRET.encode(), b"Zebulon-Quartz-7732", 1))
    with pytest.raises(UnreadableFile):
        read_bundle(target)
    target.write_bytes(content[: len(content) // 2])
    with pytest.raises(UnreadableFile):
        read_bundle(target)


@pytest.mark.parametrize("content", [5, 10**15, 2.5, "words"])
def test_an_attachment_that_is_no_file_any_more_is_refused(tmp_path: Path, content: object) -> None:
    """In a backup, and in the workspace itself: damage turns bytes into numbers and texts too."""
    _filled(place(tmp_path))
    with sqlite3.connect(place(tmp_path)) as connection:
        connection.execute("UPDATE attachment SET content = ?", (content,))
    connection.close()
    with pytest.raises(UnreadableFile, match="attachment is not"):
        read_bundle(place(tmp_path))
    with Store(place(tmp_path)) as store, pytest.raises(WorkspaceUnusable, match="attachment"):
        store.attachments()
    bundle, lost = rescue(place(tmp_path))
    assert (len(bundle.sealed), bundle.attachments, lost) == (4, (), 1)


def test_a_workspace_that_is_open_is_read_whole(tmp_path: Path) -> None:
    """What was written last lies in the journal beside the file as long as somebody has it open."""
    _filled(place(tmp_path))
    with Store(place(tmp_path)) as store:
        store.append(DAY, [Hours(hours=3)])
        assert len(read_bundle(place(tmp_path)).sealed) == 5


def _holding(folder: Path, words: bytes) -> list[str]:
    return [p.name for p in sorted(folder.rglob("*")) if p.is_file() and words in p.read_bytes()]


def test_forgetting_leaves_no_byte(tmp_path: Path) -> None:
    """Every file of the folder is searched, before and after; the log's deleted rows, its index and the WAL too."""
    path = place(tmp_path)
    _filled(path)
    with Store(path) as store:
        store.append(DAY, [Hours(hours=1, note=SECRET)])
        assert _holding(tmp_path, SECRET.encode())
        erased = erase_all(store)
        assert (erased.entries, erased.attachments, erased.gone) == (5, 1, True)
    assert _holding(tmp_path, SECRET.encode()) == []
    assert not path.parent.exists()


def test_forgetting_under_the_eyes_of_another_leaves_no_byte(tmp_path: Path) -> None:
    """The file cannot go while it is open; its content does."""
    path = place(tmp_path)
    _filled(path)
    with Store(path) as other:
        assert other.entries()
        with Store(path) as store:
            assert not erase_all(store).gone
        assert _holding(tmp_path, SECRET.encode()) == []


def test_forgetting_some_leaves_the_rest(tmp_path: Path) -> None:
    """One entry goes with what undoes it; the guard stands again afterwards."""
    path = place(tmp_path)
    with Store(path) as store:
        first, kept = store.append(DAY, [Hours(hours=2, note=SECRET), Hours(hours=3)])
        store.append(DAY, [Undone(entry=first.id)])
        assert erase_entries(store, [first.id]).entries == 2
        assert store.entries() == (kept,)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store.connection.execute("DELETE FROM entry")
    assert _holding(tmp_path, SECRET.encode()) == []
