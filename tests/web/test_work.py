"""Long work: how far it is, stopping it, and whoever would like to stop or begin it from elsewhere."""

import json
import re
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from headway.app.uploads import FOLDER, take_leftovers_away
from headway.app.work import Works
from headway.app.work_model import OVER, Asked, Task, Word
from headway.app.work_piece import Work
from tests.waiting import PATIENCE, comes_true
from tests.web.conftest import HOST, TOKEN, Ask, asker

pytest.importorskip("duckdb", reason="the extra 'market' is not installed")


def postings(count: int) -> bytes:
    """A file of invented postings, each with words of its own."""
    rows = (
        {
            "id": f"p{n}",
            "title": "Data engineer",
            "company": f"Invented {n % 40}",
            "description": f"You build pipelines, number {n}. We need Python, SQL and Docker. " + f"Topic {n}. " * 60,
            "date": f"2026-{1 + n % 10:02}-15",
        }
        for n in range(count)
    )
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def send(person: Ask, content: bytes, name: str = "jobs.jsonl") -> str:
    """Where the browser is sent after a file was given."""
    answer = person("POST", "/market/import", files={"file": (name, content)})
    assert answer.status_code == 303, answer.text
    found: str = answer.headers["location"]
    return found


def work_of(person: Ask) -> dict[str, object]:
    """The newest piece of work."""
    found: dict[str, object] = person("GET", "/api/tasks").json()["works"][0]
    return found


def wait_for(person: Ask, *states: str) -> dict[str, object]:
    """The newest piece of work once it is in one of these states."""
    found = work_of(person)
    end = time.monotonic() + PATIENCE
    while found["state"] not in states:
        assert found["state"] not in OVER, found
        assert time.monotonic() < end, found
        time.sleep(0.1)
        found = work_of(person)
    return found


class Hold:
    """The first process of long work, which can be made to stand still: what a test asserts of work that is under way
    must not hang on how slow the machine is."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.from_the_start = False
        self.there = threading.Event()

    def begun(self, process: "subprocess.Popen[bytes]") -> None:
        """Before it has heard what to do."""
        if self.process is None:
            self.process = process
            if self.from_the_start:
                process.send_signal(signal.SIGSTOP)
            self.there.set()

    def wait(self) -> None:
        """Until it was begun, which may be after whoever asked for it was answered."""
        assert self.there.wait(PATIENCE), "no process was begun"

    @contextmanager
    def still(self) -> Iterator[None]:
        """It stands still within this block: from its start, or from now on if it was begun before."""
        self.from_the_start = True
        if self.process is not None:
            self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.wait()
            assert self.process is not None
            self.process.send_signal(signal.SIGCONT)


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Hold:
    """Knows the process as soon as it was begun."""
    found, real = Hold(), Works._heard

    def heard(self: Works, work: Work, process: "subprocess.Popen[bytes]") -> Word | None:
        found.begun(process)
        return real(self, work, process)

    monkeypatch.setattr(Works, "_heard", heard)
    return found


def test_a_file_of_postings_is_read_and_its_counts_are_shown(person: Ask) -> None:
    """From the form to the market, with what could not be read; the file that was sent is kept nowhere."""
    send(person, postings(30) + b"{broken\n")
    found = wait_for(person, "done")
    page = person("GET", f"/tasks/{found['id']}").text
    assert "<b>30</b>new postings" in page
    assert "<b>1</b>could not be read" in page
    assert "30 postings" in person("GET", "/market").text
    assert _uploads() == []


def _uploads() -> list[Path]:
    from headway.app.context import open_context

    cache = open_context().cache
    assert cache is not None
    return list((cache / FOLDER).glob("*"))


def test_it_can_be_left_looked_at_again_and_stopped_and_nothing_is_half_written(person: Ask, hold: Hold) -> None:
    """Every page leads back to it; it is followed without a script; stopping is certain; the same file goes on."""
    content = postings(20_000)
    send(person, content)
    work = wait_for(person, "working")
    comes_true(lambda: work_of(person)["done"])
    with hold.still():
        page = person("GET", f"/tasks/{work['id']}").text
        assert re.search(r"postings, [\d,]+ a second", page)
        assert '<noscript><meta http-equiv="refresh"' in page
        assert "<progress" in page
        assert f'href="/tasks/{work["id"]}"' in person("GET", "/roles").text
        assert person("POST", f"/tasks/{work['id']}/stop").status_code == 303
    stopped = wait_for(person, "stopped", "done")
    assert stopped["state"] == "stopped"
    assert "nothing is half-written" in person("GET", f"/tasks/{work['id']}").text
    assert f'href="/tasks/{work["id"]}"' not in person("GET", "/roles").text
    assert _uploads() == []
    assert [p.name for p in _market().glob("**/*.tmp")] == []
    send(person, content[: len(content) // 200])
    wait_for(person, "done")


def _market() -> Path:
    from headway.app.context import open_context
    from headway.app.market_room import folder_of

    return folder_of(open_context())


def test_what_waits_its_turn_never_begins_once_it_is_stopped(person: Ask, hold: Hold) -> None:
    """One piece at a time; the others say that they wait."""
    with hold.still():
        send(person, postings(4000))
        first = wait_for(person, "working")
        person("POST", "/market/examples")
        second = work_of(person)
        assert (second["state"], second["seconds"]) == ("waiting", 0.0)
        person("POST", f"/tasks/{second['id']}/stop")
        person("POST", f"/tasks/{first['id']}/stop")
    ended = wait_for(person, "stopped")
    assert ended["id"] == second["id"]
    assert ended["seconds"] == 0.0


def test_a_process_killed_in_the_middle_of_a_word_does_not_hold_up_what_comes_after(
    person: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What it said in part counts as nothing; it is told as failed, and the next piece has its turn."""
    cut = tmp_path / "cut-short"
    cut.write_text('#!/bin/sh\nread -r task\nprintf \'{"type":"finished","res\'\n')
    cut.chmod(0o755)
    with monkeypatch.context() as patch:
        patch.setattr("headway.app.work.sys.executable", str(cut))
        person("POST", "/market/import", files={"file": ("jobs.jsonl", postings(3))})
        assert "died" in str(wait_for(person, "failed")["error"])
    send(person, postings(3))
    wait_for(person, "done")


