"""The far end of `read`: runs in a process apart, takes bytes, gives a Document or one line of refusal."""

import msgspec

from headway.documents.kind import DocumentKind
from headway.documents.limits import Limits
from headway.documents.model import Document
from headway.errors import UnreadableFile


class Task(msgspec.Struct, frozen=True):
    """What the worker is asked to read."""

    kind: DocumentKind
    name: str
    limits: Limits


class Read(msgspec.Struct, frozen=True, tag="read"):
    """The document."""

    document: Document


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The reader's refusal: message and hint of an UnreadableFile."""

    message: str
    hint: str


Answer = Read | Refused


def work(argument: str, data: bytes) -> bytes:
    """Called by `sandbox.launch` with a Task as JSON and the file's bytes."""
    from headway.documents.parse import parse

    task = msgspec.json.decode(argument, type=Task)
    answer: Answer
    try:
        answer = Read(parse(data, task.kind, task.name, task.limits))
    except UnreadableFile as refusal:
        answer = Refused(refusal.message, refusal.hint)
    return msgspec.msgpack.encode(answer)
