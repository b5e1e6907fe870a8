"""Markdown as a page shows it: links, emphasis, tags and template marks leave only their words, line by line.

The number of lines stays, so that a line of the result is the same line of the file.
"""

import html
import re
from collections.abc import Iterator
from typing import Final

FENCE: Final = re.compile(r"\s*(?:```|~~~)")
_FRONT: Final = re.compile(
    r"\A---[ \t]*\r?\n(?:(?:[\w-]+:.*|[ \t]+.*|-[ \t].*|#.*|[ \t]*)\r?\n){1,60}?---[ \t]*(?=\r?\n|\Z)"
)
_SCRIPT: Final = re.compile(r"<(script|style|noscript)\b[^<>]*>.*?</\1\s*>", re.S | re.I)
_SPACER: Final = re.compile(
    r"(?<=\S)[ \t]*<(span|div)\b[^<>]*>\s*</\1\s*>|<(?:br|/td|/th)\b[^<>]*>(?=[^\r\n]*\S)", re.I
)
_TITLE: Final = re.compile(r"(?m)^[ \t]*<h([1-6])\b[^<>]*>(?=[^\r\n]*\S)", re.I)
_POINT: Final = re.compile(r"(?m)^([ \t]*)<li\b[^<>]*>(?=[^\r\n]*\S)", re.I)
_NAMES: Final = (
    "div|span|p|a|abbr|b|i|u|s|em|strong|small|font|center|ul|ol|li|dl|dt|dd|h[1-6]|table|tbody|thead|tr|td|th|br|hr|img|picture"
    "|source|svg|path|sub|sup|section|header|footer|main|nav|article|aside|button|code|pre|kbd|samp|details|summary|figure"
    "|figcaption|iframe|embed|object|input|label|form|blockquote|time|address|mark|del|ins|ruby|rt|video|audio|link|meta"
)
_TAG: Final = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>", re.I)
_LIQUID: Final = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{:[^{}\r\n]*\}", re.S)
_DEFINITION: Final = re.compile(r"(?m)^ {0,3}\[[^\]\r\n]{1,200}\]:[ \t]+\S[^\r\n]*$")
_TARGET: Final = r"\([^()\s]{0,2000}(?:\([^()\s]*\)[^()\s]{0,2000})*(?:\s+(?:\"[^\"\r\n]*\"|'[^'\r\n]*'))?\)"
_PICTURE: Final = re.compile(rf"!\[[^\[\]\r\n]{{0,300}}\]{_TARGET}")
_LINK: Final = re.compile(rf"\[([^\[\]\r\n]{{1,300}})\](?:{_TARGET}|\[[^\[\]\r\n]{{0,200}}\])")
_CODE: Final = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\r\n]+)\1(?!`)")
_STRONG: Final = re.compile(r"\*\*(?=\S)([^*\r\n]+?)(?<=\S)\*\*|(?<!\w)__(?=\S)([^\r\n]+?)(?<=\S)__(?!\w)")
_SOFT: Final = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\r\n]+?)(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])([^_\r\n]+?)(?<=\S)_(?![\w_])"
)
_ESCAPED: Final = re.compile(r"(?<=\S)\\([\\`*_{}\[\]()#+\-.!|~>&])|\\([\\`*_{}\[\]()+!|~>&])")


def unmarked(text: str) -> str:
    """The text without marks; what stands in a fence stays as it is."""
    return "".join(part if fenced else _prose(part) for fenced, part in _fences(_without_front(text)))


def _without_front(text: str) -> str:
    """Settings for the maker of a page, above the text, are not on the page."""
    return _FRONT.sub(lambda found: _breaks(found[0]), text, count=1)


def _fences(text: str) -> Iterator[tuple[bool, str]]:
    held: list[str] = []
    fenced = False
    for line in text.splitlines(keepends=True):
        mark = FENCE.match(line) is not None
        if mark and not fenced:
            yield False, "".join(held)
            held, fenced = [line], True
            continue
        held.append(line)
        if mark:
            yield True, "".join(held)
            held, fenced = [], False
    yield fenced, "".join(held)


def _prose(text: str) -> str:
    text = _SCRIPT.sub(lambda found: _breaks(found[0]), text)
    text = _SPACER.sub(lambda found: "\t" + _breaks(found[0]), text)
    text = _TITLE.sub(lambda found: "#" * int(found[1]) + " ", text)
    text = _POINT.sub(r"\1- ", text)
    for pattern in (_TAG, _LIQUID, _DEFINITION, _PICTURE):
        text = pattern.sub(lambda found: _breaks(found[0]), text)
    text = _CODE.sub(r"\2", _LINK.sub(r"\1", text))
    for _ in range(2):
        text = _SOFT.sub(_inner, _STRONG.sub(_inner, text))
    return html.unescape(_ESCAPED.sub(_inner, text)).replace("\xa0", " ")


def _inner(found: re.Match[str]) -> str:
    return found[1] or found[2] or ""


def _breaks(text: str) -> str:
    return re.sub(r"[^\r\n]", "", text)
