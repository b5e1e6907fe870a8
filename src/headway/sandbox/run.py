"""Run one of our modules in a process of its own, with ceilings on what it may use.

Why: a CV is somebody else's file. A 39 KB PDF can ask for 2.7 GB; a parser may crash. Apart, that
costs one clear line and not the user's terminal. What this does not do: hide files or the network
from the process. It is for our own code on untrusted data, not for untrusted code.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from pathlib import Path
from typing import IO, BinaryIO

import msgspec

from headway.sandbox.model import Bounds, Outcome, Stopped

LAUNCHER = str(Path(__file__).with_name("launch.py"))
OUT_OF_MEMORY = 86
KEPT_ENVIRONMENT = ("SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def _task(module: str, argument: str, bounds: Bounds) -> str:
    fields = msgspec.to_builtins(bounds)
    path = [entry for entry in sys.path if Path(entry).is_absolute()]
    return json.dumps({**fields, "module": module, "argument": argument, "path": path})


def kill_all(process: "subprocess.Popen[bytes]") -> None:
    """End the process and everything it started."""
    if process.poll() is None:
        try:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        except (ProcessLookupError, PermissionError):
            process.kill()
    process.wait()


def _let_go(process: "subprocess.Popen[bytes]", complaints: IO[bytes]) -> None:
    kill_all(process)
    complaints.close()


class _Intake:
    """Takes the answer as it comes, so that the process never waits for a busy caller.

    Knows nothing of `Running`, so that letting go of that ends the process even while this reads.
    """

    def __init__(self, pipe: IO[bytes], most: int) -> None:
        self.parts: list[bytes] = []
        self.full = threading.Event()
        self._pipe = pipe
        self._left = most + (1 << 10)
        self.thread = threading.Thread(target=self._take, daemon=True)
        self.thread.start()

    def _take(self) -> None:
        with self._pipe:
            while part := self._pipe.read(min(self._left, 1 << 16)):
                self.parts.append(part)
                self._left -= len(part)
                if self._left <= 0:
                    self.full.set()
                    return


class Running:
    """A process under way. `result()` waits for it; letting go of the object ends the process."""

    def __init__(self, process: "subprocess.Popen[bytes]", bounds: Bounds, complaints: IO[bytes]) -> None:
        assert process.stdout is not None
        self._process = process
        self._bounds = bounds
        self._complaints = complaints
        self._intake = _Intake(process.stdout, bounds.output_bytes)
        self._end = weakref.finalize(self, _let_go, process, complaints)

    def close(self) -> None:
        """End the process now, whatever it is doing."""
        self._end()

    def result(self) -> Outcome:
        """The answer of the process; raises Stopped when a bound was met or the process died."""
        try:
            code = self._wait()
            return self._judge(code)
        finally:
            self._end()

    def _wait(self) -> int:
        deadline = time.monotonic() + self._bounds.wall_seconds
        self._intake.thread.join(self._bounds.wall_seconds)
        if self._intake.full.is_set():
            raise Stopped(f"more than {self._bounds.output_bytes:,} bytes came back", kind="output")
        try:
            return self._process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise Stopped(f"not done after {self._bounds.wall_seconds:g} s", kind="time") from None

    def _judge(self, code: int) -> Outcome:
        if code == 0:
            head, _, body = b"".join(self._intake.parts).partition(b"\n")
            return Outcome(body, tuple(json.loads(head)))
        if code == OUT_OF_MEMORY:
            raise Stopped(f"more than {self._bounds.memory_bytes:,} bytes of memory asked for", kind="memory")
        if hasattr(signal, "SIGXCPU") and code == -signal.SIGXCPU:
            raise Stopped(f"more than {self._bounds.cpu_seconds} s of processor time used", kind="time")
        raise Stopped(f"the process ended with code {code}", self._last_complaint(), kind="died")

    def _last_complaint(self) -> str:
        size = self._complaints.seek(0, os.SEEK_END)
        self._complaints.seek(max(0, size - 4096))
        lines = self._complaints.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:300] if lines else ""


def start_apart(module: str, argument: str, data: BinaryIO, bounds: Bounds) -> Running:
    """Start `module.work(argument, data's bytes) -> bytes` in a process of its own.

    data: an open file with a descriptor, read from its current place. Nothing of the caller's
    environment is passed on but the folders for temporary files and shared libraries.
    """
    complaints = tempfile.TemporaryFile()  # noqa: SIM115  closed when the process is let go
    environment = {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", "-X", "utf8", LAUNCHER, _task(module, argument, bounds)],
        stdin=data,
        stdout=subprocess.PIPE,
        stderr=complaints,
        env=environment,
        cwd=tempfile.gettempdir(),
        start_new_session=True,
    )
    return Running(process, bounds, complaints)


def run_apart(module: str, argument: str, data: BinaryIO, bounds: Bounds) -> Outcome:
    """Start the work apart and wait for it (see `start_apart`, `Running.result`)."""
    return start_apart(module, argument, data, bounds).result()
