"""Lines of a text and the section each stands in: requirements, benefits, about the company, legal ..."""

import re
from bisect import bisect_right
from functools import cache, lru_cache

from headway.mentions.words import load_words

_LONGEST_HEADING = 70
_LONGEST_LABEL = 40
_BULLET = re.compile(r"\s*(?:[-*•▪◦●‣·–—o»>✓]|\d{1,2}[.)])\s+")
_NOT_A_HEADING = (".", ",", ";", "!")


class Layout:
    """Where lines start, and what each is. Sections carry on until the next known heading."""

    __slots__ = ("bullets", "chrome", "headings", "sections", "starts")

    def __init__(self, text: str, section: str | None = None) -> None:
        self.starts: list[int] = []
        self.sections: list[str] = []
        self.headings: list[bool] = []
        self.bullets: list[bool] = []
        self.chrome: dict[int, int] = {}
        current, position = (section_of(section) or "none") if section else "none", 0
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
        if not heading and 0 < (colon := line.find(":", 0, _LONGEST_LABEL)) < len(line) - 1:
            label = section_of(line[:colon].strip(" -*•\t"))
            here = label if label in ("skills", "preferred", "required", "benefits") else here
        self.starts.append(position)
        self.sections.append(here)
        self.headings.append(heading)
        self.bullets.append(bullet)
        return current

    def is_chrome(self, line: int, name: str) -> bool:
        """Whether a name is all that a section's heading says (`Publications`): furniture, not a statement."""
        return line > 0 and self.chrome.get(line) == len(name)

    def line_at(self, position: int) -> int:
        """Index of the line that holds a position; blank lines are not counted."""
        return bisect_right(self.starts, position) - 1


@lru_cache(maxsize=20_000)
def _heading(line: str) -> tuple[bool, str | None]:
    """Whether a short line reads as a heading, and the section it opens (None: no known one)."""
    bare = line.strip().strip("#*_= ")
    if not bare or bare.endswith(_NOT_A_HEADING) or bare.count(" ") > 8 or bare.count(",") > 3:
        return False, None
    label, colon, rest = bare.partition(":")
    if colon and rest.strip():
        return False, None
    section = section_of(label)
    return (section is not None or bool(colon) or bare.isupper()), section


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
