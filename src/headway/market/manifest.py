"""Which files of the folder count. It is replaced as a whole, so a reader and a killed writer both see one state."""

import os
from pathlib import Path
from typing import Final

import msgspec

from headway.errors import UnreadableFile
from headway.whole import beside

NAME: Final = "manifest.json"


class Segment(msgspec.Struct, frozen=True):
    """One Parquet file of rows."""

    file: str
    rows: int


class Input(msgspec.Struct, frozen=True):
    """A file that was read to its end. key: digest of its bytes and of how it was read. aside: its bad rows."""

    key: str
    name: str
    read: int
    aside: int = 0
    aside_file: str | None = None


class Manifest(msgspec.Struct, frozen=True):
    """What counts as imported. gone: Parquet files that name rows of segments (file, row) which were replaced since.

    copies: the Parquet file of the groups of copies (columns of COPIES in market/schema.py).
    """

    segments: tuple[Segment, ...] = ()
    gone: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()
    copies: str | None = None

    @property
    def files(self) -> frozenset[str]:
        """Every file that counts."""
        asides = {each.aside_file for each in self.inputs if each.aside_file}
        copies = {self.copies} if self.copies else set()
        return frozenset({each.file for each in self.segments} | set(self.gone) | asides | copies)


def read_manifest(folder: Path) -> Manifest:
    """The state of the folder; empty where nothing was imported. Raises UnreadableFile."""
    path = folder / NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError:
        return Manifest()
    except (OSError, msgspec.DecodeError) as error:
        raise UnreadableFile(
            f"{path} cannot be read: {error}.", "Put it back from a backup, or start again: headway market reset."
        ) from error


def keep_manifest(folder: Path, manifest: Manifest) -> None:
    """Make this the state of the folder, at once and for good."""
    write_through(folder / NAME, msgspec.json.format(msgspec.json.encode(manifest)))


def write_through(path: Path, content: bytes) -> None:
    """A file that is there whole or not at all, also after the power fails."""
    temporary = beside(path)
    try:
        with temporary.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        move_into_place(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def move_into_place(temporary: Path, path: Path) -> None:
    """Give a finished file its name, and see to it that the folder remembers."""
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
