"""The lowest degree stated as required, and whether experience may stand in for it."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from headway.postings.lines import Line, Lines
from headway.postings.model import Degree, DegreeLevel, Need
from headway.postings.needs import Needs
from headway.postings.sentences import sentence_around
from headway.postings.signals import Places
from headway.postings.words import DegreeWords, any_word, load, patterns

RANKS: dict[str, int] = {"bachelor": 1, "master": 2, "phd": 3}
_LEVELS: tuple[DegreeLevel, ...] = ("none", "bachelor", "master", "phd")
_AMOUNT = re.compile(
    r"(?:high|some|any|certain|large|great|varying|considerable|significant|to a|360|180|"
    r"reasonable|fair|\d|the|same|good)[- ]$"
)
_COUNTED = re.compile(r"(?:bachelor|master|phd|ph\.?d|doctora|\bm\.?s|\bb\.?s|\bb\.?a|msc|bsc)[\w.'’]*(?: or above)? $")
"""The word before `degree` has been counted by itself."""
_ADVANCED = re.compile(r"(?:advanced|graduate|higher|postgraduate|post-graduate)(?: \w+)? $")
_NOT_NEEDED = ("degree", "phd", "education", "drop")
"""Every pattern of the list `no_degree` holds one of these."""
_FIELDS = re.compile(
    r"\s*(?:degree|in\b|en\b|ou\b|of\b|or\b|/|,|and\b|\+|\(|from|required|level|with\b|preferred|graduate|student|-)"
)


def _says(name: str) -> re.Pattern[str]:
    return patterns(DegreeWords, name)


class Stated(msgspec.Struct, frozen=True):
    """A degree and where it stands."""

    degree: Degree
    start: int
    end: int


class _Word(msgspec.Struct, gc=False):
    start: int
    end: int
    rank: int
    need: Need
    line: int


def degree_words(lines: Lines, needs: Needs, signals: Places) -> list[_Word]:
    """Every word that names a degree, with its rank and need, in order."""
    found: list[_Word] = []
    for place in signals.get("degree", ()):
        index = lines.index_at(place[0])
        if index < 0:
            continue
        rank = _rank(lines, lines.lines[index], place)
        if rank:
            found.append(_Word(*place, rank, _need(lines, needs, index, place), index))
    return found


def _rank(lines: Lines, line: Line, place: tuple[int, int]) -> int:
    low, (start, end) = lines.low, place
    word = low[start:end]
    if word.startswith("degree"):
        before = low[max(line.start, start - 14) : start]
        if _AMOUNT.search(before) or low.startswith((" of freedom", " of separation", " to which"), end):
            return 0
        if low.startswith(" of ", end) and not low.startswith((" of bachelor", " of master", " of science"), end):
            return 0
        if _COUNTED.search(low, max(line.start, start - 26), start):
            return 0
        return 2 if _ADVANCED.search(low, max(line.start, start - 30), start) else 1
    if word == "grado en" and low.startswith((" que", " el que", " la que"), end):
        return 0
    if word in load(DegreeWords).short or word in ("ba", "mba"):
        near = low[max(line.start, start - 20) : min(line.end, end + 25)]
        if (
            not _FIELDS.match(low, end, line.end)
            or not re.search(
                r"degree|phd|ph\.d|\bbs\b|\bmsc?\b|\bbsc?\b|b\.s|m\.s|bachelor|computer|engineering| in | en | ou |"
                r"science|stem|equivalent|field|studen",
                near,
            )
            or re.match(
                r" (?:sql|office|excel|teams|azure|word|power|dynamics|access|project|of the|data (?:lake|model))",
                low[end : end + 14],
            )
        ):
            return 0
    if word == "master" and not re.match(
        r"(?:[’']?s)?(?: of (?:science|arts|eng)|[’']?s? degree|[’']?s? in |/| or | en | ou | oder )",
        low[end : end + 12],
    ):
        return 0
    return min((rank for part in word.split("/") if (rank := _level_of(part))), default=0)


_HIGHER_WISHED = re.compile(
    r"[,;(] ?(?:an? |the )?(?:masters?\b|msc?\b|m\.s|phd|ph\.d|doctorate|advanced degree|graduate degree)[^,;.]{0,40}"
    r"(?:preferred|a plus|desired|desirable|ideal|welcome)"
)
"""Behind a degree that is asked for, a higher one that is wished for: `Bachelor's in X, Master's preferred`."""


def _level_of(word: str) -> int:
    return next((RANKS[level] for level, pattern in _levels() if pattern.fullmatch(word)), 0)


@cache
def _levels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = load(DegreeWords).levels
    return tuple((level, re.compile(any_word(words[level]))) for level in ("phd", "master", "bachelor"))


def _need(lines: Lines, needs: Needs, index: int, place: tuple[int, int]) -> Need:
    need = needs.at(place[0])
    line = lines.lines[index]
    if need == "preferred" and line.section == "required" and _HIGHER_WISHED.search(lines.low, place[1], line.end):
        return "required"
    if need != "context" or line.section in ("benefits", "legal", "process", "other") or index == 0:
        return need
    begin, end = sentence_around(lines.low, *place, line.start, line.end)
    if not needs.open_at(index) or _says("people").search(lines.low, begin, end):
        return need
    return "required" if _says("asks").search(lines.low, begin, end) else need


def degree_of(lines: Lines, words: list[_Word]) -> Stated | None:
    """The lowest degree asked for, from the first line that asks for one; None when the text is silent."""
    denied = denied_in(lines) if words or has_dropout(lines.low) else None
    asked = [word for word in words if word.need == "required"]
    if not asked or (denied and all(lines.at(denied.start()) is lines.lines[word.line] for word in asked)):
        return Stated(Degree("none", False), denied.start(), denied.end()) if denied else None
    return asked_in(lines, [word for word in asked if word.line == asked[0].line])


def asked_in(lines: Lines, group: list[_Word]) -> Stated:
    """The lowest degree of a line that asks for one, from its words that are required."""
    level = _LEVELS[min(word.rank for word in group)]
    line = lines.lines[group[0].line]
    end = min(line.end, group[-1].end + 160)
    equivalent = _says("equivalent").search(lines.low, group[0].start, line.end) or _before(lines, line, group[0].start)
    stop = max(group[-1].end, equivalent.end() if equivalent else 0)
    return Stated(Degree(level, equivalent is not None), group[0].start, min(stop, max(end, stop)))


def has_dropout(low: str) -> bool:
    """Whether a text speaks of leaving school: then it may say that no degree is needed, also where it names none."""
    return any(word in low for word in ("dropout", "drop-out", "education is not", "education isn't"))


def denied_in(lines: Lines) -> re.Match[str] | None:
    """The first words that say none is needed. They stand within a line, which names what is not needed."""
    low = lines.low
    marked = {lines.index_at(at) for word in _NOT_NEEDED for at in _places(word, low)}
    found = (
        _says("no_degree").search(low, line.start, line.end)
        for line in (lines.lines[index] for index in sorted(marked) if index >= 0)
    )
    return next((match for match in found if match), None)


def _places(word: str, low: str) -> Iterator[int]:
    at = low.find(word)
    while at >= 0:
        yield at
        at = low.find(word, at + 1)


def _before(lines: Lines, line: Line, start: int) -> re.Match[str] | None:
    """`5+ years of experience or a degree in ...`: the other way round."""
    return re.compile(r"(?:experience|equivalent|background)[^.;]{0,40}\bor (?:an? )?(?:\w+[’']?s? ){0,2}$").search(
        lines.low, max(line.start, start - 90), start
    )
