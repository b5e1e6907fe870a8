"""Killed at any instruction: nothing acknowledged is lost, nothing is half-written, the file is never corrupt."""

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from headway.workspace.bundle import read_database
from headway.workspace.model import Hours
from headway.workspace.store import Store
from tests.workspace.logs import place

ROOT = Path(__file__).parent.parent.parent
WRITERS = 2
KILLS_IN_ONE_FOLDER = 8
MOST_LINES = 40


class Heard:
    """What the writers acknowledged, over all kills in one folder."""

    def __init__(self) -> None:
        self.wrote: set[str] = set()
        self.attached: set[str] = set()
        self.touched: set[str] = set()
        self.erased: set[str] = set()
        self.backups: set[str] = set()

    def take(self, output: str) -> None:
        for line in output.splitlines(keepends=True):
            if not line.endswith("\n"):
                continue  # cut by the kill: not acknowledged
            word, *rest = line.split()
            places = {"wrote": self.wrote, "attached": self.attached, "erasing": self.touched, "erased": self.erased}
            places.get(word, self.backups if word == "backed-up" else set()).update(rest)


def _killed_once(path: Path, dice: random.Random, heard: Heard) -> None:
    """Start the writers, wait for a number of acknowledgements and for a moment that nobody knows, kill them all."""
    command = [sys.executable, "-m", "tests.workspace.killed", str(path)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    writers = [
        subprocess.Popen([*command, str(dice.randrange(10**9))], stdout=subprocess.PIPE, env=environment, text=True)
        for _ in range(WRITERS)
    ]
    lines = 1 + int(dice.random() ** 2 * MOST_LINES)  # the first says that it is ready
    outputs = ["".join(writer.stdout.readline() for _ in range(lines)) for writer in writers if writer.stdout]
    time.sleep(dice.random() * 0.01)
    for writer in writers:
        os.kill(writer.pid, signal.SIGKILL)
        time.sleep(dice.random() * 0.01)
    for writer, first in zip(writers, outputs, strict=True):
        output, _ = writer.communicate()
        assert writer.returncode == -signal.SIGKILL, "the writer ended by itself"
        heard.take(first + output)


def _look(path: Path, heard: Heard) -> None:
    """The file as the next command finds it."""
    if not path.exists():
        assert not heard.wrote
        return
    with Store(path) as store:
        assert store.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        entries = store.entries()  # every checksum fits
        files = {a.digest for a in store.attachments()}
    ids = {e.id for e in entries}
    assert heard.wrote - heard.touched <= ids, "an acknowledged entry is lost"
    assert not heard.erased & ids, "an erased entry is back"
    assert heard.attached <= files, "an acknowledged file is lost"
    sizes = Counter(e.body.note for e in entries if isinstance(e.body, Hours))
    halves = {note: n for note, n in sizes.items() if n != int(re.sub(r".* of ", "", note))}
    assert halves == {}, "a group of entries is there in part"
    for backup in heard.backups:
        assert read_database(Path(backup)).sealed


def _kill(times: int, folder: Path, seed: int) -> Counter[str]:
    dice = random.Random(seed)
    seen: Counter[str] = Counter()
    for start in range(0, times, KILLS_IN_ONE_FOLDER):
        heard, path = Heard(), place(folder / str(start))
        for _ in range(min(KILLS_IN_ONE_FOLDER, times - start)):
            _killed_once(path, dice, heard)
            _look(path, heard)
        seen.update(wrote=len(heard.wrote), erased=len(heard.erased), backups=len(heard.backups))
    return seen


def test_killed_ten_times_under_load(tmp_path: Path) -> None:
    """Two writers on one file, killed at random moments."""
    seen = _kill(10, tmp_path, 1)
    assert seen["wrote"] > 20, "the writers hardly wrote: the test says nothing"


@pytest.mark.long
def test_killed_two_hundred_times_under_load(tmp_path: Path) -> None:
    """The same, so often that erasing, backing up and making the file are hit as well."""
    seen = _kill(200, tmp_path, 2)
    assert seen["wrote"] > 1000
    assert seen["erased"]
    assert seen["backups"]


def test_a_torn_file_would_be_noticed(tmp_path: Path) -> None:
    """The look itself: an acknowledged entry that is not there."""
    path = place(tmp_path)
    Store(path).close()
    heard = Heard()
    heard.take("ready\nwrote 00000001-0000000000000000\nwrote 2")
    with pytest.raises(AssertionError, match="acknowledged entry is lost"):
        _look(path, heard)
    assert heard.wrote == {"00000001-0000000000000000"}
    sqlite3.connect(path).close()
