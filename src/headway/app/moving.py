"""`headway export, import, backup, forget`: all of a person's data out, in, copied and erased."""

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from headway.app.calendar_feed import FILES as CALENDAR
from headway.app.context import Context
from headway.app.files import STDIN, check_writable, read_stdin
from headway.app.lab_files import folder_of as labs_of
from headway.app.log_words import entry_rows
from headway.app.options import number_word
from headway.app.share_word import WORD as SHARE_WORD
from headway.app.test_files import folder_of
from headway.app.workspace_room import is_kept, kept_workspace, open_workspace, path_of, profile_name
from headway.errors import BadOption, NothingKept, UnknownName, WorkspaceUnusable
from headway.values import Json
from headway.workspace.backup import back_up, rescue
from headway.workspace.bundle import Bundle, contents, log_lines, of_lines, read_bundle, write_folder, write_zip
from headway.workspace.erase import Erased, erase_all, erase_entries
from headway.workspace.fold import fold
from headway.workspace.model import Attachment, Copied, Undone
from headway.workspace.seal import number_of
from headway.workspace.store import Store


def export(context: Context, profile: str | None, target: str, *, rescued: bool = False) -> Json | None:
    """Everything as plain JSON lines and attachments: a folder, a zip (by its name), or for `-` the lines on standard
    output (None then). rescued: what can be read of a damaged workspace. Raises BadOption, WorkspaceUnusable."""
    path = Path(target)
    if target != STDIN and path.exists() and (_is_zip(path) or not path.is_dir() or any(path.iterdir())):
        raise BadOption(f"{path} is there already.", "Name a new folder or zip; nothing is overwritten.")
    lost = 0
    if rescued:
        bundle, lost = rescue(_existing(context, profile))
    else:
        if target != STDIN:
            _remember(context, profile, path, "export")
        with kept_workspace(context, profile) as store:
            bundle = Bundle(store.sealed(), store.attachments())
            fold(store.entries())  # every seal is looked at
    if target == STDIN:
        sys.stdout.buffer.write(log_lines(bundle.sealed))
        return None
    _write(bundle, path)
    return {
        "schema": "headway.export/1",
        "path": str(path),
        "entries": len(bundle.sealed),
        "attachments": _files(bundle.attachments),
        "lost": lost,
    }


def _existing(context: Context, profile: str | None) -> Path:
    if not is_kept(context, profile):
        raise NothingKept("Nothing is kept yet.", "There is nothing to rescue.")
    return path_of(context, profile)


def _write(bundle: Bundle, path: Path) -> None:
    """The export is there whole or not at all."""
    zipped = _is_zip(path)
    fresh = path.with_name(f".{path.name}.unfinished")
    _remove(fresh)  # of a run that was killed
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        (write_zip if zipped else write_folder)(contents(bundle), fresh)
        fresh.replace(path)
    except OSError as error:
        raise BadOption(f"{path} cannot be written: {error.strerror}.", "Choose another place.") from error
    finally:
        _remove(fresh)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _is_zip(path: Path) -> bool:
    return path.suffix.casefold() == ".zip"


def _remember(context: Context, profile: str | None, path: Path, what: str) -> None:
    """Before the copy is written: a copy that nobody knows of could not be listed when all is forgotten."""
    with kept_workspace(context, profile) as store, store.alone():
        copied = Copied(path=str(path.resolve()), what="export" if what == "export" else "backup")
        if copied not in fold(store.entries()).copies:
            store.append(context.today, [copied])


def _files(attachments: tuple[Attachment, ...]) -> list[Json]:
    return [{"digest": a.digest, "name": a.name, "bytes": len(a.content)} for a in attachments]


def import_(context: Context, profile: str | None, source: str, *, replace_damaged: bool = False) -> Json:
    """Bring in an export, a backup or the lines of a log; what is there already stays as it is. Checked before anything
    is written; all or none. Raises UnreadableFile, WorkspaceUnusable, BadOption."""
    bundle = of_lines(read_stdin(), "standard input") if source == STDIN else read_bundle(Path(source))
    aside = _set_aside(context, profile) if replace_damaged else None
    with open_workspace(context, profile) as store:
        _no_loose_ends(store, bundle, source)
        added = store.merge(bundle.sealed, bundle.attachments)
        total = len(store.entries())
    return {
        "schema": "headway.import/1",
        "added": added,
        "already_there": len(bundle.sealed) - added,
        "entries": total,
        "attachments": _files(bundle.attachments),
        "attachments_missing": list(bundle.missing),
        "damaged_file": str(aside) if aside else None,
    }


def _no_loose_ends(store: Store, bundle: Bundle, source: str) -> None:
    """What an entry undoes must be there or come along."""
    known = {each.id for each in (*store.sealed(), *bundle.sealed)}
    from headway.workspace.seal import open_seal

    for each in bundle.sealed:
        body = open_seal(each).body
        if isinstance(body, Undone) and body.entry not in known:
            raise BadOption(
                f"{source}: entry {number_of(each.id)} undoes one that is not in it.", "Import the whole export."
            )


