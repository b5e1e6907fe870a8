"""Run somebody else's code on inputs, in a process that has nothing else, and take back the values.

Walls: bubblewrap where it works (own file system read-only, no network, own processes, no sight of this one); else
Landlock for files; else none. With each a filter of system calls on Linux, and limits of time, memory and output.
What a machine cannot keep out is said in `Protection.not_against`, never passed over.
"""

import base64
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import msgspec
import numpy as np

from headway.sandbox.run import kill_all
from headway.sandbox.untrusted import inside
from headway.sandbox.untrusted.model import Call, Ceiling, Ended, EndKind, Failure, Protection, Ran, Walls
from headway.sandbox.untrusted.walls import (
    BOX,
    EARLY,
    INSIDE,
    OWN,
    SETTINGS,
    SYSTEM,
    boxed,
    bubblewrap_works,
    interpreter,
    package_folders,
    standard_folders,
)

_CODES: dict[int, tuple[EndKind, str]] = {
    inside.PROCESS: ("process", "it tried to start or to end another program or process"),
    inside.NETWORK: ("network", "it tried to open a network connection"),
    inside.WRITE: ("write", "it tried to write or remove a file"),
    inside.READ: ("read", "it tried to read a file outside its box"),
    inside.MEMORY: ("memory", "it asked for more memory than it may have"),
}
_SIGNALS: dict[int, tuple[EndKind, str]] = {
    31: (
        "process",
        "it tried to start, end or look into another process, to open the network, or to change a file or the machine",
    ),
    24: ("time", "it used more processor time than it may"),
    9: ("memory", "it was ended by the system: memory was short, or it went on after its processor time"),
    25: ("write", "it tried to write a file larger than it may"),
}
_LAST_PRINTED = 2_000


class Code(msgspec.Struct, frozen=True):
    """Code to run: the text of one Python file and the packages it may import.

    stands_for: names of files whose text it carries. They are not there; Python looks for them when they cannot be
    parsed.
    """

    name: str
    source: str
    packages: tuple[str, ...] = ("numpy",)
    stands_for: tuple[str, ...] = ()


def run(
    code: Code, calls: Sequence[Call], ceiling: Ceiling, *, most: Walls = "bubblewrap", filtered: bool = True
) -> Ran:
    """The value of every call, all in one process. Raises Ended when it was stopped or died.

    most, filtered: the highest walls to use and whether system calls are filtered; lowered only to show what is lost.
    """
    folders = package_folders(code.packages)
    with_bubblewrap = most == "bubblewrap" and bubblewrap_works()
    task = _task(code, calls, ceiling, folders, with_bubblewrap) | {"landlock": most != "none", "filter": filtered}
    line = boxed(folders) if with_bubblewrap else [interpreter(), "-I", "-S", "-B", "-X", "utf8", str(INSIDE)]
    process = subprocess.Popen(
        line,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=SETTINGS,
        cwd=tempfile.gettempdir(),
        start_new_session=True,
    )
    try:
        return _result(process, json.dumps(task).encode(), ceiling, len(calls))
    finally:
        kill_all(process)


def _task(
    code: Code, calls: Sequence[Call], ceiling: Ceiling, folders: dict[str, str], with_bubblewrap: bool
) -> dict[str, Any]:
    outside = list(dict.fromkeys(str(Path(place).parent) for place in folders.values()))
    packages = [f"{BOX}/packages"] if with_bubblewrap else outside
    standard = standard_folders()
    places = [f"{BOX}/packages"] if with_bubblewrap else list(folders.values())
    there = [name for name in code.packages if package_folders((name,))]
    return {
        **msgspec.to_builtins(ceiling),
        "name": code.name,
        "source": code.source,
        "own": [code.name, *code.stands_for],
        "calls": [_call(call) for call in calls],
        "path": [*standard, *packages],
        "preload": [part for name in there for part in (name, *EARLY.get(name, ()))],
        "walls": "bubblewrap" if with_bubblewrap else "none",
        "readable": [str(Path(sys.base_prefix).resolve()), *standard, *SYSTEM, *places, *OWN],
    }


def _call(call: Call) -> dict[str, Any]:
    return {
        "function": call.function,
        "arguments": [encode(each, whole=True) for each in call.arguments],
        "echo": call.echo,
        "whole": call.whole,
    }


