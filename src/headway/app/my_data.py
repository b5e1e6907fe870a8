"""The My data page: what of a person is kept where, and all of it as one file for the browser."""

from pathlib import Path

from headway.app.calendar_feed import key_file, market_file
from headway.app.context import Context
from headway.app.lab_files import folder_of as labs_folder
from headway.app.market_room import folder_of as market_folder
from headway.app.share_word import share_word_file
from headway.app.test_files import folder_of as tests_folder
from headway.app.workspace_room import kept_workspace, path_of, profile_name
from headway.values import Json
from headway.workspace.bundle import Bundle, contents, zipped
from headway.workspace.fold import fold
from headway.workspace.model import Copied

FILE = "headway-export.zip"
DOWNLOADED = f"downloaded in the browser as {FILE}"


def export_zip(context: Context, profile: str | None) -> bytes:
    """Everything of the person: the log as JSON lines and the files that were read. That a copy was taken is written
    down first, so that `forget` can say so. Raises NothingKept, WorkspaceUnusable."""
    copied = Copied(path=DOWNLOADED, what="export")
    with kept_workspace(context, profile) as store, store.alone():
        if copied not in fold(store.entries()).copies:
            store.append(context.today, [copied])
        return zipped(contents(Bundle(store.sealed(), store.attachments())))


def places(context: Context, profile: str | None) -> Json:
    """Where things are: file or folder, what is in it, its size, whether it is about the person."""
    workspace, tests = path_of(context, profile), tests_folder(context, profile)
    rows = [
        (workspace, "Your log: CV as it was read, the file itself, answers, hours, plans, applications", True),
        (key_file(context, profile), "The key of your calendar address", True),
        (market_file(context, profile), "The market plan that your calendar subscribes to", True),
        (
            share_word_file(context, profile),
            "A random word by which the files you hand to a coach are known to be of one person",
            True,
        ),
        (tests, "Tests that you took", True),
        (labs_folder(context, profile), "Labs: hints taken, last results, the key that signs your records", True),
        (market_folder(context), "Imported job postings; nothing about you", False),
        (context.home / "cache", "Compiled facts; can be deleted at any time", False),
    ]
    return {
        "schema": "headway.places/1",
        "profile": profile_name(profile),
        "places": [
            {"path": str(path), "what": what, "yours": yours, "bytes": _size(path)} for path, what, yours in rows
        ],
    }


def _size(path: Path) -> int:
    """Bytes of a file with its journal, or of all below a folder; 0 where there is none."""
    if path.is_dir():
        return sum(map(_bytes, path.rglob("*")))
    return sum(map(_bytes, path.parent.glob(f"{path.name}*"))) if path.parent.is_dir() else 0


def _bytes(path: Path) -> int:
    """Of a file; 0 for a folder, and for a journal that another reader has just taken away."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except FileNotFoundError:
        return 0
