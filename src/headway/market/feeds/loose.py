"""JSON as people and templates write it: nearly right, mended where only one thing can be meant."""

import html
import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from headway.market.feeds.model import Unfit

MOST_MENDED: Final = 64 * 1024 * 1024
"""Characters of a document that is mended; mending reads it a few times over."""
_COMMENT = r"(?>/\*.*?\*/)|//[^\n]*+"
_BEFORE = re.compile(rf"(?:\s|<!--|<!\[CDATA\[|{_COMMENT})*+", re.DOTALL)
_AFTER = re.compile(rf"(?:[\s;]|{_COMMENT}|-->|\]\]>)*+", re.DOTALL)
_TOKEN = re.compile(
    r"""
    (?P<string> "[^"\\]*+(?:\\.[^"\\]*+)*+" )
    | (?P<out> ,(?=\s*[}\]]) | /\*.*?\*/ | //[^\n]* )   # a comma after the last value; comments
    | (?P<next> \}(?=\s*\{) )                            # one object after another
    | (?P<none> -?\b(?:NaN|Infinity|undefined)\b )
    """,
    re.DOTALL | re.VERBOSE,
)
_ESCAPE = re.compile(
    r"""\\(?:
    (?P<right> ["\\/bfnrt] | u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2} )
    | (?P<half> u[dD][89a-fA-F][0-9a-fA-F]{2} )   # of a character that was cut apart
    | (?P<other> u[0-9a-fA-F]{4} )
    | (?P<wrong> . )
    )""",
    re.DOTALL | re.VERBOSE,
)
_CONTROL = re.compile(r"[\x00-\x1f]")
_WRITTEN: Final = {"\n": "\\n", "\r": "", "\t": "\\t"}


def loose_json(text: str) -> Any:
    """The value of a JSON text, or the list of its values where one follows the other.

    Also with a byte order mark, comment or CDATA marks around it, entities for quotes, comments, line breaks, wrong
    escapes and half characters inside strings, a comma after the last value, NaN. Raises Unfit with the reason.
    """
    problem: Exception | None = None
    for attempt in _attempts(text):
        try:
            return msgspec.json.decode(attempt)
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
            problem = problem or error
    raise Unfit(str(problem))


def _attempts(text: str) -> Iterator[str]:
    """As it stands first; mended only after that, so that nothing right is ever changed."""
    plain = text.strip().removeprefix("\ufeff")
    yield plain
    inner = _within(plain)
    yield inner
    if len(inner) > MOST_MENDED:
        return
    mended = _mended(inner)
    yield mended
    if mended.startswith("{"):
        yield f"[{mended}]"
    if "&" in inner:
        yield html.unescape(inner)
        yield _mended(html.unescape(inner))


def _within(text: str) -> str:
    """Without the comments and marks around it."""
    before = _BEFORE.match(text)
    body = text[before.end() if before else 0 :]
    last = max(body.rfind("}"), body.rfind("]")) + 1
    while last and body.startswith("]]>", last - 2):  # the end of a CDATA mark, not of the value
        last = max(body.rfind("}", 0, last - 2), body.rfind("]", 0, last - 2)) + 1
    return body[:last] if _AFTER.fullmatch(body, last) else body


def _mended(text: str) -> str:
    return _TOKEN.sub(_token, text)


def _token(found: re.Match[str]) -> str:
    if found["string"] is not None:
        if "\\" not in found[0] and found[0].isprintable():
            return found[0]
        return _CONTROL.sub(lambda mark: _WRITTEN.get(mark[0], " "), _ESCAPE.sub(_escape, found[0]))
    if found["next"]:
        return "},"
    return "null" if found["none"] else ""


def _escape(found: re.Match[str]) -> str:
    """A right one stays, half a character becomes a mark, of a wrong one the backslash goes."""
    if found["half"]:
        return "\ufffd"
    return found["wrong"] or found[0]
