"""The process that does one piece of long work: `python -m headway.app.work_child`.

The task comes as the first line of standard input, its content after it. What is told goes out as JSON lines. When
standard input ends (whoever asked wants it to stop, or is gone) the work stops at its next step, else it is ended.
"""

import os
import signal
import sys
import threading
import time
from typing import BinaryIO, Final

import msgspec

from headway.app.context import open_context
from headway.app.work_kinds import KINDS, Stop
from headway.app.work_model import Finished, StoppedHere, Task, Told, Word, Wrong
from headway.errors import HeadwayError

GRACE: Final = {"import": 4.0, "cv": 1.0}
"""Seconds between the wish to stop and the end by force, for work that keeps something on its way."""


def main() -> None:
    """Do what standard input says."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no word of ours
    source = sys.stdin.buffer
    task = msgspec.json.decode(source.readline(), type=Task)
    content = source.read(task.size)
    stop = threading.Event()
    threading.Thread(target=_watch, args=(source, stop, GRACE.get(task.kind, 0.0)), daemon=True).start()
    _say(out, _done(task, content, out, stop))


def _done(task: Task, content: bytes, out: BinaryIO, stop: threading.Event) -> Word:
    def tell(told: Told) -> None:
        if stop.is_set():
            raise Stop
        _say(out, told)

    os.environ["HEADWAY_HOME"] = task.home
    try:
        return Finished(result=KINDS[task.kind](open_context(task.today), task, content, tell))
    except Stop:
        return StoppedHere()
    except HeadwayError as error:
        return Wrong(kind=type(error).__name__, message=error.message, hint=error.hint)


def _say(out: BinaryIO, word: Word) -> None:
    out.write(msgspec.json.encode(word) + b"\n")
    out.flush()


def _watch(source: BinaryIO, stop: threading.Event, grace: float) -> None:
    """Wait for the end of standard input; then leave the work its grace."""
    while source.read(1):
        pass
    stop.set()
    time.sleep(grace)
    if hasattr(os, "killpg"):
        os.killpg(os.getpgid(0), signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main()
