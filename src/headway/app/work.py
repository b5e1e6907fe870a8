"""Long work, one piece at a time, each in a process of its own: how far it is, and how to stop it.

A process, not a thread: pages stay quick, memory is given back, and stopping is certain. When this process dies, the
other sees its standard input end and stops too.
"""

import atexit
import secrets
import shutil
import subprocess
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, Final

import msgspec

from headway import errors
from headway.app.context import Context
from headway.app.work_model import OVER, Asked, Finished, State, StoppedHere, Task, Told, Word, Wrong
from headway.errors import BadOption, HeadwayError, UnknownName, WorkerFailed
from headway.sandbox.run import kill_all

Json = dict[str, Any]
MOST_WAITING: Final = 8
KEPT: Final = 50
"""Pieces of work that are over and can still be looked at."""
LONGEST_WORD: Final = 64 * 1024 * 1024
FORCE: Final = 8.0
"""Seconds after which a process that was asked to stop is killed from here as well."""
SURE: Final = 0.02
"""Share from which on the time left is worth telling."""


class Work:
    """One piece of work. Only the worker's thread changes it, but for the wish to stop."""

    def __init__(self, asked: Asked, task: Task) -> None:
        self.id = secrets.token_urlsafe(16)
        self.asked, self.task = asked, task
        self.state: State = "waiting"
        self.told = Told(words="Waiting for what was asked before")
        self.result: Json | None = None
        self.error: HeadwayError | None = None
        self.begun = self.ended = 0.0
        self.seen = False
        self.unwanted = threading.Event()
        self.over = threading.Event()
        self.process: subprocess.Popen[bytes] | None = None

    def json(self) -> Json:
        """How far it is, as a door shows it. rate: of `unit` a second; left: seconds, None where it cannot be told."""
        spent = (self.ended or time.monotonic()) - self.begun if self.begun else 0.0
        share, working = self.told.share, self.state == "working"
        left = spent * (1 - share) / share if working and share is not None and share >= SURE else None
        return {
            "schema": "headway.work/1",
            "id": self.id,
            "kind": self.asked.kind,
            "title": self.asked.title,
            "state": self.state,
            "stopping": self.unwanted.is_set() and self.state not in OVER,
            "words": self.told.words,
            "share": share,
            "done": self.told.done,
            "unit": self.asked.unit,
            "rate": round(self.told.done / spent, 1) if spent > 0 and self.told.done else None,
            "seconds": round(spent, 1),
            "left": None if left is None else round(left, 1),
            "then": self.asked.then,
            "error": None if self.error is None else {"error": self.error.message, "hint": self.error.hint},
            "result": self.result,
        }


class Works:
    """What is under way and what was. One worker; what is asked meanwhile waits its turn."""

    def __init__(self, context: Callable[[], Context], profile: str | None = None) -> None:
        self._context, self._profile = context, profile
        self._all: OrderedDict[str, Work] = OrderedDict()
        self._lock = threading.Lock()
        self._queue: SimpleQueue[Work] = SimpleQueue()
        self._worker: threading.Thread | None = None
        atexit.register(self.close)

    def start(self, asked: Asked) -> Work:
        """Begin, or wait for one's turn. Raises BadOption when too much waits already."""
        context = self._context()
        task = Task(
            kind=asked.kind, home=str(context.home.absolute()), today=context.today.isoformat(),
            profile=self._profile, fields=asked.fields, size=len(asked.content),
        )  # fmt: skip
        work = Work(asked, task)
        with self._lock:
            if sum(each.state not in OVER for each in self._all.values()) > MOST_WAITING:
                _let_go(asked.folder)
                raise BadOption("Too much long work waits already.", "Stop some of it, or wait for its end.")
            self._all[work.id] = work
            for old in [each.id for each in self._all.values() if each.state in OVER][:-KEPT]:
                del self._all[old]
            self._queue.put(work)
            if self._worker is None:
                self._worker = threading.Thread(target=self._one_by_one, name="long-work", daemon=True)
                self._worker.start()
        return work

    def find(self, id_: str) -> Work:
        """Raises UnknownName for what this start of Headway does not know."""
        work = self._all.get(id_)
        if work is None:
            raise UnknownName("There is no such work here.", "It may be of an earlier start of Headway.")
        return work

    def all(self) -> list[Work]:
        """The newest first."""
        return list(self._all.values())[::-1]

    def stop(self, id_: str) -> Work:
        """Ask it to stop; what has not begun never begins. What is over stays as it is."""
        work = self.find(id_)
        work.unwanted.set()
        if work.process is not None and work.process.stdin is not None and not work.over.is_set():
            _end_of(work.process.stdin)
            threading.Thread(target=_force, args=(work, work.process), daemon=True).start()
        return work

    @property
    def mark(self) -> tuple[tuple[str, str, bool], ...]:
        """Changes whenever what every page says of long work does."""
        return tuple((each.id, each.state, each.seen) for each in self._all.values())

    def close(self) -> None:
        """End everything: Headway stops."""
        for work in list(self._all.values()):
            work.unwanted.set()
            if work.process is not None:
                kill_all(work.process)
            _let_go(work.asked.folder)

    def _one_by_one(self) -> None:
        while True:
            work = self._queue.get()
            try:
                if work.unwanted.is_set():
                    work.state = "stopped"
                else:
                    self._run(work)
            except OSError as error:  # no process could be started, or its pipe broke
                work.state, work.error = (
                    "failed",
                    WorkerFailed(f"It could not be begun: {error.strerror}.", "Try again."),
                )
            finally:
                _let_go(work.asked.folder)
                work.over.set()

    def _run(self, work: Work) -> None:
        work.begun = time.monotonic()
        work.state = "working"
        work.told = Told(words="Starting")
        command = [sys.executable, "-P", "-m", "headway.app.work_child"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        ) as process:
            work.process = process
            last = self._heard(work, process)
            kill_all(process)
        work.ended = time.monotonic()
        work.state, work.result, work.error = _judged(last, unwanted=work.unwanted.is_set())

    def _heard(self, work: Work, process: "subprocess.Popen[bytes]") -> Word | None:
        """Listen until the last word; None where the process ended without one."""
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(msgspec.json.encode(work.task) + b"\n" + work.asked.content)
            process.stdin.flush()
        except OSError:
            return None
        if work.unwanted.is_set():  # it was stopped between its start and now
            _end_of(process.stdin)
        while line := process.stdout.readline(LONGEST_WORD):
            word: Word = msgspec.json.decode(line, type=Word)
            if not isinstance(word, Told):
                return word
            work.told = word
        return None


def _judged(last: Word | None, *, unwanted: bool) -> tuple[State, Json | None, HeadwayError | None]:
    if isinstance(last, Finished):
        return "done", last.result, None
    if isinstance(last, Wrong):
        kind = getattr(errors, last.kind, HeadwayError)
        return "failed", None, kind(last.message, last.hint)
    if isinstance(last, StoppedHere) or unwanted:
        return "stopped", None, None
    return "failed", None, WorkerFailed("The process that did it died.", "The terminal where Headway runs says more.")


def _force(work: Work, process: "subprocess.Popen[bytes]") -> None:
    """Kill what does not stop when asked."""
    if not work.over.wait(FORCE):
        kill_all(process)


def _end_of(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return


def _let_go(folder: Path | None) -> None:
    """Take a folder of uploads away; one that is gone already is no fault."""
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