def test_what_is_stopped_while_it_is_given_its_file_does_not_hold_up_what_comes_after() -> None:
    """Stopping closes the pipe that the content goes through; the worker lives on."""

    class Closed:
        """A pipe that was closed between writing and flushing."""

        def write(self, content: bytes) -> int:
            return len(content)

        def flush(self) -> None:
            raise ValueError("flush of closed file")

    class Process:
        stdin = stdout = Closed()

    task = Task(kind="cv", home="", today="2026-11-29")
    assert Works(lambda: None)._heard(Work(Asked(kind="cv", title=""), task), Process()) is None  # type: ignore[arg-type,return-value]


def test_nobody_else_sees_or_stops_it(person: Ask, stranger: Ask, hold: Hold) -> None:
    """Not without the key, not from another site, not by the number of another start; numbers cannot be guessed."""
    with hold.still():
        send(person, postings(4000))
        work = wait_for(person, "working")
        address = f"/tasks/{work['id']}"
        assert len(str(work["id"])) >= 20
        assert stranger("GET", address).status_code == 401
        assert stranger("POST", f"{address}/stop").status_code == 401
        evil = {"origin": "http://evil.example"}
        assert person("POST", f"{address}/stop", headers=evil).status_code == 403
        assert person("POST", f"/api{address}/stop", headers=evil).status_code == 403
        assert person("POST", "/market/import", files={"file": ("a.csv", b"x")}, headers=evil).status_code == 403
        another = asker({"cookie": f"headway={TOKEN}", "origin": f"http://{HOST}"})
        assert another("GET", address).status_code == 404
        assert another("POST", f"{address}/stop").status_code == 404
        assert person("GET", "/tasks/..%2F..%2Fetc").status_code == 404
        assert work_of(person)["state"] == "working"
        person("POST", f"{address}/stop")
    wait_for(person, "stopped")


@pytest.mark.parametrize("board", ["/etc/passwd", "../jobs.csv", "jobs.csv", "file:///etc/passwd", "-", "nonsense:x"])
def test_a_board_is_never_a_file(person: Ask, board: str) -> None:
    """What a form names is a board or an address of the web; a path is refused before anything begins."""
    answer = person("POST", "/market/import", data={"board": board})
    assert answer.status_code == 400
    assert person("GET", "/api/tasks").json()["works"] == []


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("jobs.exe", b"x", 400),
        ("jobs", b"x", 400),
        ("jobs.csv", b"", 400),
        ("jobs.csv", b"x" * 21_000_000, 413),
        ("", b"", 400),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_and_kept_nowhere(
    person: Ask, name: str, content: bytes, status: int
) -> None:
    """By its ending, by its length, or because it is empty; one line, nothing begun, nothing left behind."""
    answer = person("POST", "/market/import", files={"file": (name, content)})
    assert answer.status_code in (status, 422) if not name else answer.status_code == status
    assert person("GET", "/api/tasks").json()["works"] == []
    assert _uploads() == []


def test_a_files_path_is_not_believed(person: Ask) -> None:
    """The name is a label: it is written nowhere but into its own folder, and shown as text."""
    send(person, postings(3), name="../../../<b>evil.jsonl")
    found = wait_for(person, "done")
    assert "&lt;b&gt;evil.jsonl" in person("GET", f"/tasks/{found['id']}").text
    assert not (_market().parent.parent / "<b>evil.jsonl").exists()


def test_a_file_of_nonsense_says_so_in_one_line(person: Ask) -> None:
    """The same sentence as in the terminal; never a trace."""
    answer = person("POST", "/market/import", files={"file": ("jobs.parquet", b"PAR1 no parquet")})
    found = wait_for(person, "failed")
    page = answer.text if answer.status_code == 400 else person("GET", f"/tasks/{found['id']}").text
    assert 'role="alert"' in page
    assert "Traceback" not in page


def test_uploads_of_a_headway_that_was_killed_go_with_the_next_start(person: Ask) -> None:
    """Only those whose process is gone."""
    from headway.app.context import open_context

    context = open_context()
    assert context.cache is not None
    gone, mine = context.cache / FOLDER / "999999999-a", context.cache / FOLDER / "1-b"
    for folder in (gone, mine):
        folder.mkdir(parents=True)
    take_leftovers_away(context)
    assert (gone.exists(), mine.exists()) == (False, True)


def test_a_cv_that_takes_long_has_a_page_of_its_own_and_can_be_stopped(
    person: Ask, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is not read at once; what is stopped is not kept."""
    from headway.web.pages import work

    monkeypatch.setattr(work, "AT_ONCE", 0.0)
    with hold.still():
        answer = person("POST", "/start/cv", files={"cv": ("big.txt", b"Ana Ruiz\nSkills\nPython, SQL\n" * 2000)})
        assert re.fullmatch(r"/tasks/[\w-]{20,}", answer.headers["location"])
        hold.wait()  # what is stopped before it begins never begins
        person("POST", f"{answer.headers['location']}/stop")
    assert wait_for(person, "stopped", "done")["state"] == "stopped"
    assert "Find your way" in person("GET", "/").text
