"""Entries of a section: a job, a project, a degree, with the lines that head it and the lines that tell about it.

Where dates stand shows where entries begin. The lines between the section's heading and its first
dated line belong to the first entry; every other entry may have as many lines above its date, and no
more. So "title, employer, dates", "dates, title" and "employer with several dated roles" all come out.
"""

import re
from functools import cache

import msgspec

from headway.evidence.dates import DateSpan, DateStyle, find_dates, without_dates
from headway.evidence.lines import Line
from headway.evidence.words import TitleWords, load, pattern

_LONGEST_HEAD = 110
_MOST_LEAD = 4
_MOST_AFTER = 4
_SHORT_ITEM = 60
_ENDS_LIKE_PROSE = re.compile(r"(?<!\b[A-Z])[.;:,]$")
_ENDS_LIKE_NAME = re.compile(
    r"(?:\b(?:inc|ltd|lda|ltda|co|corp|llc|plc|bros|univ|dept|gmbh|s\.?a|s\.?l|b\.?v|n\.?v|s\.?r\.?l|s\.?p\.?a|e\.?v|jr|sr)|\.[a-z])\.$",
    re.I,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|^\S+\.(?:com|org|net|io|dev|de|fr|es|it|nl|pt|ai|co)(?:/\S*)?$|\S+@\S+")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """head: the lines that name it; body: the rest; span: its dates, None without. lead: head lines above the date."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    span: DateSpan | None
    lead: int = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(sorted((*self.head, *self.body), key=lambda line: line.start))

    @property
    def start(self) -> int:
        return min(line.start for line in self.lines)

    @property
    def end(self) -> int:
        return max(line.end for line in self.lines)


def entries_of(lines: tuple[Line, ...], style: DateStyle) -> list[Entry]:
    """The entries of a section in reading order."""
    dated = [_anchor(line, style) for line in lines]
    if not any(dated):
        dated = [_anchor(line, style, items=True) for line in lines]
    anchors = [i for i, span in enumerate(dated) if span is not None]
    starts = _starts(lines, anchors)
    cuts = sorted({0, *starts.values(), *_undated(lines, anchors, starts)})
    entries = []
    for start, end in zip(cuts, [*cuts[1:], len(lines)], strict=True):
        inside = [i for i in anchors if start <= i < end]
        entries.append(
            _entry(lines[start:end], inside[0] - start if inside else None, dated[inside[0]] if inside else None)
        )
    return [entry for entry in entries if entry.lines]


def _anchor(line: Line, style: DateStyle, items: bool = False) -> DateSpan | None:
    """The date that makes a line the beginning of an entry."""
    if line.kind == "item" and not items:
        return None
    text = line.text
    for span in find_dates(text, style):
        before, behind = text[: span.at].strip(" \t(|•*-–—[:"), text[span.to :].strip(" \t)|].,*∗†:")
        at_an_edge = not before or not behind or "\t" in (text[span.at - 1 : span.at], text[span.to : span.to + 1])
        short = len(text) <= _LONGEST_HEAD and not _ENDS_LIKE_PROSE.search(text.strip())
        if (span.ranged or span.apart) and (at_an_edge or (span.ranged and short)) and len(text) <= 2 * _LONGEST_HEAD:
            return span
    return None


def _starts(lines: tuple[Line, ...], anchors: list[int]) -> dict[int, int]:
    """For each dated line the first line of its entry."""
    if not anchors:
        return {}
    lead = _run_above(lines, anchors[0], 0, _MOST_LEAD)
    starts, previous, over = {}, -1, False
    for anchor in anchors:
        above = _run_above(lines, anchor, previous + 1, lead)
        above = above or _name_after_items(lines, anchor, previous)
        if not above:
            above = _title_over_items(lines, anchor, previous, over)
            over = over or above > 1
        starts[anchor] = anchor - above
        previous = anchor
    return starts


def _name_after_items(lines: tuple[Line, ...], anchor: int, previous: int) -> int:
    """A name between the list items of one entry and the date of the next belongs to the next."""
    above = _run_above(lines, anchor, previous + 1, 2)
    first = anchor - above
    after_items = above > 0 and first - 1 > previous and lines[first - 1].kind == "item"
    return above if after_items and all(line.bare[:1].isupper() for line in lines[first:anchor]) else 0


def _title_over_items(lines: tuple[Line, ...], anchor: int, previous: int, usual: bool) -> int:
    """A title over list items of which the first one or two name the employer and the dates ("• From 03/2022 – ...").

    usual: entries above are written so, and a title may have no word that we know.
    """
    if lines[anchor].kind != "item":
        return 0
    above = 0
    while above < 2 and anchor - above - 1 > previous and lines[anchor - above - 1].kind == "item":
        above += 1
    title = anchor - above - 1
    if not above or title <= previous or not is_head(lines[title]):
        return 0
    return above + 1 if usual or _title_words().search(lines[title].bare) else 0


def _run_above(lines: tuple[Line, ...], anchor: int, lowest: int, most: int) -> int:
    """How many lines directly above could head the entry.

    Of `most`, wrapped lines of a paragraph count as one, and a mere length of time ("4 years") not at all.
    """
    i = anchor
    while i > lowest and is_head(lines[i - 1]):
        above, below = lines[i - 1], lines[i]
        wrapped = above.block == below.block and above.size is not None
        if (not wrapped or i == anchor) and without_dates(above.bare).strip():
            if most == 0:
                break
            most -= 1
        i -= 1
    return anchor - i


def _undated(lines: tuple[Line, ...], anchors: list[int], starts: dict[int, int]) -> list[int]:
    """Where entries without a date begin: a heading, or a title after list items, that leads to no date."""
    taken = {i for anchor, start in starts.items() for i in range(start, _head_end(lines, anchor, start))}
    found: list[int] = []
    for i, line in enumerate(lines):
        if i in taken or (found and i - found[-1] == 1) or not is_head(line):
            continue
        after_items = i > 0 and lines[i - 1].kind == "item" and line.kind == "text"
        titled = after_items and _title_words().search(line.bare) is not None and len(line.bare) < 60
        if line.kind == "heading" or (line.bold and after_items) or titled or (after_items and not anchors):
            found.append(i)
    return found


def _entry(lines: tuple[Line, ...], anchor: int | None, span: DateSpan | None) -> Entry:
    if anchor is None and lines and not is_head(lines[0]):
        return Entry(head=(), body=lines, span=None)
    end = _head_end(lines, anchor or 0, 0)
    return Entry(head=lines[:end], body=lines[end:], span=span, lead=anchor or 0)


def _head_end(lines: tuple[Line, ...], anchor: int, start: int) -> int:
    """The first line after the dated one that no longer heads the entry.

    A date alone, with nothing above it, is headed by the item below: a definition list, or a list of jobs.
    """
    end = anchor + 1
    alone = anchor == start and end < len(lines) and not without_dates(lines[anchor].bare).strip(" \t–-:|")
    if alone and lines[end].kind == "item" and lines[anchor].kind != "item":
        return end + 1
    if lines and lines[anchor].kind == "item" and end < len(lines) and _names_company(lines[end]):
        return end + 1
    while end < min(len(lines), anchor + _MOST_AFTER) and is_head(lines[end]):
        end += 1
    return end


def _names_company(line: Line) -> bool:
    """The item below a dated one that says only where: "Institute of Examples"."""
    bare = line.bare
    short = line.kind == "item" and len(bare) < _SHORT_ITEM and not re.search(r"[:.;]", bare)
    named = all(not word[0].islower() or word in load(TitleWords).joining for word in bare.split())
    return short and named and _company_words().search(bare) is not None


def is_head(line: Line) -> bool:
    """Whether a line could name something: short, no list item, no sentence, no label of duties."""
    bare = line.bare
    if line.kind == "item" or not bare or len(bare) > _LONGEST_HEAD:
        return False
    if is_address(bare):
        return True
    if _ENDS_LIKE_PROSE.search(bare) and not _ENDS_LIKE_NAME.search(bare):
        return False
    if "\t" not in bare and (bare[0].islower() or len(bare.split()) > 14):
        return False
    return _duties().match(bare) is None


def is_address(text: str) -> bool:
    """A web or mail address and nothing else."""
    return _ADDRESS.fullmatch(text.strip()) is not None


@cache
def _duties() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, load(TitleWords).labels["duties"]), key=len, reverse=True))
    return re.compile(rf"(?:{labels})\s*[:：]", re.IGNORECASE)


@cache
def _company_words() -> re.Pattern[str]:
    return pattern(load(TitleWords).companies)


@cache
def _title_words() -> re.Pattern[str]:
    return pattern(load(TitleWords).titles)
