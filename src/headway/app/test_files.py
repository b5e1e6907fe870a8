"""Tests kept in the user's folder, one file each, written whole after every answer."""

from pathlib import Path

import msgspec

from headway.app.context import Context
from headway.app.files import write_whole
from headway.app.workspace_room import open_workspace, path_of
from headway.assessment.model import Session
from headway.assessment.session import decoded
from headway.errors import BadOption
from headway.learner.model import Evidence
from headway.workspace.model import Shown

FOLDER = "tests"


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
