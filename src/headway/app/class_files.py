"""The files of a class: found, opened and read, or set aside with a reason. None is believed, none stops the others."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from headway.app.context import Context
from headway.app.keep_person import plain_name
from headway.app.person import Person, PersonQuestion
from headway.app.share import share_of
from headway.cohort.model import Member, Share
from headway.cohort.read import MOST_BYTES, is_share, read_share
from headway.documents.read import start_bytes
from headway.errors import HeadwayError, UnreadableFile
from headway.knowledge.model import Role
from headway.values import Seniority

MOST_FILES: Final = 5_000
MOST_CVS: Final = 40
"""CVs that are read for a page, one after the other while somebody waits; the command line reads any number."""
CV_IN_FOLDER: Final = (
    "It is no share file. CVs in a folder are read with --cvs only: whoever also handed over a file would count twice."
)


TABLES: Final = (".csv", ".tsv")
"""Endings of what reads like text and is nobody's CV; a table of postings would count as a person."""


class Aside(msgspec.Struct, frozen=True, order=True):
    """A file that does not count, and why."""

    file: str
    reason: str


class Upload(msgspec.Struct, frozen=True):
    """A file that came through the browser. name: a label, never a path."""

    name: str
    content: bytes


class Found(msgspec.Struct, frozen=True):
    """What was read. cvs: files that are no share files and may be read as CVs."""

    shares: tuple[Share, ...]
    cvs: tuple[Path | Upload, ...]
    aside: tuple[Aside, ...]


def find_shares(context: Context, names: Iterable[str], *, cvs: bool) -> Found:
    """Share files among the files and folders named. Raises UnreadableFile where a name leads nowhere."""
    given, inside = _paths(names)
    named = frozenset(given)
    shares: list[Share] = []
    rest: list[Path] = []
    aside: set[Aside] = set()
    for path in (*given, *inside):
        try:
            content = _head_or_all(path)
            if content is not None and is_share(content):
                shares.append(read_share(content, context.today))
            elif path in named or cvs:
                _refuse_table(path.name)
                rest.append(path)
            else:
                aside.add(Aside(_called(path), CV_IN_FOLDER))
        except HeadwayError as error:
            aside.add(Aside(_called(path), str(error)))
    return Found(tuple(shares), tuple(rest), tuple(sorted(aside)))


def take_uploads(context: Context, files: Iterable[tuple[str, bytes]]) -> Found:
    """The same for files that came through the browser, as (name, content): they were chosen one by one."""
    shares: list[Share] = []
    cvs: list[Upload] = []
    aside: set[Aside] = set()
    for name, content in files:
        label = plain_name(name)
        try:
            if not content:
                raise UnreadableFile("It is empty.")
            if len(content) <= MOST_BYTES and is_share(content):
                shares.append(read_share(content, context.today))
            elif len(cvs) < MOST_CVS:
                _refuse_table(name)
                cvs.append(Upload(label, content))
            else:
                raise UnreadableFile(f"A page reads {MOST_CVS} CVs at a time.", "More: headway class FOLDER --cvs")
        except UnreadableFile as error:
            aside.add(Aside(label, str(error)))
    return Found(tuple(shares), tuple(cvs), tuple(sorted(aside)))


def _refuse_table(name: str) -> None:
    if name.lower().endswith(TABLES):
        raise UnreadableFile("It is a table, neither a share file nor a CV.")


def _paths(names: Iterable[str]) -> tuple[list[Path], list[Path]]:
    """The files named, and those that lie in the folders named (not in folders within, no hidden ones)."""
    named: set[Path] = set()
    inside: set[Path] = set()
    for name in names:
        path = Path(name)
        try:
            if path.is_dir():
                inside |= {p for p in path.iterdir() if p.is_file() and not p.name.startswith(".")}
            elif path.exists():
                named.add(path)
            else:
                raise UnreadableFile(f"{name} is not there.", "Name share files, or the folder that holds them.")
        except OSError as error:
            raise UnreadableFile(f"{name} cannot be read: {error.strerror}.", "Check its rights.") from error
    if len(named | inside) > MOST_FILES:
        raise UnreadableFile(f"These are {len(named | inside)} files.", f"A class has at most {MOST_FILES}.")
    return sorted(named), sorted(inside - named)


def _called(path: Path) -> str:
    """The file's name as text; bytes that are no text become marks."""
    return path.name.encode("utf-8", "replace").decode()


def _head_or_all(path: Path) -> bytes | None:
    """The bytes of what may be a share file; None for what is too long for one. Raises UnreadableFile."""
    if not path.is_file():  # a pipe or a device would be read for ever
        raise UnreadableFile("It is no file.")
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(f"It cannot be read: {error.strerror}.") from error
    if not content:
        raise UnreadableFile("It is empty.")
    return content if len(content) <= MOST_BYTES else None


class _Uploaded(Person):
    """Of a CV that came as bytes; nothing of it is written anywhere."""

    def __init__(self, context: Context, file: Upload) -> None:
        super().__init__(context, PersonQuestion())
        self._pending = start_bytes(file.content, file.name)


def _person(context: Context, file: Path | Upload) -> Person:
    return _Uploaded(context, file) if isinstance(file, Upload) else Person(context, PersonQuestion(cv=str(file)))


def read_cvs(
    context: Context, files: Iterable[Path | Upload], role: Role, seniority: Seniority
) -> tuple[tuple[Member, ...], tuple[Aside, ...]]:
    """Each CV in the reader's own process, seen as a member of the class for one role."""
    members: list[Member] = []
    aside: list[Aside] = []
    for file in files:
        try:
            person = _person(context, file)
            text = person.document.text if person.document else ""
            if not person.evidence:
                raise UnreadableFile("No skill is found in it: it may be no CV.")
        except HeadwayError as error:
            aside.append(Aside(_called(file) if isinstance(file, Path) else file.name, str(error)))
            continue
        word = hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
        members.append(Member(share=share_of(context, person, role, seniority, word=word), from_cv=True))
    return tuple(members), tuple(sorted(set(aside)))
