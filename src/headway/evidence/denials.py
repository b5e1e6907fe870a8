"""Whether a sentence says that a skill is *not* there: "no experience with Docker", "keine Python-Kenntnisse"."""

import re
from functools import cache

from headway.evidence.words import DenialWords, load, pattern

_BEFORE, _BEHIND = 120, 40
"""How far, in characters, a denial may stand before a skill and its noun behind it."""

_END = re.compile(r"[.!?;](?=\s|$)|\n\s*\n|\n\s*[•*\-–]\s")
_WORDS_BETWEEN = 4


def denied(text: str, start: int, end: int) -> bool:
    """Whether the sentence around text[start:end] denies what stands there."""
    before = _turn().split(_END.split(text[max(0, start - _BEFORE) : start])[-1])[-1]
    behind = _turn().split(_END.split(text[end : end + _BEHIND])[0])[0]
    return _never().search(before) is not None or _denies(before, behind)


def _denies(before: str, behind: str) -> bool:
    for no in _no().finditer(before):
        rest = before[no.end() :]
        noun = _noun().search(rest)
        if noun is None:
            follows = _noun().search(behind)
            if follows and _near(rest) and _near(behind[: follows.start()]):
                return True
        elif _near(rest[: noun.start()]) and _link().match(rest[noun.end() :]):
            return True
    return False


def _near(between: str) -> bool:
    """Only words and what joins them, and few: no comma into another clause."""
    return len(between.split()) <= _WORDS_BETWEEN and not re.search(r"[,:()\n]", between)


@cache
def _no() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern(load(DenialWords).denying).pattern})(?=\s|$)", re.IGNORECASE)


@cache
def _noun() -> re.Pattern[str]:
    return pattern(load(DenialWords).nouns)


@cache
def _link() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+\w+)?\s+(?:{pattern(load(DenialWords).links).pattern})", re.IGNORECASE)


@cache
def _never() -> re.Pattern[str]:
    return pattern(load(DenialWords).never)


@cache
def _turn() -> re.Pattern[str]:
    return pattern(load(DenialWords).turns)
