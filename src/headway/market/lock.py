"""One writer at a time; readers are never kept waiting, and files they may still open are not taken away."""

import errno
import fcntl
import os
from pathlib import Path

from headway.errors import BadOption, DiskFull, HeadwayError, MarketBusy

_WRITER = ".writing.lock"
_READERS = ".reading.lock"


class Held:
    """A lock that ends with the process, however that ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        """Give it back; once."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __del__(self) -> None:
        self.release()


def hold_for_writing(folder: Path) -> Held:
    """The right to change the market. Raises MarketBusy while another process has it, BadOption, DiskFull."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / _WRITER, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
        os.close(descriptor)
        by = f" (process {owner})" if owner else ""
        raise MarketBusy(
            f"Another import is writing to this market{by}.", "Wait until it ends, then run the same command again."
        ) from None
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, str(os.getpid()).encode(), 0)
    return Held(descriptor)


def _unwritable(folder: Path, error: OSError) -> HeadwayError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(f"{folder} cannot be written: {error.strerror}.", "Make room, and ask again.")
    hint = "Give yourself the right to write there, or set HEADWAY_HOME to another folder."
    return BadOption(f"{folder} cannot be written to: {error.strerror}.", hint)


def hold_for_reading(folder: Path) -> Held | None:
    """Keep replaced files on disk until given back; None where there is no market yet or it may only be read."""
    try:
        descriptor = os.open(folder / _READERS, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        # A writer is taking leftovers away this very moment: those are no longer named by the manifest read next.
        fcntl.flock(descriptor, fcntl.LOCK_SH)
    return Held(descriptor)


def nobody_reads(folder: Path) -> Held | None:
    """Keeps new readers out for a moment, to take unused files away; None while somebody reads."""
    descriptor = os.open(folder / _READERS, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return Held(descriptor)
