"""The word that keeps the files of one person together and apart from those of others."""

import hashlib
import os
import secrets
from pathlib import Path
from typing import Final

from headway.app.context import Context
from headway.app.workspace_room import path_of
from headway.errors import BadOption

WORD: Final = "share-word"
"""File beside the workspace, of chance from which the words are made; 'headway forget' erases it."""
BYTES: Final = 16


def share_word_file(context: Context, profile: str | None) -> Path:
    """Where it lies, whether it is there or not."""
    return path_of(context, profile).parent / WORD


def word_of(context: Context, profile: str | None, about: bytes) -> str:
    """The same word in every file of one person, from chance kept beside the workspace. Raises BadOption."""
    path = share_word_file(context, profile)
    try:
        try:
            chance = path.read_bytes()
        except FileNotFoundError:
            chance = secrets.token_bytes(BYTES)
            path.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(chance)
    except OSError as error:
        raise BadOption(f"{path} cannot be used: {error.strerror}.", "Look at its rights.") from error
    return hashlib.blake2b(about, key=chance[:64] or b"-", digest_size=8).hexdigest()
