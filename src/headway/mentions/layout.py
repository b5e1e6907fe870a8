"""Lines of a text and the section each stands in: requirements, benefits, about the company, legal ..."""

import re
from bisect import bisect_right
from functools import cache, lru_cache

from headway.mentions.words import load_words

_LONGEST_HEADING = 70
_LONGEST_LABEL = 40
_LONGEST_SKILLS_LABEL = 2
"""Blanks in a label that opens a list of skills (`Tools and technologies:`); more are a sentence of their own."""
_SHORTEST_PARAGRAPH = 100
_BULLET = re.compile(r"\s*(?:[-*•▪◦●‣·–—o»>✓]|\d{1,2}[.)])\s+")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NOT_A_HEADING = (".", ",", ";", "!")


class Layout:
    """Where lines start, and what each is. Sections carry on until the next known heading.

    A paragraph after the list items of a section is no part of it (`after`): mostly about the company again.
    """

    __slots__ = ("_given", "bullets", "chrome", "headings", "sections", "starts")

    def __init__(self, text: str, section: str | None = None) -> None:
        self.starts: list[int] = []
        self.sections: list[str] = []
        self.headings: list[bool] = []
        self.bullets: list[bool] = []
        self.chrome: dict[int, int] = {}
        current, position = (section_of(section) or "none") if section else "none", 0
        self._given = section is not None
        for line in text.split("\n"):
            if line and not line.isspace():
                current = self._add(line, position, current)
            position += len(line) + 1

    def _add(self, line: str, position: int, current: str) -> str:
        bullet = _BULLET.match(line) is not None
        here, heading = current, False
        if len(line) <= _LONGEST_HEADING and not bullet:
            heading, found = _heading(line)
            here = current = found or current
            if found:
                self.chrome[len(self.starts)] = len(line.strip(" #*_=:\t"))
        elif self._closes_list(line, bullet):
            here = current = "after"
        if not heading and 0 < (colon := line.find(":", 0, _LONGEST_LABEL)) < len(line) - 1:
            here = _labelled(line[:colon].strip(" -*•\t"), here)
        self.starts.append(position)
        self.sections.append(here)
        self.headings.append(heading)
        self.bullets.append(bullet)
        return current

    def _closes_list(self, line: str, bullet: bool) -> bool:
        """Whether a line is a paragraph of its own right after list items."""
        if bullet or self._given or not self.bullets or not self.bullets[-1]:
            return False
        return len(line) >= _SHORTEST_PARAGRAPH and not line[0].isspace() and line[0].isupper()

    def is_chrome(self, line: int, name: str) -> bool:
        """Whether a name is all that a section's heading says (`Publications`): furniture, not a statement."""
        return line > 0 and self.chrome.get(line) == len(name)

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


def _labelled(label: str, here: str) -> str:
    """The section of a line that starts with its own label (`Nice to have: Rust`)."""
    section = section_of(label)
    if section == "skills" and (here == "benefits" or label.count(" ") > _LONGEST_SKILLS_LABEL):
        return here
    return section if section in ("skills", "preferred", "required", "benefits") else here


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
