"""The level that a requirement asks for, from the words and years around it. Editorial: postings state levels in words
and years, never in ours.

The nearest word before a group in its clause counts; one right behind it (`Python (expert)`, `SQL basics`) counts more.
"""

import re
from bisect import bisect_left
from typing import Final

import msgspec

from headway.postings.signals import Places
from headway.values import Level

AWARE: Final[Level] = 1
ASKED: Final[Level] = 2
"""A skill named without more, or with `experience`, `knowledge`, `proficient`: working level."""
OWNED: Final[Level] = 3
YEARS_OF_OWNING: Final = 3.0
"""From so many stated years on, proficient is meant."""

_LEVELS: dict[str, Level] = {"aware": AWARE, "plain": ASKED, "strong": OWNED}
_FURTHEST = 110
"""Characters that a word of level reaches on, to the end of its clause."""
_ENDS = re.compile(
    r"[.;](?=\s|$)|\n|\bbut\b|\b(?:ideally|preferably|plus)\b|\bskills\b,? ?(?:,|and\b|&)|\d\+? years|\s[–—•|]\s"
)
_SAME = re.compile(r"(?:[ /-](?!(?:with|in|of|and|or|for|using)\b)[\w/-]+){0,3}?[ /-]?")
"""`strong` and `experience` in `strong hands-on experience` are one."""
_RIGHT_BEHIND = re.compile(r" ?[(:]? ?| - | – ")


class Cue(msgspec.Struct, gc=False):
    """A word of level and where it stands. taken: it stands right behind a group and speaks of that one only."""

    start: int
    end: int
    level: Level
    taken: bool = False


class Levels:
    """The words of level of one text. signals: of the same text."""

    def __init__(self, low: str, signals: Places) -> None:
        self._low = low
        other = signals.get("no_level", [])
        marks = [Cue(*place, level) for name, level in _LEVELS.items() for place in signals.get(name, ())]
        marks = [each for each in marks if not _inside(each, other)]
        marks.sort(key=lambda each: (each.start, -each.end))
        self._cues: list[Cue] = []
        for each in marks:
            before = self._cues[-1] if self._cues else None
            if before is None or not self._joined(before, each):
                self._cues.append(each)
        self._starts = [each.start for each in self._cues]

    def _joined(self, before: Cue, each: Cue) -> bool:
        """Whether a word only goes on with what another began (`deep familiarity`); the earlier one speaks for both."""
        if each.start < before.end:
            return True
        weaker = each.level == ASKED or (before.level == OWNED and each.start - before.end <= 1)
        goes_on = weaker and _SAME.fullmatch(self._low, before.end, each.start) is not None
        if goes_on:
            before.end = each.end
        return goes_on

    def at(self, start: int, end: int, years: float | None) -> Level:
        """For the group that stands from start to end, with the years stated for it. Ask in the order of the text."""
        if (years or 0.0) >= YEARS_OF_OWNING:
            return OWNED
        number = bisect_left(self._starts, start)
        before = self._cues[number - 1] if number else None
        if before is not None and not self._reaches(before, start):
            before = None
        behind = self._behind(end, number)
        if behind is not None and (behind.level != ASKED or before is None or "," in self._low[before.end : start]):
            behind.taken = True
            return behind.level
        return before.level if before else ASKED

    def _reaches(self, cue: Cue, start: int) -> bool:
        """Whether clause and brackets are still the same."""
        if cue.taken or start - cue.end > _FURTHEST or _ENDS.search(self._low, cue.end, start):
            return False
        between = self._low[cue.end : start]
        return between.count(")") <= between.count("(")

    def _behind(self, end: int, number: int) -> Cue | None:
        """The word that stands right behind."""
        while number < len(self._cues) and self._cues[number].start < end:
            number += 1
        if number == len(self._cues):
            return None
        cue = self._cues[number]
        near = cue.start - end <= 3 and _RIGHT_BEHIND.fullmatch(self._low, end, cue.start)
        return cue if near else None


def _inside(cue: Cue, others: list[tuple[int, int]]) -> bool:
    number = bisect_left(others, (cue.start + 1,))
    before = others[number - 1] if number else None
    return before is not None and before[0] <= cue.start and cue.end <= before[1]
