"""Whether a sentence names a skill as an aim or as being learned: "looking to move into X", "interested in X"."""

import re
from functools import cache
from typing import Literal

from headway.evidence.model import SectionKind
from headway.evidence.words import WishWords, load, pattern

Wish = Literal["aim", "learned"]

_FAR = 250
"""How far, in characters, a wish may stand before a skill."""

_ABOUT_THE_PERSON: frozenset[SectionKind] = frozenset({"summary", "skills", "other"})
"""Where a wish is the person's; in jobs, projects and studies only a wish to learn is."""

_END = re.compile(r"[.!?;](?=\s|$)|\n\s*\n|\n\s*[•*\-–]\s")
_CELL_END = re.compile(r"(?<![,:])\n|[|\t•]")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
"""What brackets say is said of the name before them."""

_MOVED_FROM = re.compile(r"\bfrom\b(?!.*\b(?:in)?to\b)|\b(?:my|meine|meinen)\s*$", re.IGNORECASE | re.DOTALL)
"""What is left behind, and "my X", are held."""


def wished(text: str, start: int, kind: SectionKind, aim: bool = False) -> Wish | None:
    """What the sentence before text[start] says of it. aim: the heading says that all below are aims."""
    before = _ASIDE.sub(" ", _END.split(text[max(0, start - _FAR) : start])[-1])
    if kind == "skills":
        before = _CELL_END.split(before)[-1]
    at = _last(_aims() if kind in _ABOUT_THE_PERSON else _to_learn(), before)
    at = max(at, 0) if aim else at
    learned = _last(_learned(), before) if kind in _ABOUT_THE_PERSON else -1
    if max(at, learned) < _held_from(before):
        return None
    if at < 0 and learned < 0:
        return None
    return "aim" if at >= learned else "learned"


def _held_from(before: str) -> int:
    left = _MOVED_FROM.search(before)
    return max(_last(_held(), before), left.end() if left else -1)


def _last(words: re.Pattern[str], text: str) -> int:
    return max((found.end() for found in words.finditer(text)), default=-1)


@cache
def _aims() -> re.Pattern[str]:
    return pattern(load(WishWords).aims)


@cache
def _to_learn() -> re.Pattern[str]:
    return pattern(load(WishWords).to_learn)


@cache
def _learned() -> re.Pattern[str]:
    return pattern(load(WishWords).learned)


@cache
def _held() -> re.Pattern[str]:
    return pattern(load(WishWords).held)
