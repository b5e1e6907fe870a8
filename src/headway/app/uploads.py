"""A file of postings that came through the browser: in a folder of its own until it was read."""

import errno
import os
import secrets
import shutil
from pathlib import Path
from typing import BinaryIO, Final

from headway.app.context import Context
from headway.app.keep_person import plain_name
from headway.errors import BadOption, DiskFull, UnreadableFile

FOLDER: Final = "uploads"
ENDINGS: Final = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet", ".html", ".htm")
MOST: Final = 256 * 1024 * 1024
"""Bytes of a file of postings; larger ones are for the command line, which reads them where they lie."""
_BLOCK: Final = 1024 * 1024
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def take_upload(context: Context, name: str, content: BinaryIO, most: int) -> Path:
    """Write it whole into a folder of its own; the name is a label, of which only the ending is believed.

    most: bytes. Raises BadOption, UnreadableFile, DiskFull; nothing is left behind then.
    """
    label = plain_name(name)
    if not label.casefold().endswith(ENDINGS):
        raise BadOption(f"'{label}' is no file of postings by its ending.", f"Choose one of: {', '.join(ENDINGS)}.")
    folder = (context.cache or context.home) / FOLDER / f"{os.getpid()}-{secrets.token_hex(8)}"
    try:
        folder.mkdir(parents=True, mode=0o700)
        path = folder / label
        with path.open("xb") as out:
            _copy(content, out, most)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError) and error.errno in _FULL:
            raise DiskFull(
                f"There is no room for the file ({error.strerror}). Nothing was kept.", "Make room."
            ) from error
        raise
    return path


def _copy(content: BinaryIO, out: BinaryIO, most: int) -> None:
    size = 0
    while block := content.read(_BLOCK):
        size += len(block)
        if size > most:
            raise BadOption(f"This is more than {most >> 20} MB. Nothing was kept.", "Use: headway market import FILE")
        out.write(block)
    if not size:
        raise UnreadableFile("The file is empty.", "Choose the file with the postings.")


def take_leftovers_away(context: Context) -> None:
    """Uploads of a Headway that was killed: the process whose number they carry is gone."""
    for folder in ((context.cache or context.home) / FOLDER).glob("*-*"):
        number = folder.name.partition("-")[0]
        if number.isdecimal() and not _lives(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
