"""Where the process begins: before anything heavy is imported, so that Ctrl-C is answered even then."""

import gc
import os
import signal
import sys
import threading
import time
from contextlib import suppress
from types import FrameType

_STOPPED = "headway: Stopped. Nothing was half-written.\n"
_INTERRUPTED = 130
_PATIENCE = 0.7
"""Seconds that the work has to end in order once Ctrl-C was pressed."""
_YOUNG = 50_000
"""Objects that come new before memory is looked over."""
_told = threading.Event()


def run() -> None:
    """Entry point. Exit codes: 0 fine, 1 the answer is empty or a check fails, 2 bad input, 70 our fault."""
    # Small matrices are slower with several threads, and the order of additions must not depend on cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Facts and beliefs are many small objects that live to the end: looking them over so often is a twelfth of a plan.
    gc.set_threshold(_YOUNG)
    _open_streams()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
        if os.name == "posix":
            _end_for_sure()
    try:
        from headway.cli.main import execute

        code = execute(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write(_STOPPED)
        code = _INTERRUPTED
    _told.set()
    if code == _INTERRUPTED:
        _leave()
    gc.freeze()  # what is left goes with the process: no need to look it over once more
    sys.exit(code)


def _stop(signum: int, frame: FrameType | None) -> None:
    """Ctrl-C. Raised inside an import, an exception may leave the import lock held, and the solver's thread, which
    imports too, then waits for it with us for ever; nothing is being written there, so the process just ends.
    """
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            os.write(2, _STOPPED.encode())
            os._exit(130)
        frame = frame.f_back
    raise KeyboardInterrupt


def _leave() -> None:
    """Without waiting for what a library still does on other threads, which may not take its end well."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(_INTERRUPTED)


def _end_for_sure() -> None:
    """Python hears Ctrl-C only between two of its own steps, so not while a library works: a thread waits for it too,
    and ends the process where it has not ended by itself. What is kept is kept whole or not at all at any moment."""
    heard, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    threading.Thread(target=_end_soon, args=(heard,), name="ctrl-c", daemon=True).start()


def _end_soon(heard: int) -> None:
    while os.read(heard, 1) != bytes([signal.SIGINT]):
        pass
    time.sleep(_PATIENCE)
    if not _told.is_set():
        os.write(2, _STOPPED.encode())
    os._exit(130)


def _open_streams() -> None:
    """A stream that the caller closed is empty; a terminal that lacks a character shows a question mark for it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - lives as long as we do
        elif mode == "w":
            stream.reconfigure(errors="replace")
