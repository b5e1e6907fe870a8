"""What every tool is handed: the context of today, whose workspace is meant, and the files that may be read."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from headway.app.context import Context, on_this_day
from headway.app.files import there
from headway.app.person import PersonQuestion
from headway.errors import BadOption

LONGEST_TEXT: Final = 400_000
"""Characters of a CV or posting that comes as text."""
NO_FOLDER = "No folder was opened for this assistant, so it can read no file."
HOW_FOLDER = "Give the text itself; or the person starts 'headway mcp --files FOLDER'."


class Desk:
    """One server's side of every call. folders: whose files may be read; nothing outside them ever is."""

    def __init__(
        self, context: Context, *, profile: str | None = None, folders: tuple[Path, ...] = (), fixed: bool = False
    ) -> None:
        self._context = context
        self._fixed = fixed
        self.profile = profile
        self._folders = tuple(_folder(each) for each in folders)

    @property
    def context(self) -> Context:
        """On the day it is now: what was read once is kept, the date is not."""
        if not self._fixed:
            self._context = on_this_day(self._context)
        return self._context

    def file(self, name: str) -> Path:
        """A file in an opened folder, by a name inside it or its whole path. Raises BadOption.

        Links are followed before it is looked at where the file lies, so none leads out. What is not allowed and what
        is not there are told in the same words: whether a file exists elsewhere is not the assistant's business.
        """
        if not self._folders:
            raise BadOption(NO_FOLDER, HOW_FOLDER)
        if "\0" not in name:
            for folder in self._folders:
                path = (folder / name).resolve()
                if path.is_relative_to(folder) and there(str(path)) and path.is_file():
                    return path
        raise BadOption("There is no such file in the folder that was opened.", f"Name a file in {self._named()}.")

    def files(self) -> list[str]:
        """Names of the files that may be read, folder by folder; at most a thousand."""
        found: list[str] = []
        for folder in self._folders:
            inside = (p for p in sorted(folder.rglob("*")) if p.is_file() and p.resolve().is_relative_to(folder))
            found += [p.relative_to(folder).as_posix() for p in inside]
        return found[:1000]

    def _named(self) -> str:
        return ", ".join(folder.name for folder in self._folders)

    @contextmanager
    def document(self, file: str | None, text: str | None, kind: str) -> Iterator[str | None]:
        """The path of a document given by file or by text; None where neither is. kind: its name. Raises BadOption."""
        if file is not None and text is not None:
            raise BadOption(f"Both a file and a text are given as {kind}.", "Give one of the two.")
        if file is not None:
            yield str(self.file(file))
        elif text is None:
            yield None
        elif not text.strip() or len(text) > LONGEST_TEXT:
            raise BadOption(f"The text of the {kind} is empty or too long.", f"Give 1 to {LONGEST_TEXT} characters.")
        else:
            with tempfile.TemporaryDirectory(prefix="headway-") as folder:
                path = Path(folder) / f"{kind}.txt"
                path.write_text(text, encoding="utf-8", errors="replace")
                yield str(path)

    @contextmanager
    def person(self, cv_file: str | None, cv_text: str | None, know: list[str] | None) -> Iterator[PersonQuestion]:
        """Whom a question is about: a CV and words given, else the person of the workspace. Raises BadOption."""
        with self.document(cv_file, cv_text, "cv") as cv:
            yield PersonQuestion(cv=cv, know=tuple(know or ()), profile=self.profile)


def _folder(path: Path) -> Path:
    try:
        found = path.resolve(strict=True)
    except OSError:
        raise BadOption(f"--files: there is no folder {path}.", "Name a folder that is there.") from None
    if not found.is_dir():
        raise BadOption(f"--files: {path} is not a folder.", "Name the folder it is in.")
    return found
