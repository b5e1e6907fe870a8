"""A file that is there whole or not at all: written beside its place, then given its name."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def beside(path: Path) -> Path:
    """Where a file is written before it takes its name; leftovers of a killed writer are told by the ending."""
    return path.with_name(f".{path.name}.{os.getpid()}.tmp")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Write to what this gives; at the end it takes the name `path`. Where anything went wrong, what was there stays.

    Raises OSError where it cannot be renamed.
    """
    fresh = beside(path)
    try:
        yield fresh
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
