"""Lines of a text and the section each stands in: requirements, benefits, about the company, legal ..."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from headway.mentions.words import load_words

_LONGEST_HEADING = 70
_LONGEST_LABEL = 40
_LONGEST_SKILLS_LABEL = 2
"""Blanks in a label that opens a list of skills (`Tools and technologies:`); more are a sentence of their own."""
_SHORTEST_PARAGRAPH = 100
_OF_TOOLS = ("environment", "env")
"""Labels of a list of tools (`Environment: Spark`) that mean something else in longer headings."""
_BULLET = re.compile(r"\s*(?:[-*•▪◦●‣·–—o»>✓]|\d{1,2}[.)])\s+")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NOT_A_HEADING = (".", ",", ";", "!")


class Look(NamedTuple):
    """What a line is by itself. opens: the section it heads, None for no known one; label: the section that its own
    label names. chrome: length of a known heading without its marks, else 0. closes: it may end a list.
    """

    bullet: bool
    heading: bool
    opens: str | None
    label: str | None
    chrome: int
    closes: bool


def look_at(line: str) -> Look:
    """A line that is not blank, whatever stands around it."""
    bullet = _BULLET.match(line) is not None
    heading, opens, chrome, closes, label = False, None, 0, False, None
    if len(line) <= _LONGEST_HEADING and not bullet:
        heading, opens = _heading(line)
        chrome = len(line.strip(" #*_=:\t")) if opens else 0
    else:
        closes = not bullet and len(line) >= _SHORTEST_PARAGRAPH and not line[0].isspace() and line[0].isupper()
    if not heading and 0 < (colon := line.find(":", 0, _LONGEST_LABEL)) < len(line) - 1:
        label = _labelled(line[:colon].strip(" -*•\t"))
    return Look(bullet, heading, opens, label, chrome, closes)


class Layout:
    """Where lines start, and what each is. Sections carry on until the next known heading.

    A paragraph after the list items of a section is no part of it (`after`): mostly about the company again.
    before: lines of the whole text that stand before this part of it. titled: the first line of the whole is a title.
    """

    __slots__ = ("_current", "_given", "before", "bullets", "chrome", "headings", "sections", "starts", "titled")

    def __init__(self, text: str, section: str | None = None) -> None:
        self._begin((section_of(section) or "none") if section else "none", section is not None)
        position = 0
        for line in text.split("\n"):
            if line and not line.isspace():
                self.add(look_at(line), position)
            position += len(line) + 1
        self.titled = len(self.starts) > 1

    def _begin(self, current: str, given: bool = False) -> None:
        self.starts: list[int] = []
        self.sections: list[str] = []
        self.headings: list[bool] = []
        self.bullets: list[bool] = []
        self.chrome: dict[int, int] = {}
        self.before = 0
        self.titled = False
        self._current, self._given = current, given

    @classmethod
    def empty(cls) -> "Layout":
        """One to which lines are added."""
        layout = cls.__new__(cls)
        layout._begin("none")
        return layout

    @classmethod
    def part(cls, whole: "Layout", lines: range, starts: list[int], looks: Sequence[Look]) -> "Layout":
        """Some neighbouring lines as a text of their own, each as it is in the whole."""
        layout = cls.empty()
        layout.starts = starts
        layout.sections = [whole.sections[line] for line in lines]
        layout.headings = [look.heading for look in looks]
        layout.bullets = [look.bullet for look in looks]
        layout.chrome = {number: look.chrome for number, look in enumerate(looks) if look.opens}
        layout.before, layout.titled = lines.start, whole.titled
        return layout

    def add(self, look: Look, position: int) -> None:
        """The next line."""
        here = self._current
        if look.heading:
            here = self._current = look.opens or here
            if look.opens:
                self.chrome[len(self.starts)] = look.chrome
        elif look.closes and not self._given and self.bullets and self.bullets[-1]:
            here = self._current = "after"
        if look.label is not None and not (look.label == "skills" and here == "benefits"):
            here = look.label
        self.starts.append(position)
        self.sections.append(here)
        self.headings.append(look.heading)
        self.bullets.append(look.bullet)

    def is_title(self, line: int) -> bool:
        """Whether a line is the title of the whole."""
        return line + self.before == 0 and self.titled

    def is_chrome(self, line: int, name: str) -> bool:
        """Whether a name is all that a section's heading says (`Publications`): furniture, not a statement."""
        return line + self.before > 0 and self.chrome.get(line) == len(name)

    def line_at(self, position: int) -> int:
        """Index of the line that holds a position; blank lines are not counted."""
        return bisect_right(self.starts, position) - 1


@lru_cache(maxsize=20_000)
def _heading(line: str) -> tuple[bool, str | None]:
    """Whether a short line reads as a heading, and the section it opens (None: no known one)."""
    bare = _ASIDE.sub("", line).strip().strip("#*_= ")
    if not bare or bare.endswith(_NOT_A_HEADING) or bare.count(" ") > 8 or bare.count(",") > 3:
        return False, None
    label, colon, rest = bare.partition(":")
    if colon and rest.strip():
        return False, None
    section = section_of(label)
    return (section is not None or bool(colon) or bare.isupper()), section


def _labelled(label: str) -> str | None:
    """The section of a line that starts with its own label (`Nice to have: Rust`)."""
    section = "skills" if label.lower() in _OF_TOOLS else section_of(label)
    if section == "skills" and label.count(" ") > _LONGEST_SKILLS_LABEL:
        return None
    return section if section in ("skills", "preferred", "required", "benefits") else None


def section_of(heading: str) -> str | None:
    """The section a heading opens, or None when it says nothing we know. Sections come in order of precedence."""
    pattern, sections = _phrases()
    found = pattern.findall(heading.lower().replace("’", "'"))
    return min((sections[phrase] for phrase in found), default=(0, None))[1]


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, tuple[int, str | None]]]:
    """One pattern for all heading phrases, longest first, and the rank and section of each."""
    sections: dict[str, tuple[int, str | None]] = {}
    for rank, (name, phrases) in enumerate(load_words().sections.items()):
        for phrase in phrases:
            sections.setdefault(phrase, (rank, name))
    longest_first = sorted(sections, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})"), sections
