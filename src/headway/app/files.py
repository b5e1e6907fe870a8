"""Files and standard input as the doors name them: `-` is standard input; output is never half-written."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from headway.documents.model import Document
from headway.documents.read import Pending, read_bytes, read_document, start_bytes, start_reading
from headway.errors import BadOption, UnreadableFile
from headway.whole import whole

STDIN = "-"
MOST_STDIN = 64 * 1024 * 1024


def read_input(name: str) -> Document:
    """The document called `name`. Raises UnreadableFile."""
    if name == STDIN:
        return read_bytes(read_stdin(), "standard input")
    return read_document(_path(name))


def start_input(name: str) -> Pending:
    """The same, begun and not waited for. Standard input is read at once."""
    if name == STDIN:
        return start_bytes(read_stdin(), "standard input")
    return start_reading(_path(name))


def _path(name: str) -> Path:
    """Raises UnreadableFile for an empty name, which as a path would be the folder one stands in."""
    if not name:
        raise UnreadableFile("The name of the file is empty.", "Name a file, or - for standard input.")
    return Path(name)


def read_stdin() -> bytes:
    """All of standard input. Raises UnreadableFile when it is too long."""
    data = sys.stdin.buffer.read(MOST_STDIN + 1)
    if len(data) > MOST_STDIN:
        raise UnreadableFile("Standard input is longer than 64 MB.", "Give the file by name.")
    return data


@contextmanager
def open_rows(name: str) -> Iterator[IO[bytes]]:
    """A file of rows, opened for reading line by line. Raises UnreadableFile."""
    if name == STDIN:
        yield sys.stdin.buffer
        return
    path = Path(name)
    try:
        if path.is_dir():
            raise UnreadableFile(f"{path} is a folder.", "Name the file in it that is meant.")
        with path.open("rb") as lines:
            yield lines
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read: {error.strerror}.", "Check the name and its rights.") from error


def there(name: str) -> bool:
    """Whether a file or folder of this name is there. A name that no file can have is not."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def check_outputs(outputs: Mapping[str, Path]) -> None:
    """Each of several files can be written, and no two are the same one. outputs: by option. Raises BadOption."""
    taken: dict[Path, str] = {}
    for option, path in outputs.items():
        check_writable(path, option)
        other = taken.setdefault(path.resolve(), option)
        if other != option:
            raise BadOption(f"{other} and {option} both name {path}.", "Give each its own file.")


def check_writable(path: Path | None, option: str) -> None:
    """Fail early, before long work, when a result could not be written. Raises BadOption."""
    if path is None:
        return
    folder = path.parent
    if path.is_dir():
        raise BadOption(f"{option} names a folder, {path}.", "Name a file in it.")
    if path.exists() and not path.is_file():
        # Replacing it would put a plain file in the place of a device: /dev/null, /dev/stdout.
        raise BadOption(f"{option}: {path} is a device or pipe, not a file.", "Name a file; it is written whole.")
    existing = next((p for p in (folder, *folder.parents) if p.exists()), Path())
    if not existing.is_dir() or not os.access(existing, os.W_OK):
        raise BadOption(f"{option}: {folder} cannot be written to.", "Choose another place.")


def write_whole(path: Path, content: bytes, option: str) -> None:
    """Write a file so that it is there whole or not at all; a link stays and its file is written. Raises BadOption."""
    path = path.resolve()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as fresh:
            fresh.write_bytes(content)
    except OSError as error:
        raise BadOption(f"{option}: {path} cannot be written: {error.strerror}.", "Choose another place.") from error
