"""Plans as calendars that other programs subscribe to: the kept plan, and a market plan that was put there.

Their addresses have a key of their own, which opens them and nothing else. It lies beside the workspace, for its owner
only, and goes with it; so does the calendar of the market plan, since market plans are kept nowhere else.
"""

import hmac
import os
import secrets
from pathlib import Path
from typing import Final

from headway.app.context import Context
from headway.app.workspace_room import kept_workspace, path_of
from headway.errors import WorkspaceUnusable
from headway.whole import whole

FILE: Final = "calendar-key.txt"
MARKET: Final = "calendar-market.ics"
FILES: Final = "calendar-*"
"""Both, as a pattern."""
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


def market_file(context: Context, profile: str | None) -> Path:
    """Where the calendar of a market plan lies, whether it is there or not."""
    return path_of(context, profile).parent / MARKET


def keep_market(context: Context, profile: str | None, content: bytes) -> None:
    """Let the address of the market calendar give this from now on; without a key one is made. Raises NothingKept,
    WorkspaceUnusable."""
    kept_workspace(context, profile).close()
    _put(market_file(context, profile), content, "What was there before still holds.")
    if feed_key(context, profile) is None:
        renew(context, profile)


def market_calendar_kept(context: Context, profile: str | None) -> bytes | None:
    """What was put there last; None where nothing is."""
    try:
        return market_file(context, profile).read_bytes()
    except OSError:
        return None


def drop_market(context: Context, profile: str | None) -> bool:
    """The market calendar gives nothing any more; whether it did. Raises WorkspaceUnusable."""
    return _gone(market_file(context, profile))


def renew(context: Context, profile: str | None) -> str:
    """A fresh key in the place of an earlier one, which opens nothing from now on. Raises NothingKept,
    WorkspaceUnusable."""
    kept_workspace(context, profile).close()
    key = secrets.token_urlsafe(BYTES)
    _put(key_file(context, profile), key.encode(), "The earlier key still holds.")
    return key


def take_back(context: Context, profile: str | None) -> bool:
    """No key opens the calendar any more; whether there was one. Raises WorkspaceUnusable."""
    return _gone(key_file(context, profile))


def _put(path: Path, content: bytes, otherwise: str) -> None:
    """Whole or not at all, for its owner only. Raises WorkspaceUnusable."""
    try:
        with whole(path) as fresh:
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
    except OSError as error:
        raise WorkspaceUnusable(f"{path} cannot be written: {error.strerror}.", otherwise) from error


def _gone(path: Path) -> bool:
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise WorkspaceUnusable(f"{path} cannot be removed: {error.strerror}.", "Remove it by hand.") from error
    return True
