"""The kept plan as a calendar that other programs subscribe to: an address with a key of its own.

The key opens the calendar and nothing else. It lies beside the workspace, for its owner only, and goes with it.
"""

import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

from headway.app.context import Context
from headway.app.workspace_room import kept_workspace, path_of
from headway.errors import WorkspaceUnusable

FILE: Final = "calendar-key.txt"
BYTES: Final = 32
"""Of a key: 256 bits, 43 letters."""


def key_file(context: Context, profile: str | None) -> Path:
    """Where the key of a profile lies, whether it is there or not."""
    return path_of(context, profile).parent / FILE


def feed_key(context: Context, profile: str | None) -> str | None:
    """The key in force; None where nobody asked for an address, or it was taken back."""
    try:
        return key_file(context, profile).read_text(encoding="ascii").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def opens(context: Context, profile: str | None, word: str) -> bool:
    """Whether this is the key in force. Takes as long for a wrong one as for the right one."""
    key = feed_key(context, profile)
    return key is not None and hmac.compare_digest(word.encode("utf-8", "surrogateescape"), key.encode())


def renew(context: Context, profile: str | None) -> str:
    """A fresh key in the place of an earlier one, which opens nothing from now on. Raises NothingKept,
    WorkspaceUnusable."""
    kept_workspace(context, profile).close()
    path, key = key_file(context, profile), secrets.token_urlsafe(BYTES)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(key)
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink()
        raise WorkspaceUnusable(
            f"{path} cannot be written: {error.strerror}.", "The earlier key still holds."
        ) from error
    return key


def take_back(context: Context, profile: str | None) -> bool:
    """No key opens the calendar any more; whether there was one. Raises WorkspaceUnusable."""
    path = key_file(context, profile)
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise WorkspaceUnusable(f"{path} cannot be removed: {error.strerror}.", "Remove it by hand.") from error
    return True
