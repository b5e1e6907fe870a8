"""What is run behind the walls, how it can end, and which walls there were."""

from typing import Any, Literal

import msgspec

EndKind = Literal["time", "memory", "output", "process", "network", "write", "read", "died"]
"""How a run was stopped. process: tried to start another program; network: to open a connection; write, read: a file
outside the box."""

Walls = Literal["bubblewrap", "landlock", "none"]


class Ceiling(msgspec.Struct, frozen=True):
    """What one run may use. Bytes and seconds; memory is address space, output everything that comes back."""

    memory_bytes: int = 1 << 30
    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    output_bytes: int = 1 << 24
    file_bytes: int = 1 << 20


class Call(msgspec.Struct, frozen=True):
    """One function of the code and what it is given: numbers, texts, lists, maps, numpy arrays.

    echo: the answer is the pair of the value and the arguments as the call left them. whole: arrays without dimensions
    stay arrays, as what is handed on to another call must; else they are numbers.
    """

    function: str
    arguments: tuple[Any, ...] = ()
    echo: bool = False
    whole: bool = False


class Failure(msgspec.Struct, frozen=True):
    """The code raised. line: of the code's own file, None where it was elsewhere; missing: it has no such function."""

    type: str
    message: str
    line: int | None = None
    missing: bool = False


class Protection(msgspec.Struct, frozen=True):
    """Which walls stood, and what they do not keep out, in plain words that follow 'not protected against'."""

    walls: Walls
    system_calls: bool
    not_against: tuple[str, ...] = ()


class Ran(msgspec.Struct, frozen=True):
    """What came back: for each call its value or a Failure. printed: the last of what the code printed."""

    values: tuple[Any, ...]
    protection: Protection
    printed: str = ""


class Ended(Exception):
    """The run was stopped, or died, before it handed anything back."""

    def __init__(self, kind: EndKind, words: str, protection: Protection | None = None) -> None:
        super().__init__(words)
        self.kind: EndKind = kind
        self.words = words
        self.protection = protection
