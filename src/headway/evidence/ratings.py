"""The level people give themselves in a skill list: "Python (expert)", "SQL - advanced", "Frameworks: intermediate".

Bars, stars and dots are pictures: they are not read.
"""

import re
from bisect import bisect_right
from functools import cache

from headway.evidence.lines import Line
from headway.evidence.words import LevelWords, load, plain

_BEHIND = re.compile(r"^\s*(?:[(\[]\s*([^()\[\]]{2,40})[)\]]|[-–—:]\s*([^,;|•\t()]{2,40}?)\s*(?=$|[,;|•\t]))")
_NEAR = 120
"""How far from a skill, in characters, its rating or label may stand."""


@cache
def _levels() -> dict[str, int]:
    return {plain(word): level for level, words in load(LevelWords).words.items() for word in words}


def level_word(text: str) -> int | None:
    """The level of a text that is nothing but a word of self-rating; of several ("very good, daily") the first.

    0: the person says that they do not have the skill ("R: none").
    """
    bare = plain(text)
    first = re.split(r"\s*[,;/]\s*", bare)[0]
    alone = re.sub(r"\s+(?:level|knowledge|user|skills)$", "", bare)
    return next((_levels()[word] for word in (bare, first, alone) if word in _levels()), None)


class Ratings:
    """The ratings of one skill list, by the position of what they rate."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self._starts = [line.start for line in lines]
        self._alone = {i: level for i, line in enumerate(lines) if (level := level_word(line.bare)) is not None}

    def of(self, start: int, end: int) -> int | None:
        """The level given to what stands from start to end in the document, or None."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or start >= self._lines[index].end:
            return None
        line = self._lines[index]
        behind = _BEHIND.match(line.text[max(end - line.start, 0) :][:_NEAR])
        if behind is not None and (level := level_word(behind.group(1) or behind.group(2))) is not None:
            return level
        for level in (self._of_cell(line, end), self._of_label(line, start)):
            if level is not None:
                return level
        return self._of_group(index)

    def _of_cell(self, line: Line, end: int) -> int | None:
        """A word in the next column."""
        rest = line.text[max(end - line.start, 0) :][:_NEAR]
        cells = [cell.strip() for cell in re.split(r"\t+| {3,}", rest)]
        return level_word(cells[1]) if len(cells) > 1 and not cells[0].strip(" :") else None

    def _of_label(self, line: Line, start: int) -> int | None:
        """A word before the list: "Advanced: Python, SQL" or "Frameworks (basic): Flask"."""
        colon = line.text.find(":", 0, min(start - line.start, _NEAR))
        if colon < 0:
            return None
        label = line.text[:colon]
        bracket = re.search(r"\(([^()]+)\)\s*$", label)
        before = level_word(re.sub(r"^[\s•*-]+", "", label))
        return before if before is not None or bracket is None else level_word(bracket.group(1))

    def _of_group(self, index: int) -> int | None:
        """A word on its own line: under each name ("Python / advanced"), or under a group's name and over its list."""
        under_each = index + 1 in self._alone and (index + 3 in self._alone or index + 2 >= len(self._lines))
        if under_each:
            return self._alone[index + 1]
        for i in range(index - 1, -1, -1):
            if i in self._alone:
                return None if index - 1 in self._alone and self._names_only(i) else self._alone[i]
            if self._lines[i].bold or index - i > 4 or i + 1 in self._alone:
                return None
        return None

    def _names_only(self, i: int) -> bool:
        """Whether ratings follow names one by one, so that the word above belongs to the line before it."""
        return i + 2 in self._alone and i - 2 in self._alone
