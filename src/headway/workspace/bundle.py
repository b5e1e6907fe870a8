"""The whole workspace outside its file: a folder or a zip of plain JSON lines and attachments, or a backup of the file.

    manifest.json   {"schema": "headway.export/1", "entries": n, "attachments": [{"digest": ..., "name": ...}]}
    log.jsonl       one entry a line: {"id": ..., "date": ..., "body": {"kind": ..., ...}}
    attachments/DIGEST

What comes in is checked before anything is written: every line, every checksum, every attachment, no other names.
"""

import io
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from headway.errors import UnreadableFile
from headway.workspace.model import Attachment, ReadCv, Sealed
from headway.workspace.seal import Broken, attachment, open_seal

SCHEMA: Final = "headway.export/1"
LOG: Final = "log.jsonl"
MANIFEST: Final = "manifest.json"
FILES: Final = "attachments/"
MOST_BYTES: Final = 1 << 30
"""An archive that unpacks to more than this is refused."""
_SPOILED: Final = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error),
    *(NotImplementedError, RuntimeError, EOFError, ValueError),
)
"""What an archive that is none, or not as it was written, makes the library raise."""
_HINT: Final = "Name a folder, zip, log.jsonl or backup that Headway wrote."
_ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)


class Bundle(msgspec.Struct, frozen=True):
    """All entries in order and all files. missing: digests that the log names and that were not there."""

    sealed: tuple[Sealed, ...]
    attachments: tuple[Attachment, ...] = ()
    missing: tuple[str, ...] = ()


