"""What a process that runs apart may use, and how it can fail."""

from typing import Literal

import msgspec

from headway.errors import WorkerFailed

StopKind = Literal["time", "memory", "output", "died"]


class Bounds(msgspec.Struct, frozen=True):
    """Ceilings for one process. Bytes and seconds; `wall_seconds` runs while the result is waited for.

    memory_bytes: address space (RLIMIT_AS). cpu_seconds: processor time (RLIMIT_CPU).
    file_bytes: largest file it may write (RLIMIT_FSIZE). output_bytes: largest result taken over the pipe.
    """

    memory_bytes: int = 1 << 30
    cpu_seconds: int = 20
    wall_seconds: float = 40.0
    file_bytes: int = 1 << 16
    output_bytes: int = 1 << 26


class Outcome(msgspec.Struct, frozen=True):
    """The bytes a process handed back, and the bounds this platform could not keep (plain words)."""

    output: bytes
    unmet: tuple[str, ...] = ()


class Stopped(WorkerFailed):
    """A process was stopped at a bound, or it died; `kind` says which.

    Raised beside a message fit for a log. The room that started the process knows what the user
    asked for, so it is the one to word the line that the user reads.
    """

    def __init__(self, message: str, hint: str = "", kind: StopKind = "died") -> None:
        super().__init__(message, hint)
        self.kind: StopKind = kind

    def __reduce__(self) -> tuple[type["Stopped"], tuple[str, str, StopKind]]:  # type: ignore[override]
        return type(self), (self.message, self.hint, self.kind)
