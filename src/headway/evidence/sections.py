"""Parts of a CV: which heading opens what, and the lines under it.

A known phrase (data/evidence/sections.yaml) that stands alone is a heading, however it is set; a
heading whose words we do not know opens a section `other` only where it is set like the known ones
and larger than the text. A heading in the left column of a line ("Experience | Acme Ltd") counts too.
"""

import re
from functools import cache
from statistics import median

import msgspec

from headway.documents.model import Document
from headway.evidence.dates import find_dates
from headway.evidence.headings import (
    LONGEST_HEADING,
    Opening,
    by_part,
    is_document_title,
    misspelt_opening,
    phrase_opening,
)
from headway.evidence.lines import Line, after, lines_of
from headway.evidence.model import Section, SectionKind
from headway.evidence.titles import is_company, is_employer, is_title
from headway.evidence.words import PersonWords, load, pattern

_SIDEBAR: frozenset[SectionKind] = frozenset(
    {"skills", "certificates", "languages", "interests", "references", "other", "awards", "education"}
)
_PROSE = 100
_HEADER_BLOCKS = 2
SHORT_NOTE = 5
"""Lines up to which a text without any heading is taken for what somebody noted down about themselves."""
_CAPS_AND_LARGER = 1.08
_LABEL = re.compile(r"([^:]{2,40}):\s+\S")
_ADDRESS = re.compile(r"@|://|www\.|\d{5}|\+\d|[|•·]")
_VALUE = re.compile(r":\s*\S|\d")
"""What a heading does not have: "GPA: 3.7"."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A section with its lines, heading left out. learning: only being learned; aim: what is wanted;
    contact: how to reach the person; mixed: jobs and projects under one heading;
    objective: what is wanted, or who one is.
    """

    kind: SectionKind
    heading: str
    lines: tuple[Line, ...]
    first: int
    last: int
    learning: bool = False
    contact: bool = False
    aim: bool = False
    mixed: bool = False
    objective: bool = False

    @property
    def section(self) -> Section:
        return Section(self.kind, self.heading, self.first, self.last)


def parts_of(document: Document) -> list[Part]:
    """The sections in reading order. What stands before the first heading is the header."""
    lines = lines_of(document)
    openings = [_known(line, before) for before, line in zip((None, *lines), lines, strict=False)]
    style = _Style(lines, openings)
    parts: list[Part] = []
    current, start, body = Opening("header", ""), 0, list[Line]()
    rank: int | None = None  # of the heading of the section that is open

    def close(last: int) -> None:
        if body or current.heading:
            kind = _kind(current, body)
            parts.append(
                Part(
                    kind=kind,
                    heading=current.heading,
                    lines=tuple(body),
                    first=start,
                    last=max(start, last),
                    learning=current.learning,
                    contact=current.contact,
                    aim=current.aim,
                    mixed=current.mixed,
                    objective=current.objective,
                )
            )

    for index, line in enumerate(lines):
        opening, rest = _opening(line, openings[index], style, current)
        if opening is not None and openings[index] is None and rank and line.rank and line.rank > rank:
            opening, rest = None, line  # a group inside the section
        if opening is None and _new_column(lines, index, current):
            opening, rest = Opening("summary", ""), line
        if opening is not None:
            close(line.block if rest is not None and body and body[-1].block == line.block else line.block - 1)
            inner = rank and line.rank and line.rank > rank and opening.kind == current.kind
            rank = rank if inner else line.rank
            current, start, body = opening, line.block, []
        if rest is not None:
            body.append(rest)
    close(len(document.blocks) - 1)
    found = [each for part in parts for each in (part, *_unheaded(part))]
    return [*found, *_note(parts[0])] if len(found) == 1 and len(lines) <= SHORT_NOTE else found


