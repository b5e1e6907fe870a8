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

_MOVED_FROM = re.compile(
    r"\bfrom\b(?!.*\b(?:in)?to\b)|\bvon\b(?!.*\b(?:zu|zur|zum|in|nach|auf)\b)|\b(?:my|meine|meinen)\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""What is left behind, and "my X", are held."""


def wished(text: str, start: int, kind: SectionKind, aim: bool = False, objective: bool = False) -> Wish | None:
    """What the sentence before text[start] says of it. aim: the heading says that all below are aims.

    objective: the heading is that of an objective, where people write what they want or what they are.
    """
    before = _ASIDE.sub(" ", _END.split(text[max(0, start - _FAR) : start])[-1])
    if kind == "skills":
        before = _CELL_END.split(before)[-1]
    about = kind in _ABOUT_THE_PERSON
    at = max(_last(_aims(), before), _unsaid(before, objective)) if about else _last(_to_learn(), before)
    if aim or (about and objective and _for_work(before, _END.split(text[start:])[0])):
        at = max(at, 0)
    learned = _last(_learned(), before) if about else -1
    if max(at, learned) < _held_from(before):
        return None
    if at < 0 and learned < 0:
        return None
    return "aim" if at >= learned else "learned"


def _for_work(before: str, behind: str) -> bool:
    """Whether an objective names the work it is for; what stands before the wish is held: "X coder seeking a role"."""
    return _sought().search(before + behind) is not None and _aims().search(behind) is None


def _unsaid(before: str, objective: bool) -> int:
    """Where a wish ends that no word for wishing tells: "learn X", "switching from X to Y", "Objective: master X"."""
    learn = [found.end() for found in _learn().finditer(before) if not _others().search(before[: found.start()])]
    moves = [found.end() for found in _moves().finditer(before)]
    opened = _openers().match(before)
    first = opened.end() if opened and (objective or opened.group("label")) else -1
    return max((*learn, *moves, first))


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
def _learn() -> re.Pattern[str]:
    """A verb for learning; "scikit-learn" is none."""
    words = "|".join(map(re.escape, load(WishWords).learn))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    return pattern(load(WishWords).others)


@cache
def _moves() -> re.Pattern[str]:
    words = load(WishWords)
    moves, left = ("|".join(map(re.escape, each)) for each in (words.moves, words.moved_from))
    return re.compile(rf"(?<!\w)(?:{moves})(?=\s+(?:\w+\s+){{0,3}}?(?:{left})\b)", re.IGNORECASE)


@cache
def _openers() -> re.Pattern[str]:
    """How an objective begins: "Objective: to master X"."""
    words = load(WishWords)
    labels, openers = ("|".join(map(re.escape, each)) for each in (words.labels, words.openers))
    return re.compile(rf"\W*(?P<label>(?:{labels})\s*[:：–—-]\s*)?(?:to\s+)?(?:{openers})(?!\w)", re.IGNORECASE)


@cache
def _sought() -> re.Pattern[str]:
    return pattern(load(WishWords).sought)


@cache
def _learned() -> re.Pattern[str]:
    return pattern(load(WishWords).learned)


@cache
def _held() -> re.Pattern[str]:
    return pattern(load(WishWords).held)
