"""Jobs for the sandbox's tests: each does one thing that a bound must catch."""

import os
import sys
import time
from pathlib import Path


def _chew() -> bytes:
    total = 0
    while True:
        total += 1


def _sleep() -> bytes:
    time.sleep(60)
    return b""


def _crash() -> bytes:
    os.abort()


def _child_that_stays(data: bytes) -> bytes:
    """Start a child that would outlive its parent, tell its number, and hang."""
    child = os.fork()
    if child == 0:
        time.sleep(60)
        os._exit(0)
    Path(data.decode()).write_text(str(child))
    return _sleep()


def work(argument: str, data: bytes) -> bytes:
    """Do what `argument` says."""
    jobs = {
        "echo": lambda: b"got " + data,
        "chew": _chew,
        "sleep": _sleep,
        "crash": _crash,
        "memory": lambda: bytes(4 << 30),
        "flood": lambda: bytes(10_000_000),
        "raise": lambda: (_ for _ in ()).throw(ValueError("no such thing")),
        "print": lambda: (sys.__stdout__.write("noise"), b"answer")[1],
        "environment": lambda: ",".join(sorted(os.environ)).encode(),
        "modules": lambda: ",".join(sorted(sys.modules)).encode(),
        "child": lambda: _child_that_stays(data),
    }
    answer = jobs[argument]()
    assert isinstance(answer, bytes)
    return answer