def _note(part: Part) -> list[Part]:
    """A document of a few lines without a heading or a sentence is no header of anything: "Python, SQL, Docker"."""
    if part.kind != "header":
        return []
    named = len(part.lines) > 1 and _like_name(part.lines[0].bare) and "," not in part.lines[0].bare
    lines = tuple(line for line in part.lines[named:] if not _ADDRESS.search(line.bare))
    return [msgspec.structs.replace(part, kind="summary", lines=lines)] if lines else []


def _unheaded(part: Part) -> list[Part]:
    """What a header says of the person without a heading: a paragraph under the name, "Profile: ...", "Skills: ...".

    The lines stay in the header too, where nothing is read as a skill.
    """
    found: list[Part] = []
    begun = -1  # the block of the paragraph that was begun
    for line in part.lines if part.kind == "header" else ():
        label = _LABEL.match(line.bare)
        known = phrase_opening(label[1]) if label else None
        if known is not None:
            begun, rest = -1, after(line, line.text.index(":") + 1) or line
            if known.kind in ("summary", "skills") or known.aim:
                found.append(_piece(known, rest))
        elif begun == line.block:
            found[-1] = msgspec.structs.replace(found[-1], lines=(*found[-1].lines, line))
        elif _is_prose(line) or (found and _is_sentence(line)):
            begun = line.block
            found.append(_piece(Opening("summary", ""), line))
    return found


def _piece(opening: Opening, line: Line) -> Part:
    return Part(
        kind=opening.kind, heading="", lines=(line,), first=line.block, last=line.block,
        learning=opening.learning, aim=opening.aim, objective=opening.objective,
    )  # fmt: skip


def _is_prose(line: Line) -> bool:
    """A sentence, or a line of one that wraps; no address, headline or list of contacts."""
    words = line.bare.split()
    ends = line.bare.endswith((".", "!"))
    return len(line.cells) == 1 and not _ADDRESS.search(line.bare) and len(words) >= (4 if ends else 9)


def _is_sentence(line: Line) -> bool:
    """A short sentence among others: "Used SQL." """
    ends = line.bare.endswith((".", "!")) and not line.bare.endswith(("Inc.", "Ltd.", "Co."))
    return ends and line.bare[0].isupper() and len(line.bare.split()) > 1 and not _ADDRESS.search(line.bare)


def _opening(
    line: Line, known: Opening | None, style: "_Style", current: Opening
) -> tuple[Opening | None, Line | None]:
    """The section a line opens, and what of the line belongs to the text under the heading."""
    if known is not None:
        return (None, line) if _is_inner(known, current, line) else (known, None)
    cells = line.cells
    if len(cells) > 1 and (found := phrase_opening(cells[0])) is not None and not _is_label(cells[0], line):
        return found, after(line, line.text.index(cells[0]) + len(cells[0]))
    if line.start == style.name_at:
        return Opening("header", ""), line
    if style.is_heading(line) and not (current.kind == "header" and line.size is None and line.block <= _HEADER_BLOCKS):
        titled = current.kind == "header" and is_title(line.bare)
        return Opening("summary" if titled else "other", line.bare), None
    return None, line


def _is_inner(known: Opening, current: Opening, line: Line) -> bool:
    """A group inside a section: "Languages" and "Tools" in a list of skills stay there."""
    same = current.kind == "skills" and known.kind in ("skills", "languages") and not known.learning
    return same and line.kind == "item"


def _is_label(cell: str, line: Line) -> bool:
    return cell.endswith(":") and line.kind == "item"


def _known(line: Line, previous: Line | None) -> Opening | None:
    """What a line opens that holds one known phrase; not a list item, nor the rest of a wrapped sentence."""
    if len(line.bare) > LONGEST_HEADING or len(line.cells) != 1 or line.kind in ("item", "table"):
        return None
    inside = previous is not None and previous.block == line.block and line.size is not None
    if line.bare[0].islower() or line.bare.endswith(".") or (inside and line.kind != "heading"):
        return None
    opening = phrase_opening(line.bare)
    if opening is None and (line.kind == "heading" or line.bare.endswith(":")):
        opening = misspelt_opening(line.bare)
    return opening or (by_part(line.bare) if line.kind == "heading" else None)


