"""Skills named in the lines of a CV, and the lines as quotations."""

import datetime as dt
from bisect import bisect_right
from calendar import monthrange

import msgspec

from headway.documents.model import Document
from headway.evidence.denials import denied
from headway.evidence.education import in_label
from headway.evidence.lines import Line
from headway.evidence.model import SectionKind, When
from headway.evidence.own_words import Own, Span, own_level, teaches
from headway.evidence.sections import Part
from headway.evidence.wishes import wished
from headway.learner.model import Quote
from headway.mentions.find import Finder
from headway.mentions.model import Mention, TextBlock
from headway.values import Kind

SECTION_WORDS: dict[SectionKind, str] = {
    "skills": "skills",
    "summary": "summary",
    "experience": "experience",
    "projects": "projects",
    "volunteering": "experience",
    "education": "education",
    "certificates": "certification",
    "publications": "publications",
}
"""The section word that the mentions room understands; other sections are passed without one."""

_DATED: frozenset[SectionKind] = frozenset({"experience", "projects", "volunteering", "education"})

LONGEST_QUOTE = 200
"""Two printed lines: longer items are quoted by the line that names the skill."""

MOST_QUOTES = 6
_INITIALS: frozenset[SectionKind] = frozenset({"publications", "awards", "other"})
"""Where a single capital is an author's initial and not R or C."""


class Place(msgspec.Struct, frozen=True):
    """A mention and where it stands. learned: said to be learned now; own: the level that the words beside it give."""

    mention: Mention
    part: Part
    line: Line
    learned: bool = False
    own: Own | None = None


class Reader:
    """Reads one document with a finder."""

    def __init__(self, document: Document, finder: Finder, today: dt.date) -> None:
        self.document = document
        self.today = today
        self._finder = finder

    def places(self, part: Part, lines: tuple[Line, ...]) -> list[Place]:
        """The mentions in consecutive lines of a part, in order; none that its sentence denies or names as an aim."""
        if not lines:
            return []
        starts = [line.start for line in lines]
        start, end = lines[0].start, lines[-1].end
        block = TextBlock(self.document.text[start:end], SECTION_WORDS.get(part.kind), start)
        found = [m for m in self._finder.find([block]) if len(m.text) > 1 or part.kind not in _INITIALS]
        names = [(m.start - start, m.end - start) for m in found]
        ordered = sorted(names)
        places = []
        for mention, (first, last) in zip(found, names, strict=True):
            wish = wished(block.text, first, part.kind, part.aim, part.objective)
            if wish == "aim" or denied(block.text, first, last):
                continue
            line = lines[max(bisect_right(starts, mention.start) - 1, 0)]
            if part.kind == "education" and in_label(line.text, mention.start - line.start):
                continue
            own = self._own(block.text, (first, last), ordered, part.kind, mention.kind)
            places.append(Place(mention, part, line, wish == "learned", own))
        return places

    def _own(self, text: str, at: Span, names: list[Span], part: SectionKind, kind: Kind) -> Own | None:
        """The level the words beside a name give it. Human skills have none; entries of a CV say less only, since
        "advanced X" is there a course or a piece of work.
        """
        if kind == "human":
            return None
        listed, dated = part == "skills", part in _DATED
        own = own_level(text, *at, names, listed, dated, praise=listed or kind == "tech")
        return None if dated and own is not None and own.level > 1 else own

    def taught(self, place: Place) -> bool:
        """Whether its sentence speaks of teaching others."""
        return teaches(self.document.text, place.mention.start)

    def quote(self, part: Part, line: Line) -> Quote:
        """The line, or all of a short list item; `text` is exactly what stands from start to end."""
        block = self.document.blocks[line.block]
        whole = line.item is not None and line.item[1] - line.item[0] <= LONGEST_QUOTE
        start, end = line.item if line.item is not None and whole else (line.start, line.end)
        return Quote(
            text=self.document.text[start:end],
            page=block.page,
            line=block.line if whole else line.number,
            start=start,
            end=end,
            section=part.heading or part.kind,
        )

    def quotes(self, places: list[Place]) -> tuple[Quote, ...]:
        """Where the mentions stand, each line once."""
        quotes = (self.quote(place.part, place.line) for place in places)
        return tuple({each.start: each for each in quotes}.values())[:MOST_QUOTES]


def by_skill(places: list[Place]) -> dict[str, list[Place]]:
    """The places of each skill, skills in the order of their first mention."""
    grouped: dict[str, list[Place]] = {}
    for place in places:
        grouped.setdefault(place.mention.skill, []).append(place)
    return grouped


def last_day(when: When | None, today: dt.date) -> dt.date | None:
    """The last day of the month (of June where only the year is said), not after today."""
    if when is None:
        return None
    month = when.month or 6
    return min(dt.date(when.year, month, monthrange(when.year, month)[1]), today)
