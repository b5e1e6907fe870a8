"""Work on a thread of this process: for what is nearly always over at once, and must be stoppable where it is not."""

import threading
import time
from collections.abc import Callable
from typing import Any

from headway.app.work_model import Told
from headway.app.work_piece import Work
from headway.errors import HeadwayError, WorkerFailed
from headway.planning.stopping import Stopped, stoppable

Run = Callable[[], dict[str, Any]]


def begin(work: Work, run: Run) -> None:
    """Do it aside. The wish to stop is heard by every search for a plan."""
    work.begun, work.state, work.told = time.monotonic(), "working", Told(words="Searching")
    threading.Thread(target=_do, args=(work, run), name="work-here", daemon=True).start()


def _do(work: Work, run: Run) -> None:
    try:
        with stoppable(work.unwanted):
            work.result = run()
        work.state = "done"
    except Stopped:
        work.state = "stopped"
    except HeadwayError as error:
        work.state, work.error = "failed", error
    except Exception as error:  # noqa: BLE001 - a fault of ours: the page that looks raises it again
        told = f"Headway failed unexpectedly ({type(error).__name__})."
        work.fault, work.error = error, WorkerFailed(told, "The terminal where it runs says more; please report it.")
        work.state = "failed"
    finally:
        work.ended = time.monotonic()
        work.over.set()