class _Style:
    """How the known headings of this document are set, so that unknown ones can be told."""

    def __init__(self, lines: list[Line], openings: list[Opening | None]) -> None:
        sizes = [line.size for line in lines if line.size]
        self.body = median(sizes) if sizes else 0.0
        heads = [line for line, opening in zip(lines, openings, strict=True) if opening is not None]
        self.sizes = sorted({round(line.size, 1) for line in heads if line.size})
        self.ranks = {line.rank for line in heads if line.rank}
        self.capitals = bool(heads) and all(_is_capitals(line.bare) for line in heads)
        self.name_at = _name_at(lines, {line.start for line in heads})

    def is_heading(self, line: Line) -> bool:
        if (
            _VALUE.search(line.bare)
            or line.kind != "heading"
            or len(line.bare) > LONGEST_HEADING
            or len(line.cells) != 1
            or is_document_title(line.bare)
        ):
            return False
        if line.rank is not None:
            return line.rank in self.ranks and not is_title(line.bare) and not is_company(line.bare)
        if self.capitals:
            return _is_capitals(line.bare) and self._sized(line, 1.0)
        return bool(self.sizes) and self._sized(line, _CAPS_AND_LARGER)

    def _sized(self, line: Line, factor: float) -> bool:
        if not self.sizes or not line.size:
            return not self.sizes
        return line.size >= self.body * factor and any(abs(line.size - size) <= 0.3 for size in self.sizes)


def _name_at(lines: list[Line], known: set[int]) -> int | None:
    """Where the largest line of the first page starts, if it is no known heading: the name, wherever the column is.

    Without sizes, a document that begins with a section's heading has its name at the first heading written like one.
    """
    if lines and lines[0].start in known and not any(line.size for line in lines):
        unknown = (line for line in lines if line.kind == "heading" and line.start not in known)
        return next((line.start for line in unknown if _like_name(line.bare)), None)
    first_page = [line for line in lines if line.page in (None, 1) and line.size]
    largest = max((line.size or 0.0 for line in first_page), default=0.0)
    line = next((line for line in first_page if line.size == largest and line.kind == "heading"), None)
    return line.start if line is not None and line.start not in known else None


def _like_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in words) and not is_title(text)


def _is_capitals(text: str) -> bool:
    return text.isupper()


def _new_column(lines: list[Line], index: int, current: Opening) -> bool:
    """Whether a paragraph begins a new column above a list it does not belong to: a profile without a heading."""
    line, before = lines[index], lines[index - 1] if index else None
    if before is None or current.kind not in _SIDEBAR or line.page != before.page or line.block == before.block:
        return False
    if line.left is None or before.left is None or line.top is None or before.top is None:
        return False
    long = line.kind == "text" and sum(len(x.text) for x in lines[index : index + 4] if x.block == line.block) > _PROSE
    return long and line.left > before.left + 50 and line.top < before.top - 50


def _kind(opening: Opening, body: list[Line]) -> SectionKind:
    """What the section is by its text: "Languages" over programming languages is a list of skills, a "career summary"
    with dates and a freelancer's "projects" with titles and clients are jobs.
    """
    if opening.kind == "languages" and not any(spoken_languages().search(line.text) for line in body):
        return "skills"
    if opening.kind in ("summary", "projects"):
        heads = [line for line in body if line.kind != "item" and len(line.bare) <= _PROSE]
        dated = [line for line in heads if any(span.ranged for span in find_dates(line.text))]
        titles = [line for line in heads if is_title(line.bare)]
        employers = [line for line in heads if is_employer(line.bare)]
        named = len(titles) if opening.kind == "summary" else min(len(titles), len(employers))
        if len(dated) > 1 and 2 * named >= len(dated):
            return "experience"
    return opening.kind


@cache
def spoken_languages() -> re.Pattern[str]:
    """Names of languages people speak."""
    return pattern(name for names in load(PersonWords).languages.values() for name in names)
