"""Long work: how far it is, and how to stop it. One piece at a time, each in a process of its own; but for plans, which
are nearly always there at once and are worked out in this one.

A process, not a thread: pages stay quick, memory is given back, and stopping is certain. When this process dies, the
other sees its standard input end and stops too.
"""

import atexit
import shutil
import subprocess
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Final

import msgspec

from headway import errors
from headway.app import work_here
from headway.app.context import Context
from headway.app.work_here import Run
from headway.app.work_model import OVER, Asked, Finished, State, StoppedHere, Task, Told, Word, Wrong
from headway.app.work_piece import Work
from headway.errors import BadOption, HeadwayError, UnknownName, WorkerFailed
from headway.sandbox.run import kill_all
from headway.values import Json

MOST_WAITING: Final = 8
GOOD: Final = ("working", "done")
KEPT: Final = 50
"""Pieces of work that are over and can still be looked at."""
LONGEST_WORD: Final = 64 * 1024 * 1024
FORCE: Final = 8.0
"""Seconds after which a process that was asked to stop is killed from here as well."""


class Works:
    """What is under way and what was. One worker; what is asked meanwhile waits its turn."""

    def __init__(self, context: Callable[[], Context], profile: str | None = None) -> None:
        self._context, self._profile = context, profile
        self._all: OrderedDict[str, Work] = OrderedDict()
        self._unlisted: list[Work] = []
        """Begun in this process, and perhaps over before anybody has to look for them."""
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
            try:
                self._room()
            except BadOption:
                _let_go(asked.folder)
                raise
            self._list(work)
            self._queue.put(work)
            if self._worker is None:
                self._worker = threading.Thread(target=self._one_by_one, name="long-work", daemon=True)
                self._worker.start()
        return work

    def here(self, asked: Asked, run: Run, at_once: float, or_else: Asked | None = None) -> Work:
        """Do it in this process; what is over within so many seconds is not listed. The same question (kind and
        fields) that is under way, or was answered, is not begun again, nor is it where `or_else`, whose answer does as
        well, is. Raises BadOption when too much waits already."""
        with self._lock:
            found = self._good(asked, or_else or asked)
            work = found or self._begun(asked, run)
            listed = work.id in self._all
        late = not listed and not work.over.wait(at_once)
        with self._lock:
            if found is None:
                self._unlisted.remove(work)
            if late and work.id not in self._all:
                self._list(work)
        return work

    def _good(self, *questions: Asked) -> Work | None:
        """What answers one of these, or will."""
        asked = [(each.kind, each.fields) for each in questions]
        known = (*self._all.values(), *self._unlisted)
        return next((w for w in known if w.state in GOOD and (w.asked.kind, w.asked.fields) in asked), None)

    def _begun(self, asked: Asked, run: Run) -> Work:
        self._room()
        work = Work(asked)
        self._unlisted.append(work)
        work_here.begin(work, run)
        return work

    def _room(self) -> None:
        if sum(each.state not in OVER for each in self._all.values()) > MOST_WAITING:
            raise BadOption("Too much long work waits already.", "Stop some of it, or wait for its end.")

    def _list(self, work: Work) -> None:
        self._all[work.id] = work
        for old in [each.id for each in self._all.values() if each.state in OVER][:-KEPT]:
            del self._all[old]

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
        return tuple((each.id, each.state, each.seen) for each in tuple(self._all.values()))

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
        """Listen until the last word; None where the process ended without one, or in the middle of it."""
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(msgspec.json.encode(work.task) + b"\n" + work.asked.content)
            process.stdin.flush()
        except (OSError, ValueError):  # it ended, or was stopped, and its pipe closed, as it was told
            return None
        if work.unwanted.is_set():  # it was stopped between its start and now
            _end_of(process.stdin)
        while (line := process.stdout.readline(LONGEST_WORD)).endswith(b"\n"):  # else it was killed as it spoke
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