class _Taker(threading.Thread):
    """Reads a pipe up to a limit, so that neither side waits for the other and nothing fills this process."""

    def __init__(self, pipe: IO[bytes], most: int, process: "subprocess.Popen[bytes]", last: bool = False) -> None:
        super().__init__(daemon=True)
        self.content = bytearray()
        self.full = False
        self._pipe, self._most, self._process, self._last = pipe, most, process, last
        self.start()

    def run(self) -> None:
        total = 0
        with self._pipe:
            while part := os.read(self._pipe.fileno(), 1 << 16):
                total += len(part)
                self.content += part
                if self._last:
                    del self.content[:-_LAST_PRINTED]
                if total > self._most:
                    self.full = True
                    kill_all(self._process)
                    return


def _result(process: "subprocess.Popen[bytes]", task: bytes, ceiling: Ceiling, count: int) -> Ran:
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None  # noqa: PT018
    answer = _Taker(process.stdout, ceiling.output_bytes, process)
    printed = _Taker(process.stderr, ceiling.output_bytes, process, last=True)
    giver = threading.Thread(target=_give, args=(process.stdin, task), daemon=True)
    giver.start()
    try:
        status = process.wait(ceiling.wall_seconds)
        late = False
    except subprocess.TimeoutExpired:
        kill_all(process)
        status, late = -9, True
    for taker in (answer, printed):
        taker.join(5)
    head, _, body = bytes(answer.content).partition(b"\n")
    protection = _protection(head)
    if answer.full or printed.full:
        raise Ended("output", f"it gave more than {ceiling.output_bytes:,} bytes", protection)
    if late:
        raise Ended("time", f"it was not done after {ceiling.wall_seconds:g} seconds", protection)
    said = clean(printed.content.decode("utf-8", "replace"))
    if status != 0 or protection is None:
        raise _ended(status, said, protection)
    return Ran(_values(body, count, protection), protection, said)


def _give(pipe: IO[bytes], task: bytes) -> None:
    try:
        with pipe:
            pipe.write(task)
    except OSError:  # the process is gone; how it ended is read from its status
        return


def _ended(status: int, said: str, protection: Protection | None) -> Ended:
    if protection is not None and status in _CODES:
        return Ended(*_CODES[status], protection)
    signal = -status if status < 0 else status - 128
    if protection is not None and signal in _SIGNALS:
        return Ended(*_SIGNALS[signal], protection)
    last = said.strip().splitlines()[-1:] or [""]
    return Ended("died", f"the process ended by itself with code {status} {last[0]}".strip(), protection)


def _protection(head: bytes) -> Protection | None:
    """From the first line of the answer, which is written before the code runs; None: it never came so far."""
    try:
        told = json.loads(head)
        walls, calls, unmet = told["walls"], bool(told["system_calls"]), list(told["unmet"])
    except (ValueError, KeyError, TypeError):
        return None
    lost = [f"using too much {each}" for each in unmet]
    if walls == "none":
        lost += ["reading your files", "writing and removing files"]
    if walls != "bubblewrap" and not calls:
        lost += ["starting other programs", "opening the network", "looking into and ending other processes"]
        lost += ["changing this machine's name, clock and mounts"]
    if walls == "landlock" and not calls:
        lost += ["changing the rights and dates of your files"]
    if walls == "landlock":
        lost += ["finding out whether a file of a certain name is there, how long it is and when it was changed"]
    return Protection(walls, calls, tuple(lost))


def _values(body: bytes, count: int, protection: Protection) -> tuple[Any, ...]:
    """The answers; what is not of the agreed shape counts as no answer."""
    try:
        values = [decode(each) for each in json.loads(body)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Ended("died", "it handed back something that is no answer", protection) from error
    if len(values) != count:
        raise Ended("died", "it ended before it had answered", protection)
    return tuple(values)


def clean(text: str) -> str:
    """What the code says, without what a terminal would obey and without halves of characters."""
    return "".join(each if each in "\n\t" or each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text)


def encode(value: Any, *, whole: bool = False) -> Any:
    """A value as JSON; arrays of numbers are tagged. whole: those without dimensions too."""
    return inside.plain(value, whole)


def decode(value: Any) -> Any:
    """What came back: arrays of the agreed kinds, failures, plain values. Raises ValueError and its like."""
    if isinstance(value, list):
        return [decode(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "$failure" in value:
        told = msgspec.convert(value["$failure"], Failure)
        return msgspec.structs.replace(told, type=clean(told.type)[:100], message=clean(told.message)[:500])
    if "$array" not in value:
        return {key: decode(each) for key, each in value.items()}
    if value["dtype"] not in inside.ARRAYS:
        raise ValueError(f"arrays of {value['dtype']} are not taken")
    flat = np.frombuffer(base64.b64decode(value["$array"], validate=True), dtype=value["dtype"])
    return flat.reshape([int(n) for n in value["shape"]]).copy()
