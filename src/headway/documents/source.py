"""Open a file that the user named: only an ordinary file, never one that blocks or never ends."""

import os
import stat
import tempfile
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from headway.documents.limits import Limits
from headway.errors import UnreadableFile

HEAD_BYTES = 4096
NEXT = "Give a CV as PDF, DOCX, HTML, Markdown, plain text or JSON Resume."


class Source(msgspec.Struct, frozen=True):
    """An open file, its name as shown to the user, its size and its first bytes (place: the start)."""

    data: BinaryIO
    name: str
    size: int
    head: bytes


def shown(name: str) -> str:
    """A file name fit for one line on a terminal: control characters and lone surrogates escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "replace").decode() for c in name)


def open_source(path: Path, limits: Limits) -> Source:
    """Open `path` for reading; UnreadableFile says in one line why it cannot be."""
    name = shown(path.name or str(path))
    data = _open(path, name)
    try:
        size = _checked_size(os.fstat(data.fileno()), name, limits)
        head = data.read(HEAD_BYTES)
        data.seek(0)
    except OSError as error:
        data.close()
        raise UnreadableFile(f"{name} cannot be read: {_reason(error)}.", "Copy the file and try the copy.") from None
    except UnreadableFile:
        data.close()
        raise
    return Source(data, name, size, head)


def _open(path: Path, name: str) -> BinaryIO:
    # O_NONBLOCK: opening a named pipe must not wait for a writer. It means nothing for ordinary files.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        _refuse_other_kinds(path.stat(), name)  # before opening: to open a device can already act on it
        # unbuffered: the place of the descriptor itself counts, the worker goes on reading from it
        return cast(BinaryIO, os.fdopen(os.open(path, flags), "rb", buffering=0))
    except FileNotFoundError:
        raise UnreadableFile(f"{name} does not exist.", "Check the spelling and the folder.") from None
    except PermissionError:
        raise UnreadableFile(f"{name} may not be read by you.", "Change its permissions, or copy it.") from None
    except (OSError, ValueError) as error:
        raise UnreadableFile(f"{name} cannot be opened: {_reason(error)}.", NEXT) from None


def _reason(error: OSError | ValueError) -> str:
    text = getattr(error, "strerror", None) or str(error)
    return text[:1].lower() + text[1:]


def _refuse_other_kinds(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableFile(f"{name} is a folder, not a file.", "Name one file in it.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFile(f"{name} is a device, pipe or socket, not a file.", "Use '-' to read standard input.")


def _checked_size(status: os.stat_result, name: str, limits: Limits) -> int:
    _refuse_other_kinds(status, name)
    return checked_size(status.st_size, name, limits)


def checked_size(size: int, name: str, limits: Limits) -> int:
    """The size in bytes, when there is something to read and not too much of it."""
    if size == 0:
        raise UnreadableFile(f"{name} is empty (0 bytes).", "Export or download it again.")
    if size > limits.file_bytes:
        most = f"{limits.file_bytes / 1e6:.3g} MB"
        raise UnreadableFile(
            f"{name} has {size / 1e6:.3g} MB; a document may have {most}.", "Export the CV without large pictures."
        )
    return size


def source_of(data: bytes, name: str, limits: Limits) -> Source:
    """The same for bytes already at hand (standard input)."""
    checked_size(len(data), shown(name), limits)
    held = tempfile.SpooledTemporaryFile(max_size=limits.in_process_bytes)  # noqa: SIM115  the reader closes it
    held.write(data)
    held.seek(0)
    return Source(cast(BinaryIO, held), shown(name), len(data), data[:HEAD_BYTES])
