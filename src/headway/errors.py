"""Everything that can go wrong, told from the user's side.

HeadwayError                    exit code 2: the question cannot be asked like this
├── InputProblem                a file or an option is not what it should be
│   ├── UnreadableFile          the file cannot be opened or understood
│   ├── UnknownName             an id that the knowledge base does not have
│   └── BadOption               an option's value makes no sense, or two contradict each other
├── KnowledgeBroken             the knowledge base itself has errors (all of them listed)
├── NothingImported             the market was asked before any posting was imported (exit code 1)
├── NothingKept                 progress was asked for before anything was kept (exit code 1)
├── WorkspaceUnusable           the workspace's file is damaged, full, read-only, in use or newer
├── MarketBusy                  another process is writing to the market
├── DiskFull                    there is no room left to write
├── NotReached                  an address on the web did not answer as it should
├── MissingExtra                a feature needs a package that is not installed
└── WorkerFailed                a separate process was stopped (time, memory) or died

Trouble inside the user's own data (hidden text on a CV, a date that cannot be read) is not an
exception: it is a `values.Finding`, gathered and shown beside the result.
"""


class HeadwayError(Exception):
    """Something was asked that cannot be answered; `hint` says what to do next."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def __reduce__(self) -> tuple[type["HeadwayError"], tuple[str, str]]:
        return type(self), (self.message, self.hint)


class InputProblem(HeadwayError):
    """A file or an option is not what it should be."""


class UnreadableFile(InputProblem):
    """The file cannot be opened or understood."""


class UnknownName(InputProblem):
    """An id was named that the knowledge base does not have."""


class BadOption(InputProblem):
    """An option's value makes no sense, or two options contradict each other."""


class KnowledgeBroken(HeadwayError):
    """The knowledge base has errors; each is listed with file and line."""


class NothingImported(HeadwayError):
    """The market was asked before any posting was imported; exit code 1."""

    exit_code = 1


class NothingKept(HeadwayError):
    """The workspace was asked for something that it does not hold yet; exit code 1."""

    exit_code = 1


class WorkspaceUnusable(HeadwayError):
    """The workspace's file cannot be used: damaged, no room, read-only, in use, or of a newer version."""


class MarketBusy(HeadwayError):
    """Another process is writing to the market."""


class DiskFull(HeadwayError):
    """There is no room left to write; what was kept before is safe."""


class NotReached(HeadwayError):
    """An address on the web did not answer as it should, or may not be asked."""


class MissingExtra(HeadwayError):
    """This needs a package that is not installed; the hint is the line that installs it."""


class WorkerFailed(HeadwayError):
    """A separate process was stopped because it used too much time or memory, or it died."""