class Named(msgspec.Struct, frozen=True):
    """A line of the manifest's list of attachments."""

    digest: str
    name: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an export says about itself."""

    schema: str
    entries: int
    attachments: tuple[Named, ...] = ()


def contents(bundle: Bundle) -> dict[str, bytes]:
    """The files of an export by name. Same workspace: same bytes."""
    named = tuple(Named(a.digest, a.name) for a in bundle.attachments)
    manifest = Manifest(schema=SCHEMA, entries=len(bundle.sealed), attachments=named)
    files = {
        MANIFEST: msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n",
        LOG: log_lines(bundle.sealed),
    }
    return files | {f"{FILES}{a.digest}": a.content for a in bundle.attachments}


def log_lines(sealed: tuple[Sealed, ...]) -> bytes:
    """The log as JSON lines."""
    return b"".join(each.line() + b"\n" for each in sealed)


def write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """The files under a folder that only the owner may enter; the folder is new or empty. Raises OSError."""
    (folder / FILES).mkdir(parents=True, mode=0o700)
    folder.chmod(0o700)
    for name, content in files.items():
        (folder / name).touch(mode=0o600)
        (folder / name).write_bytes(content)


def write_zip(files: Mapping[str, bytes], path: Path) -> None:
    """The files in one zip, readable by the owner. Raises OSError."""
    path.touch(mode=0o600)
    path.write_bytes(zipped(files))


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The same zip as bytes. Same files: same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.external_attr = 0o600 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return held.getvalue()


def read_bundle(path: Path) -> Bundle:
    """An export or a backup, checked throughout. Raises UnreadableFile."""
    try:
        if path.is_dir():
            return _of_files(lambda name: _read_whole(path / name), str(path))
        with path.open("rb") as file:
            head = file.read(16)
        if head.startswith(b"SQLite format 3"):
            return read_database(path)
        if head.startswith(b"PK"):
            return _of_zip(path)
        return of_lines(_read_whole(path), str(path))
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read: {error.strerror}.", _HINT) from error


def _read_whole(path: Path) -> bytes:
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableFile(f"{path} is longer than {MOST_BYTES >> 20} MB.", _HINT)
    return path.read_bytes()


def _of_zip(path: Path) -> Bundle:
    room = [MOST_BYTES]

    def read(name: str) -> bytes:
        try:
            with archive.open(name) as member:
                content = member.read(room[0] + 1)
        except KeyError:
            raise FileNotFoundError(2, f"{name} is not in it") from None
        room[0] -= len(content)
        if room[0] < 0:
            raise UnreadableFile(f"{path}: {name} unpacks to more than {MOST_BYTES >> 20} MB.", _HINT)
        return content

    try:
        with zipfile.ZipFile(path) as archive:
            return _of_files(read, str(path))
    except _SPOILED as error:
        raise UnreadableFile(f"{path} is no zip that can be read: {error}.", _HINT) from error


def _of_files(read: Callable[[str], bytes], where: str) -> Bundle:
    try:
        manifest = msgspec.json.decode(read(MANIFEST), type=Manifest)
        lines = read(LOG)
    except FileNotFoundError as error:
        raise UnreadableFile(f"{where} is no export of Headway: {MANIFEST} or {LOG} is missing.", _HINT) from error
    except msgspec.DecodeError as error:
        raise UnreadableFile(f"{where}: {MANIFEST} is not understood: {error}.", _HINT) from error
    if manifest.schema != SCHEMA:
        raise UnreadableFile(f"{where} has the form {manifest.schema}, not {SCHEMA}.", "Update Headway.")
    sealed = sealed_of(lines, where)
    if len(sealed) != manifest.entries:
        raise UnreadableFile(
            f"{where}: {LOG} has {len(sealed)} entries, {MANIFEST} says {manifest.entries}.", "Export it again."
        )
    return _checked(sealed, tuple(_file(read, named, where) for named in manifest.attachments), where)


def _file(read: Callable[[str], bytes], named: Named, where: str) -> Attachment:
    if len(named.digest) != 32 or set(named.digest) - set("0123456789abcdef"):
        raise UnreadableFile(f"{where}: '{named.digest:.40}' is no name of an attachment.", _HINT)
    try:
        found = attachment(named.name, read(FILES + named.digest))
    except FileNotFoundError as error:
        raise UnreadableFile(f"{where}: attachment {named.digest} is missing.", "Export it again.") from error
    if found.digest != named.digest:
        raise UnreadableFile(f"{where}: attachment {named.digest} is not as it was written.", "Export it again.")
    return found


def of_lines(lines: bytes, where: str) -> Bundle:
    """The log alone, as JSON lines. Raises UnreadableFile."""
    return _checked(sealed_of(lines, where), (), where)


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    date: str
    body: msgspec.Raw


def sealed_of(lines: bytes, where: str) -> tuple[Sealed, ...]:
    """The entries of JSON lines, not yet opened. Raises UnreadableFile naming the line."""
    decoder = msgspec.json.Decoder(_Line)
    found = []
    for number, line in enumerate(lines.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            row = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise UnreadableFile(f"{where}, line {number}: no entry of a log: {error}.", _HINT) from error
        found.append(Sealed(id=row.id, date=row.date, body=bytes(row.body)))
    return tuple(found)


def _checked(sealed: tuple[Sealed, ...], attachments: tuple[Attachment, ...], where: str) -> Bundle:
    """Every seal opens and every id comes once; files that the log names and that did not come are noted."""
    named: set[str] = set()
    for each in sealed:
        try:
            body = open_seal(each).body
        except Broken as error:
            raise UnreadableFile(f"{where}: {error}.", "Nothing was imported. Export it again.") from error
        if isinstance(body, ReadCv) and body.file:
            named.add(body.file)
    ids = {each.id for each in sealed}
    if len(ids) != len(sealed):
        raise UnreadableFile(f"{where}: an entry comes twice.", "Nothing was imported. Export it again.")
    missing = tuple(sorted(named - {a.digest for a in attachments}))
    return Bundle(tuple(sorted(sealed, key=lambda s: (s.date, s.id))), attachments, missing)


def read_database(path: Path) -> Bundle:
    """A backup: the SQLite file itself, opened for reading only and left as it is. Raises UnreadableFile."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro{_still(path)}", uri=True)
        try:
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            rows: list[Any] = connection.execute("SELECT id, date, body FROM entry").fetchall()
            files: list[Any] = connection.execute("SELECT digest, name, content FROM attachment").fetchall()
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise UnreadableFile(f"{path} is no backup that can be read: {error}.", _HINT) from error
    if verdict != "ok":
        raise UnreadableFile(f"{path} is damaged: {verdict}.", "Use another backup.")
    sealed = tuple(Sealed(id=str(i), date=str(d), body=b if isinstance(b, bytes) else b"") for i, d, b in rows)
    attachments = tuple(attachment(str(name), content) for _, name, content in files if isinstance(content, bytes))
    if [row[0] for row in files] != [each.digest for each in attachments]:
        raise UnreadableFile(f"{path} is damaged: an attachment is not as it was written.", "Use another backup.")
    return _checked(sealed, attachments, str(path))


def _still(path: Path) -> str:
    """A file by itself is read without touching the folder. What another process wrote and has not yet folded into
    the file lies in its journal, and must not be missed."""
    try:
        return "" if path.with_name(f"{path.name}-wal").stat().st_size else "&immutable=1"
    except FileNotFoundError:
        return "&immutable=1"
