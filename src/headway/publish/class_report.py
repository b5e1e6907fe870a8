"""A class as one self-contained HTML file without scripts."""

from headway.publish.template import drawn
from headway.values import Json


def class_report(answer: Json) -> bytes:
    """The page as UTF-8; the same answer gives the same bytes. Names and file names are only text."""
    return drawn("class.html", {"found": answer})
