"""One piece of long work, as every door sees it."""

import secrets
import subprocess
import threading
import time
from typing import Final

from headway.app.work_model import OVER, Asked, State, Task, Told
from headway.errors import HeadwayError
from headway.values import Json

SURE: Final = 0.02
"""Share from which on the time left is worth telling."""


class Work:
    """One piece of work. Only the worker's thread changes it, but for the wish to stop. task: for a process of its own;
    None for what is done in this one."""

    def __init__(self, asked: Asked, task: Task | None = None) -> None:
        self.id = secrets.token_urlsafe(16)
        self.asked, self.task = asked, task
        self.state: State = "waiting"
        self.told = Told(words="Waiting for what was asked before")
        self.result: Json | None = None
        self.error: HeadwayError | None = None
        self.fault: Exception | None = None
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
