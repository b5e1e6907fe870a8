"""Tests kept in the user's folder, one file each, written whole after every answer."""

import re
from pathlib import Path

import msgspec

from headway.app.context import Context
from headway.app.files import write_whole
from headway.app.workspace_room import entries_so_far, open_workspace, path_of
from headway.assessment.model import Session
from headway.assessment.session import decoded
from headway.errors import BadOption
from headway.learner.model import Evidence
from headway.workspace.model import Shown

FOLDER = "tests"
SESSION = re.compile(r"\d{4}-\d\d-\d\d-[0-9]{1,6}")
"""The id of a test: the day it was begun and its number on that day."""


def folder_of(context: Context, profile: str | None) -> Path:
    """Where this person's tests are: beside their workspace."""
    return path_of(context, profile).parent / FOLDER


def file_of(context: Context, session: Session, profile: str | None) -> Path:
    """The file of a test."""
    return folder_of(context, profile) / f"{session.id}.json"


def save(context: Context, session: Session, profile: str | None) -> None:
    """Keep a test as it stands; the workspace beside it is made where there is none. Raises BadOption."""
    path = file_of(context, session, profile)
    if not path.exists():
        open_workspace(context, profile).close()
    write_whole(path, msgspec.json.encode(session, order="deterministic"), "HEADWAY_HOME")


def keep(context: Context, pieces: tuple[Evidence, ...], profile: str | None) -> bool:
    """Write the result of a test into the workspace's log. False: it proves nothing."""
    if not pieces:
        return False
    with open_workspace(context, profile) as store:
        store.append(context.today, [Shown(pieces=pieces)])
    return True


def next_number(context: Context, profile: str | None) -> int:
    """The number of a new test among those of today. One that a file has is not given twice, though the file be
    damaged, nor one that answers in the log have: those would take the place of each other."""
    begins = f"{context.today.isoformat()}-"
    pieces = (p for e in entries_so_far(context, profile) if isinstance(e.body, Shown) for p in e.body.pieces)
    ids = [piece.id.split(":")[1] for piece in pieces if piece.id.startswith(f"test:{begins}")]
    ids += [path.stem for path in folder_of(context, profile).glob(f"{begins}*.json")]
    return max((int(id_.removeprefix(begins)) for id_ in ids if SESSION.fullmatch(id_)), default=0) + 1


def load(path: Path) -> Session:
    """A test from its file. Raises BadOption."""
    try:
        return decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise BadOption(f"{path} cannot be read: {error.strerror}.", "Name a test's file.") from error


def earlier(context: Context, profile: str | None) -> tuple[tuple[Session, ...], tuple[str, ...]]:
    """All tests kept, oldest first, and the names of files that are none any more."""
    found, broken = [], []
    for path in sorted(folder_of(context, profile).glob("*.json")):
        try:
            found.append(load(path))
        except BadOption:
            broken.append(path.name)
    return tuple(sorted(found, key=lambda session: (session.begun, session.id))), tuple(broken)
