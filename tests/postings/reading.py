"""Read a posting in one call, with the real knowledge base: what the tests of this room share."""

from functools import cache
from pathlib import Path

from headway.app.context import open_context
from headway.mentions.find import Finder
from headway.postings.model import Posting
from headway.postings.read import read_posting
from headway.postings.titles import Titles


@cache
def readers() -> tuple[Finder, Titles]:
    """The finder of skills and the names of roles."""
    context = open_context("2026-11-20")
    return Finder(context.lexicon), Titles(context.knowledge.roles)


def read(text: str, title: str | None = "Data Engineer") -> Posting:
    """The posting."""
    return read_posting(title, text, *readers())


def asked(text: str) -> Posting:
    """A posting whose requirements are one line."""
    return read(f"Requirements:\n - {text}\n")


def needs(text: str) -> dict[str, str]:
    """Skill id to need."""
    return {each.skill: each.need for each in read(text).skills}


SAMPLE = Path(__file__).parent / "sample.html"
