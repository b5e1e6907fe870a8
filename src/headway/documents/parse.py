"""Bytes of a known kind to a Document. Runs in the worker, or in the caller's process for small plain text."""

from headway.documents.kind import DocumentKind
from headway.documents.limits import Limits
from headway.documents.model import Document
from headway.errors import UnreadableFile


def parse(data: bytes, kind: DocumentKind, name: str, limits: Limits) -> Document:
    """Read `data` and add what is noticed in every format: language, and text aimed at machines."""
    from headway.documents.language import with_language
    from headway.documents.machine import with_machine_findings

    document = read_as(data, kind, name, limits)
    if not document.text.strip():
        raise UnreadableFile(f"{name} holds no text that a reader can see.", _why_empty(document))
    return with_machine_findings(with_language(_capped(document, limits)))


def read_as(data: bytes, kind: DocumentKind, name: str, limits: Limits) -> Document:
    """The reader for `kind`; each brings its own heavy libraries."""
    if kind == "pdf":
        from headway.documents.pdf.reader import read_pdf

        return read_pdf(data, name, limits)
    if kind == "docx":
        from headway.documents.docx.reader import read_docx

        return read_docx(data, name, limits)
    if kind == "html":
        from headway.documents.html import read_html

        return read_html(data, name)
    if kind == "markdown":
        from headway.documents.markdown import read_markdown

        return read_markdown(data, name)
    if kind == "json-resume":
        from headway.documents.json_resume import read_json_resume

        return read_json_resume(data, name)
    from headway.documents.text import read_text

    return read_text(data, name)


def _why_empty(document: Document) -> str:
    if any(finding.code == "hidden-text" for finding in document.findings):
        return "All of its text is hidden (white, tiny or covered). Export it again."
    if document.format == "pdf":
        return "It may be a scan or a picture: export it from where it was written, or run text recognition on it."
    return "Export it again as PDF or DOCX."


def _capped(document: Document, limits: Limits) -> Document:
    """The document cut at a block's end when it has more characters than a document may have."""
    from msgspec.structs import replace

    from headway.documents.notices import cut_short

    if len(document.text) <= limits.characters:
        return document
    blocks = tuple(block for block in document.blocks if block.end <= limits.characters)
    end = blocks[-1].end if blocks else limits.characters
    what = f"Only the first {end:,} of {len(document.text):,} characters were read."
    findings = (*document.findings, cut_short(document.name, what))
    return replace(document, text=document.text[:end], blocks=blocks, findings=findings)
