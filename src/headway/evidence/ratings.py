"""The level people give themselves in a skill list: "Python (expert)", "SQL - advanced", "Frameworks: intermediate".

Bars, stars and dots are pictures: they are not read.
"""

import re
from bisect import bisect_right
from functools import cache

from headway.evidence.lines import Line
from headway.evidence.own_words import level_of_years, list_goes_on
from headway.evidence.words import LevelWords, load, pattern, plain

_BEHIND = re.compile(r"^\s*(?:[(\[]\s*([^()\[\]]{2,40})[)\]]|[-–—:]\s*([^,;|•\t()]{2,40}?)\s*(?=$|[,;|•\t]))")
_PARTS = re.compile(r"[|;\t•]|[.](?=\s)")
_LINK = re.compile(r"\s+(?:with|in|of|to|at|mit|von|avec|en|de|con|com|em|di|met)$")
_ONLY = re.compile(r"^(?:only|just|nur)\s+|\s+only$")
_NEAR = 120
_MOST_WRAPPED = 4
"""How far from a skill, in characters, its rating or label may stand."""


@cache
def _levels() -> dict[str, int]:
    return {plain(word): level for level, words in load(LevelWords).words.items() for word in words}


def level_word(text: str) -> int | None:
    """The level of a text that is nothing but a word of self-rating; of several ("very good, daily") the first.

    0: the person says that they do not have the skill ("R: none").
    """
    bare = _ONLY.sub("", _LINK.sub("", plain(text)))
    first = re.split(r"\s*[,;/]\s*", bare)[0]
    alone = re.sub(r"\s+(?:level|knowledge|user|skills|experience|exposure|understanding|kenntnisse)$", "", bare)
    level = next((_levels()[word] for word in (bare, first, alone) if word in _levels()), None)
    return _of_time(text) if level is None else level


def _of_time(text: str) -> int | None:
    """ "5 years", "3+ years of experience", "6 months"."""
    found = _time().match(text)
    return None if found is None else level_of_years(float(found.group(1)) / (1 if found.group(2) else 12))


@cache
def _time() -> re.Pattern[str]:
    years = pattern(load(LevelWords).year_words).pattern
    return re.compile(rf"\W*(\d{{1,2}})\s*\+?\s*(?:({years})|months?|monate?)\b(?!\s+ago)", re.IGNORECASE)


def bracket_behind(text: str, end: int) -> int | None:
    """The level in brackets right behind a name."""
    behind = _BEHIND.match(text[end : end + _NEAR])
    return level_word(behind.group(1)) if behind is not None and behind.group(1) else None


class Ratings:
    """The ratings of one skill list, by the position of what they rate."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self._starts = [line.start for line in lines]
        self._alone = {i: level for i, line in enumerate(lines) if (level := level_word(line.bare)) is not None}

    def of(self, start: int, end: int) -> int | None:
        """The level given to what stands from start to end in the document, or None."""
        beside = self.beside(start, end)
        return self.over(start) if beside is None else beside

    def beside(self, start: int, end: int) -> int | None:
        """The level given behind a name: in brackets, after a dash, in the next column."""
        index = self._index(start)
        if index is None:
            return None
        line = self._lines[index]
        behind = _BEHIND.match(line.text[max(end - line.start, 0) :][:_NEAR])
        if behind is not None and (level := level_word(behind.group(1) or behind.group(2))) is not None:
            return level
        return self._of_cell(line, end)

    def over(self, start: int) -> int | None:
        """The level given to a list or group: by its label, or by a word on its own line."""
        index = self._index(start)
        if index is None:
            return None
        level = self._of_list(index, start)
        return self._of_group(index) if level is None else level

    def _of_list(self, index: int, start: int) -> int | None:
        """The level in the label of the list that stands here, also where the list goes on in the next lines."""
        for i in range(index, max(index - _MOST_WRAPPED, 0) - 1, -1):
            line = self._lines[i]
            upto = start if i == index else line.end
            level = self._of_label(line, upto)
            if level is not None:
                return level
            if i == 0 or ":" in line.text[: upto - line.start] or not list_goes_on(self._lines[i - 1].text, line.text):
                return None
        return None

    def _index(self, start: int) -> int | None:
        index = bisect_right(self._starts, start) - 1
        return None if index < 0 or start >= self._lines[index].end else index

    def _of_cell(self, line: Line, end: int) -> int | None:
        """A word in the next column."""
        rest = line.text[max(end - line.start, 0) :][:_NEAR]
        cells = [cell.strip() for cell in re.split(r"\t+| {3,}|\s+\|\s+", rest)]
        return level_word(cells[1]) if len(cells) > 1 and not cells[0].strip(" :") else None

    def _of_label(self, line: Line, start: int) -> int | None:
        """A word before the list: "Advanced: Python, SQL" or "Frameworks (basic): Flask"."""
        before = _PARTS.split(line.text[: start - line.start])[-1]
        colon = before.rfind(":")
        if colon < 0 or len(before) - colon > _NEAR:
            return None
        label = before[:colon]
        bracket = re.search(r"\(([^()]+)\)\s*$", label)
        texts = (re.sub(r"^[\s•*-]+", "", label), re.split(r"[:,]", label)[-1], bracket.group(1) if bracket else "")
        return next((level for text in texts if (level := level_word(text)) is not None), None)

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
