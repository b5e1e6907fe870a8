"""Notice text aimed at machine readers: orders to a screening program, or characters nobody sees.

Headway does not obey text, so such lines change nothing here. They are reported because they can
cost the user an application elsewhere, and because the user may not know that they are there.
"""

import re
from functools import cache
from typing import Final, Literal

import msgspec

from headway.documents.model import Document
from headway.documents.notices import excerpt
from headway.documents.words import load_words
from headway.values import Finding

_BLANK: Final = re.compile(r" ([?*]?)")
_TAGS: Final = re.compile("[\U000e0020-\U000e007e]{3,}")
_MOST_BLANKS: Final = 100
_MOST: Final = 5
"""Findings of this kind per document; more would only bury the others."""


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression (matched without regard to case; blanks match any blanks) and its language."""

    pattern: str
    language: str


@cache
def _patterns() -> re.Pattern[str]:
    phrases = load_words("injection.yaml", tuple[Phrase, ...])
    return re.compile("|".join(f"(?:{_with_any_blanks(each.pattern)})" for each in phrases), re.I | re.M)


def _with_any_blanks(pattern: str) -> str:
    """Blanks of the text may be several or line breaks; a blank that may be missing stays so.

    So many at most: in a text that is nothing but blanks each would be looked at from each before it.
    """
    return _BLANK.sub(lambda match: rf"\s{{{0 if match[1] else 1},{_MOST_BLANKS}}}", pattern)


def orders_in(text: str) -> list[tuple[int, int]]:
    """Where `text` gives orders to a machine reader: start and end of each."""
    return [match.span() for match in _patterns().finditer(text)]


def with_machine_findings(document: Document) -> Document:
    """The document with a warning for each order to a machine, seen or hidden, and for invisible characters."""
    found = [_order(document, *span) for span in orders_in(document.text)[:_MOST]]
    found += _in_hidden(document.findings)
    found += _invisible(document)
    return msgspec.structs.replace(document, findings=document.findings + tuple(found)) if found else document


def _place(document: Document, start: int) -> str:
    block = next((each for each in document.blocks if each.start <= start < each.end), None)
    if block is not None and block.page is not None:
        return f"{document.name}, page {block.page}"
    line = document.text.count("\n", 0, start) + 1
    return f"{document.name}, line {line}"


def _order(document: Document, start: int, end: int) -> Finding:
    quoted = excerpt(document.text[start : end + 40])
    return _finding(_place(document, start), f"Text gives orders to a machine reader: “{quoted}”", "warning")


def _finding(where: str, what: str, severity: Literal["warning", "note"]) -> Finding:
    hint = "It has no effect here. Remove it: screening programs and people treat it as cheating."
    return Finding("instructions-to-machine", severity, where, what, hint)


def _in_hidden(findings: tuple[Finding, ...]) -> list[Finding]:
    hidden = [each for each in findings if each.code == "hidden-text" and orders_in(each.what)]
    return [
        _finding(each.where, f"Hidden text gives orders to a machine reader: {_quote(each.what)}", "warning")
        for each in hidden[:_MOST]
    ]


def _quote(what: str) -> str:
    return what[what.find("“") :]


def _invisible(document: Document) -> list[Finding]:
    """Unicode tag characters: a second text inside the first that no screen shows."""
    found: list[Finding] = []
    for match in list(_TAGS.finditer(document.text))[:_MOST]:
        hidden = "".join(chr(ord(each) - 0xE0000) for each in match[0])
        where = _place(document, match.start())
        what = f"Invisible characters spell a hidden text: “{excerpt(hidden)}”"
        found.append(Finding("hidden-text", "warning", where, what, "Remove them: type that place anew."))
        if orders_in(hidden):
            found.append(_finding(where, f"Invisible characters give orders: “{excerpt(hidden)}”", "warning"))
    return found
