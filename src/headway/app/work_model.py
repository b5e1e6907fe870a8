"""A piece of long work: what is asked, what is told while it runs, how it ended."""

from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from headway.values import Json

State = Literal["waiting", "working", "done", "stopped", "failed"]
OVER: Final = ("done", "stopped", "failed")


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What a process of its own is to do. kind: of work_kinds.KINDS. size: bytes of content that follow."""

    kind: str
    home: str
    today: str
    profile: str | None = None
    fields: dict[str, Any] = {}
    size: int = 0


class Told(msgspec.Struct, frozen=True, kw_only=True, tag="told"):
    """How far it is. words: what is being done. share: of the whole, None where it cannot be known. done: so many."""

    words: str
    share: float | None = None
    done: int = 0


class Finished(msgspec.Struct, frozen=True, kw_only=True, tag="finished"):
    """What came of it, as the use case gives it."""

    result: Json


class Wrong(msgspec.Struct, frozen=True, kw_only=True, tag="wrong"):
    """Why nothing came of it. kind: name of the error, empty where the fault is ours."""

    kind: str
    message: str
    hint: str


class StoppedHere(msgspec.Struct, frozen=True, kw_only=True, tag="stopped"):
    """It was asked to stop, and did."""


Word = Told | Finished | Wrong | StoppedHere


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of work as a door asks for it. title: for people. unit: of what is counted. then: page to go to at the
    end. folder: a folder of its own that goes when it is over."""

    kind: str
    title: str
    fields: dict[str, Any] = {}
    content: bytes = b""
    unit: str = ""
    then: str = ""
    folder: Path | None = None
