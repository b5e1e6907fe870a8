"""Opens a person's workspace in the user's folder; several people on one machine each have a profile."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from headway.app.context import Context
from headway.errors import BadOption, NothingKept, WorkspaceUnusable
from headway.workspace.fold import State, fold
from headway.workspace.model import Body, Entry
from headway.workspace.store import Store

DEFAULT_PROFILE = "default"
FILE = "workspace.sqlite3"
BEGIN = "Begin with: headway plan CV --save"
ATTEMPTS: Final = 5
"""How often an answer is worked out on a log that others write to meanwhile."""

Answer = TypeVar("Answer")


def profile_name(word: str | None) -> str:
    """A profile as it is used for a folder: lower-case letters, digits, dot, dash, underscore. Raises BadOption."""
    name = (word or DEFAULT_PROFILE).casefold()
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,39}", name):
        raise BadOption(
            f"--profile is '{word}'.",
            "Use up to 40 letters, digits, dots, dashes and underscores, beginning with a letter or digit.",
        )
    return name


def path_of(context: Context, profile: str | None) -> Path:
    """Where the workspace of a profile lies, whether it is there or not."""
    return context.home / "profiles" / profile_name(profile) / FILE


def is_kept(context: Context, profile: str | None) -> bool:
    """Whether a workspace is there. Raises WorkspaceUnusable where nobody can tell, BadOption."""
    path = path_of(context, profile)
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise WorkspaceUnusable(
            f"{path} cannot be looked at: {error.strerror}.", "Set HEADWAY_HOME to a folder that you may read."
        ) from error
    return True


def open_workspace(context: Context, profile: str | None) -> Store:
    """The workspace, made when it is not there. Raises WorkspaceUnusable, BadOption."""
    return Store(path_of(context, profile))


def kept_workspace(context: Context, profile: str | None) -> Store:
    """The workspace that is there. Raises NothingKept, WorkspaceUnusable, BadOption."""
    if not is_kept(context, profile):
        raise NothingKept(f"Nothing is kept yet{_for(profile)}.", BEGIN)
    return Store(path_of(context, profile))


def entries_so_far(context: Context, profile: str | None) -> tuple[Entry, ...]:
    """The log; nothing where there is none, and none is made by looking. Raises WorkspaceUnusable, BadOption."""
    if not is_kept(context, profile):
        return ()
    with Store(path_of(context, profile)) as store:
        return store.entries()


def state_of(context: Context, profile: str | None) -> State:
    """What the log says. Raises NothingKept where it says nothing."""
    with kept_workspace(context, profile) as store:
        state = fold(store.entries())
    if not state.counted:
        raise NothingKept(f"Nothing is kept yet{_for(profile)}.", BEGIN)
    return state


def counting_proof(context: Context, profile: str | None) -> frozenset[str]:
    """Ids of the pieces of proof that the log holds and that nobody took back."""
    return frozenset(piece.id for piece in fold(entries_so_far(context, profile)).shown)


def thought_over(
    context: Context, store: Store, think: Callable[[tuple[Entry, ...]], tuple[Answer, list[Body]]]
) -> Answer:
    """Write what follows from the log, by `think`, which may take seconds: others may write meanwhile.

    Where somebody did, it is thought over again from the log as it is then. No bodies: nothing is written.
    Raises WorkspaceUnusable where the log does not stand still, and what `think` raises.
    """
    for _ in range(ATTEMPTS):
        entries = store.entries()
        answer, bodies = think(entries)
        if not bodies or store.append_to(entries, context.today, bodies):
            return answer
    raise WorkspaceUnusable(
        f"Something else wrote to your log {ATTEMPTS} times while this was worked out.",
        "Nothing was kept. Run the command again.",
    )


def _for(profile: str | None) -> str:
    name = profile_name(profile)
    return "" if name == DEFAULT_PROFILE else f" for the profile '{name}'"
