"""Whether anything that an answer is made of has changed: the day, the workspace, the market."""

from pathlib import Path

from headway.app.context import Context
from headway.app.market_room import folder_of
from headway.app.workspace_room import path_of

Stamp = tuple[object, ...]
_COUNTER = slice(24, 28)
"""Where SQLite counts the changes of a file (file format, 1.3.7)."""


def stamp(context: Context, profile: str | None) -> Stamp:
    """Equal for as long as every question has the same answer. A few looks at files; no file is read whole."""
    workspace = path_of(context, profile)
    journal = workspace.with_name(f"{workspace.name}-wal")
    market = sorted(_seen(path) for path in folder_of(context).glob("*"))
    return context.today, _seen(workspace), _changes(workspace), _written(journal), tuple(market)


def _seen(path: Path) -> tuple[str, int, int]:
    try:
        found = path.stat()
    except OSError:
        return path.name, 0, 0
    return path.name, found.st_mtime_ns, found.st_size


def _written(path: Path) -> tuple[int, int]:
    """When a journal was written to last, and its size: one that is begun again from the front keeps its size.
    Reading alone makes an empty one, which does not count."""
    _, moment, size = _seen(path)
    return (moment, size) if size else (0, 0)


def _changes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_COUNTER.stop)[_COUNTER]
    except OSError:
        return b""
