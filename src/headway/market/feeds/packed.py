"""Packed files, unpacked as they stream: gzip, bzip2, xz, Zstandard, and a ZIP archive with one file in it."""

import bz2
import contextlib
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, cast

from headway.errors import UnreadableFile
from headway.market.feeds.lines import Bytes

_MAGIC: Final = {
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ\0": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
}
_UNPACK: Final = "Unpack it, or export CSV, JSON or Parquet."
_SHEET: Final = "[Content_Types].xml"


def packing_of(head: bytes) -> str | None:
    """How a stream is packed, from its first bytes; None where it is not."""
    return next((packing for magic, packing in _MAGIC.items() if head.startswith(magic)), None)


class Unpacked:
    """What is packed in a stream, as it is read. whole: the bytes of a ZIP archive that has no path.

    Raises UnreadableFile, also from `read`: it breaks off, is damaged, or holds not one file.
    """

    def __init__(self, packing: str, stream: Bytes, name: str, whole: Callable[[], bytes], path: Path | None) -> None:
        self._name = name
        with self._told():
            if packing == "zip":
                self._inner = _only_member(path if path is not None else io.BytesIO(whole()), name)
            else:
                self._inner = cast(Bytes, _OPEN[packing](stream))

    def read(self, size: int = -1, /) -> bytes:
        """The next stretch; empty only at the end."""
        with self._told():
            return self._inner.read(size)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGED as error:
            if getattr(error, "errno", None):  # the disk's fault, not the file's
                raise
            raise UnreadableFile(f"{self._name} breaks off or is damaged ({error}).", "Fetch it again.") from error


class _Whole(io.RawIOBase):
    """A stream as the file object that Arrow reads from."""

    def __init__(self, stream: Bytes) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        block = self._stream.read(len(room))
        room[: len(block)] = block
        return len(block)


def _zstd(stream: Bytes) -> Any:
    import pyarrow as pa

    return pa.CompressedInputStream(pa.PythonFile(io.BufferedReader(_Whole(stream)), mode="r"), "zstd")


_OPEN: Final[dict[str, Callable[[Any], Any]]] = {
    "gzip": lambda stream: gzip.GzipFile(fileobj=stream),
    "bzip2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
    "zstd": _zstd,
}
_DAMAGED: Final = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError)


def _only_member(source: Path | io.BytesIO, name: str) -> Bytes:
    try:
        archive = zipfile.ZipFile(source)
    except zipfile.BadZipFile as error:
        raise UnreadableFile(f"{name} is a damaged ZIP archive.", "Fetch it again.") from error
    members = [each for each in archive.infolist() if not each.is_dir() and not each.filename.startswith("__MACOSX/")]
    if any(each.filename == _SHEET for each in members):
        raise UnreadableFile(f"{name} is a spreadsheet.", "Save it as CSV.")
    if len(members) != 1:
        raise UnreadableFile(f"{name} is a ZIP archive of {len(members)} files.", "Unpack it, and import the folder.")
    if members[0].flag_bits & 1:
        raise UnreadableFile(f"{name} is a ZIP archive with a password.", _UNPACK)
    return cast(Bytes, archive.open(members[0]))
