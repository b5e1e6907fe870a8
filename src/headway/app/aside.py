"""Questions to the market, answered by a process of its own that ends when nobody has asked for a while.

DuckDB, Arrow and what they hold would stay in the process of the pages for good: memory of code and of allocators is
not given back while a process lives. What was answered is kept here, as long as nothing it is made of has changed.
"""

import atexit
import os
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Final

import msgspec

from headway import errors
from headway.app.aside_model import Answered, Question
from headway.app.context import Context
from headway.app.market_room import holds_postings
from headway.app.stamp import stamp
from headway.app.work_model import Wrong
from headway.errors import HeadwayError, WorkerFailed
from headway.sandbox.run import kill_all
from headway.values import Json

MOST: Final = 64
MOST_BYTES: Final = 8 * 1024 * 1024
"""Of answers that are kept."""
IMPERSONAL: Final = frozenset({"demand", "trends", "listing", "stated-pay"})
"""Their answers are the same for everybody."""
WRITES: Final = frozenset({"apply"})


class Aside:
    """One process, one question at a time. apart: False: all is answered in this process, as for a short test."""

    def __init__(self, context: Callable[[], Context], profile: str | None = None, *, apart: bool = True) -> None:
        self._context, self._profile, self._apart = context, profile, apart
        self._turn = threading.Lock()
        self._kept: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    def ask(self, name: str, *args: Any) -> Json:
        """The answer of the use case of that name (aside_child.QUESTIONS). Raises what it raises, WorkerFailed."""
        context = self._context()
        key = (name, msgspec.json.encode(args), self._stamp(context, name))
        found = self._kept.get(key)
        if found is None:
            with self._turn:
                found = self._kept.get(key) or self._answer(context, name, args)
                if name not in WRITES:
                    self._keep(key, found)
        answer: Json = msgspec.json.decode(found)
        return answer

    def wake(self) -> None:
        """Somebody is here: be ready, in the background, for what they may ask. Nothing without a market."""
        if (
            self._apart
            and not self._running()
            and holds_postings(self._context())
            and self._turn.acquire(blocking=False)
        ):
            threading.Thread(target=self._begin, name="aside", daemon=True).start()

    def _begin(self) -> None:
        try:
            self._started()
        finally:
            self._turn.release()

    def ahead(self, questions: Iterable[tuple[Any, ...]]) -> None:
        """Ask these in the background, so that their answers are there when somebody wants them."""
        if self._apart and holds_postings(self._context()):
            threading.Thread(target=self._all, args=(tuple(questions),), name="ahead", daemon=True).start()

    def _all(self, questions: Iterable[tuple[Any, ...]]) -> None:
        for name, *args in questions:
            with suppress(HeadwayError):  # whoever asks for it is told
                self.ask(name, *args)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            kill_all(process)
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):  # what was not sent any more
                        pipe.close()

    def _stamp(self, context: Context, name: str) -> object:
        whole = stamp(context, self._profile)
        return (whole[0], whole[-1]) if name in IMPERSONAL else whole

    def _keep(self, key: tuple[object, ...], found: bytes) -> None:
        self._kept[key] = found
        while len(self._kept) > MOST or sum(map(len, self._kept.values())) > MOST_BYTES:
            self._kept.popitem(last=False)

    def _running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self.close()
            command = [sys.executable, "-P", "-m", "headway.app.aside_child"]
            own = {**os.environ, "HEADWAY_HOME": str(self._context().home.absolute())}
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, env=own
            )
        return self._process

    def _answer(self, context: Context, name: str, args: tuple[Any, ...]) -> bytes:
        if not self._apart:
            from headway.app.aside_child import answer

            return msgspec.json.encode(answer(context, name, msgspec.to_builtins(args)))
        line = msgspec.json.encode(Question(name=name, today=context.today.isoformat(), args=args)) + b"\n"
        word = self._exchange(line)
        if word is None and name not in WRITES:  # it may just have ended, unasked for a while
            word = self._exchange(line)
        if word is None:
            raise WorkerFailed("The process that answers for the market died.", "Ask again.")
        if isinstance(word, Wrong):
            kind = getattr(errors, word.kind, HeadwayError)
            raise kind(word.message, word.hint)
        return bytes(word.result)

    def _exchange(self, line: bytes) -> Answered | Wrong | None:
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(line)
            process.stdin.flush()
            told = process.stdout.readline()
        except OSError:
            told = b""
        if told.endswith(b"\n"):  # else it was killed as it spoke
            return msgspec.json.decode(told, type=Answered | Wrong)
        self.close()
        return None
