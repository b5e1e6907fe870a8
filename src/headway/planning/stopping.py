"""Whether anybody still wants the plan that is being worked out.

A door where a person can stop sets it for its thread; every search looks at it, and whoever waits for the solver too.
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, TypeVar

Found = TypeVar("Found")
TICK: Final = 0.05
"""Seconds between two looks while the solver works."""
_unwanted: ContextVar[threading.Event | None] = ContextVar("unwanted", default=None)


class Stopped(BaseException):
    """Nobody wants it any more. No Exception, so that nothing takes it for a fault of an input."""


@contextmanager
def stoppable(unwanted: threading.Event) -> Iterator[None]:
    """What is worked out inside, on this thread, ends with Stopped soon after the event is set."""
    before = _unwanted.set(unwanted)
    try:
        yield
    finally:
        _unwanted.reset(before)


def look() -> None:
    """Raises Stopped where nobody wants it any more."""
    unwanted = _unwanted.get()
    if unwanted is not None and unwanted.is_set():
        raise Stopped


def heard(work: Callable[[], Found], stop: Callable[[], None]) -> Found:
    """What `work` returns. It runs on a thread of its own: a library's code hears neither Ctrl-C nor the wish to stop.

    stop: asks it to end; called where it is not waited for any more. Raises Stopped.
    """
    look()
    aside = ThreadPoolExecutor(1, "solver")
    future = aside.submit(work)
    aside.shutdown(wait=False)
    try:
        while not wait([future], TICK).done:
            look()
        return future.result()
    finally:
        if not future.done():
            stop()
