"""What is kept of a person's labs beside their workspace: hints taken, the last result, the key that signs records."""

import os
from pathlib import Path
from typing import Any

import msgspec

from headway.app.context import Context
from headway.app.files import write_whole
from headway.app.workspace_room import is_kept, open_workspace, path_of
from headway.errors import BadOption

FOLDER = "labs"
KEY = "signing-key"
KEY_BYTES = 32


class LabState(msgspec.Struct, frozen=True, kw_only=True):
    """One lab. hints: how many were shown. outcome, words, checked: of the last check. passed: the day of the first
    pass that counts. moved: what the last of them moved. solution_seen: the model solution was shown before that.
    """

    hints: int = 0
    solution_seen: bool = False
    outcome: str = ""
    words: str = ""
    checked: str | None = None
    passed: str | None = None
    moved: dict[str, Any] | None = None


def folder_of(context: Context, profile: str | None) -> Path:
    """Where this person's labs are."""
    return path_of(context, profile).parent / FOLDER


def lab_state(context: Context, profile: str | None, lab: str) -> LabState:
    """What is kept of a lab; an empty state where nothing is. Raises BadOption where it cannot be read."""
    path = folder_of(context, profile) / f"{lab}.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=LabState)
    except FileNotFoundError:
        return LabState()
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as error:
        raise BadOption(
            f"{path} is no saved lab any more: {error}.",
            "Delete this file: only the hints taken and the last result go, what a pass proved stays in the log.",
        ) from error


def keep_state(context: Context, profile: str | None, lab: str, state: LabState) -> None:
    """Write it; the workspace beside it is made where there is none."""
    path = folder_of(context, profile) / f"{lab}.json"
    if not is_kept(context, profile):
        open_workspace(context, profile).close()
    write_whole(path, msgspec.json.encode(state), "HEADWAY_HOME")


def signing_key(context: Context, profile: str | None) -> bytes:
    """The person's key, made on first use and readable by nobody else. Raises MissingExtra, BadOption."""
    from headway.labs.record import new_key

    path = folder_of(context, profile) / KEY
    try:
        if path.exists():
            return _sound(path.read_bytes(), path)
        key = new_key()
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(key)
    except OSError as error:
        raise BadOption(f"{path} cannot be used: {error.strerror}.", "Look at its rights.") from error
    return key


def _sound(key: bytes, path: Path) -> bytes:
    if len(key) != KEY_BYTES:
        raise BadOption(f"{path} is no key any more.", "Delete it: the next record gets a new one.")
    return key
