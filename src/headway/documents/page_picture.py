"""The picture of one page, to be shown beside what was read from it."""

from typing import Final

from headway.documents.limits import Limits
from headway.documents.source import source_of
from headway.errors import UnreadableFile
from headway.sandbox.model import Bounds, Stopped
from headway.sandbox.run import run_apart

MOST_BYTES: Final = 16 * 1024 * 1024


def is_pdf(data: bytes) -> bool:
    """Whether there are pages to be pictured."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def page_picture(data: bytes, number: int, limits: Limits = Limits()) -> bytes:
    """PNG of page `number` (from 1) of a PDF, painted in a process with limits. Raises UnreadableFile."""
    bounds = Bounds(
        memory_bytes=limits.memory_bytes,
        cpu_seconds=limits.cpu_seconds,
        wall_seconds=limits.wall_seconds,
        output_bytes=MOST_BYTES,
    )
    try:
        with source_of(data, "cv", limits).data as held:
            painted = run_apart("headway.documents.pdf.page_png", str(number), held, bounds).output
    except Stopped as stopped:
        raise UnreadableFile(f"Page {number} cannot be painted.", "What was read is shown all the same.") from stopped
    if not painted:
        raise UnreadableFile(f"There is no page {number}.", "The document is shorter.")
    return painted
