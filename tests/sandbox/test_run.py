"""A process apart keeps to its bounds, and every way it can fail has a name."""

import gc
import os
import pickle
import sys
from pathlib import Path

import pytest

from headway.sandbox.launch import bound
from headway.sandbox.model import Bounds, Outcome, Stopped
from headway.sandbox.run import run_apart, start_apart
from tests.waiting import comes_true, runs

JOBS = "tests.sandbox.jobs"
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="needs the bounds that Linux keeps")


def run(job: str, tmp_path: Path, data: bytes = b"", **bounds: float) -> Outcome:
    file = tmp_path / "data"
    file.write_bytes(data)
    with file.open("rb") as opened:
        return run_apart(JOBS, job, opened, Bounds(**bounds))  # type: ignore[arg-type]


def test_the_answer_comes_back(tmp_path: Path) -> None:
    """The job gets the file's bytes and its answer is returned unchanged."""
    assert run("echo", tmp_path, b"\x00\n\xff").output == b"got \x00\n\xff"


@linux_only
def test_no_bound_is_unmet_on_linux(tmp_path: Path) -> None:
    """Where all bounds can be kept, none is reported as missing."""
    assert run("echo", tmp_path).unmet == ()


def test_a_bound_that_the_platform_lacks_is_named() -> None:
    """Nothing is left out silently."""
    assert [bound(object(), name, 1) for name in ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE")] == [
        "memory",
        "processor time",
        "file size",
    ]


def test_what_a_library_prints_does_not_mix_with_the_answer(tmp_path: Path) -> None:
    """Standard output of the job is not the channel of the answer."""
    assert run("print", tmp_path).output == b"answer"


@linux_only
@pytest.mark.parametrize(
    ("job", "bounds", "kind"),
    [
        ("chew", {"cpu_seconds": 1}, "time"),
        ("sleep", {"wall_seconds": 0.3}, "time"),
        ("memory", {"memory_bytes": 1 << 30}, "memory"),
        ("flood", {"output_bytes": 1_000_000}, "output"),
        ("crash", {}, "died"),
        ("raise", {}, "died"),
    ],
)
def test_each_way_to_fail_has_its_name(job: str, bounds: dict[str, float], kind: str, tmp_path: Path) -> None:
    """Time, memory, too much output and death are told apart."""
    with pytest.raises(Stopped) as caught:
        run(job, tmp_path, **bounds)

    assert caught.value.kind == kind


def test_an_error_in_the_job_is_told_in_the_hint(tmp_path: Path) -> None:
    """The last line of the job's traceback helps whoever maintains it."""
    with pytest.raises(Stopped, match="ValueError: no such thing"):
        run("raise", tmp_path)


def test_secrets_in_the_environment_stay_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The job sees none of the caller's variables."""
    monkeypatch.setenv("HEADWAY_SECRET", "x")

    assert b"HEADWAY_SECRET" not in run("environment", tmp_path).output


def test_the_job_starts_without_heavy_modules(tmp_path: Path) -> None:
    """Starting is cheap: no solver, no arrays, no terminal library is imported."""
    modules = set(run("modules", tmp_path).output.decode().split(","))

    assert not modules & {"numpy", "ortools", "typer", "rich", "yaml", "lxml"}


@linux_only
def test_children_of_the_job_end_with_it(tmp_path: Path) -> None:
    """The whole process group is ended, not the job alone."""
    note, file = tmp_path / "child", tmp_path / "data"
    file.write_bytes(bytes(note))
    with file.open("rb") as opened:
        running = start_apart(JOBS, "child", opened, Bounds())
    comes_true(lambda: note.exists() and note.read_text() != "")
    assert runs(note.read_text())

    running.close()

    comes_true(lambda: not runs(note.read_text()))


@linux_only
def test_letting_go_ends_the_process(tmp_path: Path) -> None:
    """Who asks for no result leaves nothing running behind."""
    file = tmp_path / "data"
    file.write_bytes(b"")
    with file.open("rb") as opened:
        running = start_apart(JOBS, "sleep", opened, Bounds())
    number = running._process.pid

    del running
    gc.collect()

    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_the_failure_survives_pickling() -> None:
    """A stopped process can be reported across processes with its kind."""
    again = pickle.loads(pickle.dumps(Stopped("m", "h", "memory")))

    assert (again.message, again.hint, again.kind) == ("m", "h", "memory")
