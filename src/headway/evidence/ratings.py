"""The level people give themselves in a skill list: "Python (expert)", "SQL - advanced", "Frameworks: intermediate".

Marks that are text ("***--", "3/5", "60 %") are ratings too; bars and dots that are drawn are pictures and not read.
"""

import re
from bisect import bisect_right
from functools import cache

from headway.evidence.lines import Line
from headway.evidence.own_words import Own, level_of_years, list_goes_on, rating
from headway.evidence.words import LevelWords, load, pattern, plain

_BEHIND = re.compile(r"^\s*(?:[(\[]\s*([^()\[\]]{2,40})[)\]]|[-–—:]\s*([^,;|•\t()]{2,40}?)\s*(?=$|[,;|•\t]))")
_PARTS = re.compile(r"[|;\t•]|[.](?=\s)")
_LINK = re.compile(r"\s+(?:with|in|of|to|at|mit|von|avec|en|de|con|com|em|di|met)$")
_ONLY = re.compile(r"^(?:only|just|nur)\s+|\s+only$")
_NEAR = 120
_FEWEST_MARKS = 3
_MOST_WRAPPED = 4
"""How far from a skill, in characters, its rating or label may stand."""


@cache
def _levels() -> dict[str, int]:
    return {plain(word): level for level, words in load(LevelWords).words.items() for word in words}


def level_word(text: str) -> Own | None:
    """The level of a text that is nothing but a word of self-rating; of several ("very good, daily") the first.

    0: the person says that they do not have the skill ("R: none").
    """
    bare = _ONLY.sub("", _LINK.sub("", plain(text)))
    first = re.split(r"\s*[,;/]\s*", bare)[0]
    alone = re.sub(r"\s+(?:level|knowledge|user|skills|experience|exposure|understanding|kenntnisse)$", "", bare)
    word = next((word for word in (bare, first, alone) if word in _levels()), None)
    if word is None:
        return _of_time(text)
    own = rating(_levels()[word], word)
    return own._replace(word=text.strip()) if own.word else own


def _of_time(text: str) -> Own | None:
    """ "5 years", "3+ years of experience", "6 months": how long, not how well."""
    found = _time().match(text)
    return None if found is None else Own(level_of_years(float(found.group(1)) / (1 if found.group(2) else 12)))


def _of_marks(text: str) -> Own | None:
    """ "3/5", "60 %", "***--"; not "***", of which nobody knows how many there could be, nor the line "*****"."""
    found = _marks().fullmatch(text.strip())
    if found is None:
        return None
    if found["full"]:
        full, empty = (len(found[which].replace(" ", "")) for which in ("full", "empty"))
        share = full / (full + empty) if full + empty >= _FEWEST_MARKS else 0.0
    else:
        share = int(found["part"]) / int(found["of"]) if found["part"] else int(found["percent"]) / 100
    levels = load(LevelWords).marks
    return (
        None
        if not 0 < share <= 1
        else Own(max(level for level, least in levels.items() if share >= least), found.group())
    )


def _in_list(text: str) -> Own | None:
    """A rating by words or by marks; in sentences "(40 %)" is about something else."""
    return level_word(text) or _of_marks(text)


@cache
def _marks() -> re.Pattern[str]:
    full, empty = (f"[{re.escape(signs)}]" for signs in (load(LevelWords).full_marks, load(LevelWords).empty_marks))
    return re.compile(
        rf"(?P<part>\d{{1,2}})\s*(?:/|out of|of)\s*(?P<of>5|10)(?!\d)|(?P<percent>\d{{1,3}})\s?%"
        rf"|(?P<full>{full}(?: ?{full}){{0,9}}) ?(?P<empty>{empty}(?: ?{empty}){{0,9}})"
    )


@cache
def _marks_behind() -> re.Pattern[str]:
    return re.compile(rf"\s*({_marks().pattern})\s*(?=[,;|•\t]|$)")


@cache
def _time() -> re.Pattern[str]:
    years = pattern(load(LevelWords).year_words).pattern
    return re.compile(rf"\W*(\d{{1,2}})\s*\+?\s*(?:({years})|months?|monate?)\b(?!\s+ago)", re.IGNORECASE)


def bracket_behind(text: str, end: int) -> Own | None:
    """The level in brackets right behind a name."""
    behind = _BEHIND.match(text[end : end + _NEAR])
    return level_word(behind.group(1)) if behind is not None and behind.group(1) else None


class Ratings:
    """The ratings of one skill list, by the position of what they rate."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self._starts = [line.start for line in lines]
        self._alone = {i: own for i, line in enumerate(lines) if (own := _in_list(line.bare)) is not None}

    def of(self, start: int, end: int) -> Own | None:
        """The level given to what stands from start to end in the document, or None."""
        beside = self.beside(start, end)
        return self.over(start) if beside is None else beside

    def beside(self, start: int, end: int) -> Own | None:
        """The level given behind a name: in brackets, after a dash, as marks, in the next column."""
        index = self._index(start)
        if index is None:
            return None
        line = self._lines[index]
        rest = line.text[max(end - line.start, 0) :][:_NEAR]
        behind = _BEHIND.match(rest)
        if behind is not None and (own := _in_list(behind.group(1) or behind.group(2))) is not None:
            return own
        marks = _marks_behind().match(rest)
        if marks is not None:
            return _of_marks(marks.group(1))
        return self._of_cell(line, end)

    def over(self, start: int) -> Own | None:
        """The level given to a list or group: by its label, or by a word on its own line."""
        index = self._index(start)
        if index is None:
            return None
        own = self._of_list(index, start)
        return self._of_group(index) if own is None else own

    def _of_list(self, index: int, start: int) -> Own | None:
        """The level in the label of the list that stands here, also where the list goes on in the next lines."""
        for i in range(index, max(index - _MOST_WRAPPED, 0) - 1, -1):
            line = self._lines[i]
            upto = start if i == index else line.end
            own = self._of_label(line, upto)
            if own is not None:
                return own
            if i == 0 or ":" in line.text[: upto - line.start] or not list_goes_on(self._lines[i - 1].text, line.text):
                return None
        return None

    def _index(self, start: int) -> int | None:
        index = bisect_right(self._starts, start) - 1
        return None if index < 0 or start >= self._lines[index].end else index

    def _of_cell(self, line: Line, end: int) -> Own | None:
        """A word in the next column."""
        rest = line.text[max(end - line.start, 0) :][:_NEAR]
        cells = [cell.strip() for cell in re.split(r"\t+| {3,}|\s+\|\s+", rest)]
        return _in_list(cells[1]) if len(cells) > 1 and not cells[0].strip(" :") else None

    def _of_label(self, line: Line, start: int) -> Own | None:
        """A word before the list: "Advanced: Python, SQL" or "Frameworks (basic): Flask"."""
        before = _PARTS.split(line.text[: start - line.start])[-1]
        colon = before.rfind(":")
        if colon < 0 or len(before) - colon > _NEAR:
            return None
        label = before[:colon]
        bracket = re.search(r"\(([^()]+)\)\s*$", label)
        if plain(re.sub(r"^[\s•*-]+", "", label)) in load(LevelWords).no_labels:
            return None
        texts = (re.sub(r"^[\s•*-]+", "", label), re.split(r"[:,]", label)[-1], bracket.group(1) if bracket else "")
        return next((own for text in texts if (own := _in_list(text)) is not None), None)

    def _of_group(self, index: int) -> Own | None:
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
