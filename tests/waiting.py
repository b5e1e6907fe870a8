"""Waiting for what another process or thread does: as long as it takes, on a machine of whatever speed."""

import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 300.0
"""Seconds after which it is taken for granted that it never will. Only a test that fails waits so long."""


def comes_true(is_so: Callable[[], object]) -> None:
    """Wait until it is so."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, f"not within {PATIENCE:g} seconds"
        time.sleep(0.01)


def runs(process: str | int) -> bool:
    """Whether it is there and has not ended (an orphan that ended may wait for its new parent). Where /proc is."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
