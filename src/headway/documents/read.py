"""The door of this room: a file in, a Document out, or one clear line why not.

Formats with risky parsers (PDF, DOCX, HTML) are read in a process of their own with ceilings on
memory, time and output. Small plain text is read here: there is nothing to go wrong, and it is quick.
"""

from pathlib import Path

import msgspec

from headway.documents.kind import DocumentKind, kind_of
from headway.documents.limits import Limits
from headway.documents.model import Document
from headway.documents.parse import parse
from headway.documents.source import Source, open_source, shown, source_of
from headway.documents.worker import Answer, Refused, Task
from headway.errors import UnreadableFile
from headway.sandbox.model import Bounds, Outcome, Stopped
from headway.sandbox.run import Running, start_apart
from headway.values import Finding

_HARMLESS: frozenset[DocumentKind] = frozenset({"text", "markdown", "json-resume"})


class Pending:
    """A document being read. Do other work, then ask for `result()`."""

    def __init__(self, task: Task, under_way: Running | Document) -> None:
        self._task = task
        self._under_way = under_way

    def result(self) -> Document:
        """The document; raises UnreadableFile when the reader refused it or had to be stopped."""
        if isinstance(self._under_way, Running):
            try:
                outcome = self._under_way.result()
            except Stopped as stopped:
                raise _told(stopped, self._task) from None
            self._under_way = document_of(outcome, self._task.name)
        return self._under_way

    def close(self) -> None:
        """Stop reading; the result is not wanted any more."""
        if isinstance(self._under_way, Running):
            self._under_way.close()


def read_document(path: Path, limits: Limits = Limits()) -> Document:
    """Read the file at `path`. Raises UnreadableFile with one line: what is wrong, and what to do."""
    return start_reading(path, limits).result()


def read_bytes(data: bytes, name: str, limits: Limits = Limits()) -> Document:
    """The same for bytes that came through standard input; `name` is how findings call them."""
    return start_bytes(data, name, limits).result()


def start_bytes(data: bytes, name: str, limits: Limits = Limits()) -> Pending:
    """Begin to read bytes, and come back at once."""
    return _start(source_of(data, name, limits), limits)


def start_reading(path: Path, limits: Limits = Limits()) -> Pending:
    """Begin to read, and come back at once. What can be told at the start is raised here already."""
    return _start(open_source(path, limits), limits)


def _start(source: Source, limits: Limits) -> Pending:
    with source.data:
        task = Task(kind_of(source), source.name, limits)
        if task.kind in _HARMLESS and source.size <= limits.in_process_bytes:
            return Pending(task, parse(source.data.read(), task.kind, task.name, limits))
        bounds = Bounds(
            memory_bytes=limits.memory_bytes,
            cpu_seconds=limits.cpu_seconds,
            wall_seconds=limits.wall_seconds,
            output_bytes=limits.characters * 40,  # text, blocks with boxes, and findings
        )
        argument = msgspec.json.encode(task).decode()
        return Pending(task, start_apart("headway.documents.worker", argument, source.data, bounds))


def document_of(outcome: Outcome, name: str) -> Document:
    """The document in a worker's answer; raises UnreadableFile when the worker refused."""
    answer: Answer = msgspec.msgpack.decode(outcome.output, type=Answer)
    if isinstance(answer, Refused):
        raise UnreadableFile(answer.message, answer.hint)
    if not outcome.unmet:
        return answer.document
    what = f"This system cannot limit the {' and '.join(outcome.unmet)} of the process that reads the file."
    finding = Finding("unlimited-reader", "note", name, what, "Read only files that you trust.")
    findings = (*answer.document.findings, finding)
    return msgspec.structs.replace(answer.document, findings=findings)


def _told(stopped: Stopped, task: Task) -> UnreadableFile:
    """A stopped worker in the user's words."""
    limits = task.limits
    why = f" ({stopped.hint})" if stopped.hint else ""  # set when an error of ours ended it: for the bug report
    reasons = {
        "time": f"takes more than {limits.cpu_seconds} s to read",
        "memory": f"needs more than {limits.memory_bytes / 1e9:.2g} GB of memory to read",
        "output": "holds far more text than a CV",
        "died": f"is damaged, or asks for too much memory: its reader gave up{why}",
    }
    return UnreadableFile(
        f"{shown(task.name)} {reasons[stopped.kind]}.", "Open it, export it again as PDF, and give that file."
    )