def _set_aside(context: Context, profile: str | None) -> Path | None:
    """Rename a damaged workspace, so that a new one can take its place. Refused while it can be read."""
    path = path_of(context, profile)
    if not path.exists():
        return None
    from headway.errors import WorkspaceUnusable

    try:
        with Store(path) as store:
            store.entries()
    except WorkspaceUnusable:
        aside = next(p for n in range(1, 1000) if not (p := path.with_name(f"{path.name}.damaged-{n}")).exists())
        for ending in ("-wal", "-shm", ""):
            part = path.with_name(path.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
        return aside
    raise BadOption(
        "The workspace is not damaged.", "Leave --replace-damaged out: what is new is added to what is there."
    )


def backup(context: Context, profile: str | None, target: str) -> Json:
    """A verified copy of the workspace's file. Raises BadOption, WorkspaceUnusable, NothingKept."""
    path = Path(target)
    check_writable(path, "FILE")
    if path.exists():
        raise BadOption(f"{path} is there already.", "Name a new file; nothing is overwritten.")
    _remember(context, profile, path, "backup")
    with kept_workspace(context, profile) as store:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            bundle = back_up(store, path)
        except OSError as error:
            raise BadOption(f"{path} cannot be written: {error.strerror}.", "Choose another place.") from error
    return {
        "schema": "headway.backup/1",
        "path": str(path),
        "entries": len(bundle.sealed),
        "attachments": _files(bundle.attachments),
        "bytes": path.stat().st_size,
    }


def forget(context: Context, profile: str | None, which: tuple[str, ...], *, sure: bool) -> Json:
    """Erase everything of a profile, or some entries, for good; without `sure` only say what would go.

    Copies outside the workspace are listed, not touched. Raises NothingKept, UnknownName, WorkspaceUnusable.
    """
    path = path_of(context, profile)
    with kept_workspace(context, profile) as store:
        entries = store.entries()
        chosen = [e for e in entries if not which or any(_means(word, e.id) for word in which)]
        _all_found(which, [e.id for e in entries])
        rows = entry_rows(context, chosen, fold(entries).undone)
        files = _files(store.attachments())
        copies = fold(entries).copies
        erased = Erased(entries=len(chosen), attachments=len(files))
        if sure:
            erased = erase_entries(store, [e.id for e in chosen]) if which else erase_all(store)
    everything = sure and not which
    aside = _other_files(path.parent, f"{path.name}.damaged-*", remove=everything)
    aside += [] if which else _other_files(folder_of(context, profile), "*", remove=everything)
    aside += [] if which else _other_files(labs_of(context, profile), "*", remove=everything)
    aside += [] if which else _other_files(path.parent, CALENDAR, remove=everything)
    aside += [] if which else _other_files(path.parent, SHARE_WORD, remove=everything)
    return {
        "schema": "headway.forget/1",
        "erased": sure,
        "profile": profile_name(profile),
        "entries": rows,
        "entries_erased": erased.entries if sure else 0,
        "attachments_erased": erased.attachments if sure else 0,
        "attachments": files if not which else [],
        "files": [str(path), *aside],
        "file_gone": erased.gone,
        "copies_elsewhere": [{"path": c.path, "what": c.what, "there": Path(c.path).exists()} for c in copies],
    }


def _means(word: str, id_: str) -> bool:
    return id_ == word or number_of(id_) == number_word(word)


def _all_found(which: tuple[str, ...], ids: list[str]) -> None:
    for word in which:
        if not any(_means(word, id_) for id_ in ids):
            raise UnknownName(f"There is no entry '{word}'.", "'headway log' shows the entries with their numbers.")


def _other_files(folder: Path, pattern: str, *, remove: bool) -> list[str]:
    """Further files of the person, which go along when everything goes: damaged workspaces set aside, tests taken."""
    found = sorted(p for p in folder.glob(pattern) if p.is_symlink() or not p.is_dir()) if folder.is_dir() else []
    for each in found if remove else ():
        _erase(each)
    if found and remove:
        with suppress(OSError):
            folder.rmdir()
    return [str(each) for each in found]


def _erase(path: Path) -> None:
    """Overwritten where it lies, then taken away; of a link only the link. Raises WorkspaceUnusable."""
    with suppress(OSError):  # a file that may not be written may be taken away all the same
        if not path.is_symlink():
            with path.open("r+b") as file:
                file.write(b"\0" * path.stat().st_size)
                os.fsync(file.fileno())
    try:
        path.unlink()
    except OSError as error:
        raise WorkspaceUnusable(f"{path} cannot be removed: {error.strerror}.", "Remove it by hand.") from error
