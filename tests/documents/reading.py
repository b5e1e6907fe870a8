"""Short ways to read a document in a test."""

from headway.documents.kind import DocumentKind
from headway.documents.limits import Limits
from headway.documents.model import Document
from headway.documents.parse import parse

LIMITS = Limits()


def read(data: bytes | str, kind: DocumentKind, limits: Limits = LIMITS, name: str = "cv") -> Document:
    """Parse in this process, without the worker (what we make here is harmless)."""
    raw = data.encode() if isinstance(data, str) else data
    return parse(raw, kind, name, limits)


def blocks(document: Document) -> list[str]:
    """The text of each block."""
    return [document.text[block.start : block.end] for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def codes(document: Document) -> list[str]:
    """Codes of the findings."""
    return [finding.code for finding in document.findings]


def told(document: Document, code: str) -> str:
    """What the findings with this code say, joined."""
    return " | ".join(f"{each.where}: {each.what}" for each in document.findings if each.code == code)
