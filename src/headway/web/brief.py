"""The task of a lab as a page shows it: Markdown to HTML, markup inside it shown as text."""

from functools import cache

from markdown_it import MarkdownIt

BELOW = {"h1": "h3", "h2": "h3", "h3": "h4"}
"""The page has its own first and second headings; those of the task come below them."""


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def as_html(brief: str) -> str:
    """HTML of a task without the title it begins with, which the page shows already."""
    tokens = _reader().parse(brief)
    if tokens and tokens[0].tag == "h1":
        tokens = tokens[3:]
    for token in tokens:
        token.tag = BELOW.get(token.tag, token.tag)
    return str(_reader().renderer.render(tokens, _reader().options, {}))
