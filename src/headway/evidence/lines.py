"""The lines of a document: the unit in which dates, titles and quotes are read."""

import re
from functools import cache

import msgspec

from headway.documents.model import Block, BlockKind, Document
from headway.evidence.dates import find_dates
from headway.evidence.words import SectionWords, load
from headway.learner.model import Quote

_CELLS = re.compile(r"\t+| {4,}")
_COLUMNS = re.compile(r"\S {4,}\S")
_SHORT_NAME = 80
_SHORT_DATE = 24
_DASH_LAST = re.compile(r"\s*[-–—]\s*$")
_DASH_FIRST = re.compile(r"\s*[-–—]\s+")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–— ]*\d{1,2}(?:\s*(?:/|of|von|de|sur|di|van)\s*\d{1,2})?[-–— ]*")
_DECORATION = re.compile(r"^[\s#*_>|]+|[\s*_|]+$")
_BULLET = re.compile(r"^\s*(?:[•»›❯‣◦▪▫■□●○◆◇▸▹►▻➤➢➔→⃁∙·✓✔✦★\uf0b7\uf0a7\uf0d8]\s*|[-–—*+o]\s+)")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a block. start, end count in `Document.text`; number is the 1-based line of that text."""

    start: int
    end: int
    text: str
    block: int
    kind: BlockKind
    number: int
    page: int | None
    size: float | None
    bold: bool
    left: float | None
    top: float | None
    rank: int | None = None
    item: tuple[int, int] | None = None
    """Where the whole list item stands that the line is a part of."""

    @property
    def bare(self) -> str:
        """The text without list marks, Markdown marks and blanks around it."""
        return _DECORATION.sub("", _BULLET.sub("", self.text.strip(" \u200b")))

    @property
    def cells(self) -> list[str]:
        """What stands in different columns of the line."""
        return [cell for part in _CELLS.split(self.bare) if (cell := part.strip(" |"))]


def lines_of(document: Document) -> list[Line]:
    """All lines that hold something, in reading order, without page numbers and running heads."""
    lines = [line for index, block in enumerate(document.blocks) for line in _of_block(document.text, block, index)]
    furniture = _furniture(lines)
    return _whole_ranges([line for line in lines if line.start not in furniture], document.text)


def _whole_ranges(lines: list[Line], text: str) -> list[Line]:
    """A range of dates that is broken at its dash is put together: "Tester, 11/2023 –" over "05/2024"."""
    whole: list[Line] = []
    for line in lines:
        before = whole[-1] if whole else None
        if before is not None and _breaks_range(before, line):
            whole[-1] = msgspec.structs.replace(before, end=line.end, text=text[before.start : line.end])
        else:
            whole.append(line)
    return whole


def _breaks_range(before: Line, line: Line) -> bool:
    near = line.page == before.page and line.block - before.block <= 1 and line.size == before.size
    if not near or len(line.text) > _SHORT_DATE or not (_DASH_LAST.search(before.text) or _DASH_FIRST.match(line.text)):
        return False
    upper, lower = find_dates(before.text), find_dates(f"2000 – {_DASH_FIRST.sub('', line.text)}")
    bare = _DASH_LAST.sub("", before.text).rstrip()
    return (
        bool(upper and lower)
        and upper[-1].to >= len(bare)
        and lower[-1].to >= len(line.text.strip())
        and lower[-1].ranged
    )


def _furniture(lines: list[Line]) -> set[int]:
    """Where lines start that belong to the page: repeated at the edge of pages, a bare number there, "last updated"."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.page is not None:
            pages.setdefault(line.page, []).append(line)
    edges = {page: [*(own[:2] if page > 1 else []), *own[-2:]] for page, own in pages.items()}
    seen: dict[str, set[int]] = {}
    for page, own in pages.items():
        for line in (*own[:2], *own[-2:]):
            seen.setdefault(_NUMBER.sub("#", line.bare), set()).add(page)
    at_edge = [line for own in edges.values() for line in own]
    repeated = {line.start for line in at_edge if len(seen[_NUMBER.sub("#", line.bare)]) > 1}
    numbers = {line.start for line in at_edge if _PAGE_NUMBER.fullmatch(line.bare)}
    return (
        repeated | numbers | {line.start for line in lines if line.kind != "item" and _dated_print().match(line.bare)}
    )


@cache
def _dated_print() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load(SectionWords).furniture))
    return re.compile(rf"(?:{words})\b[^\n]{{0,25}}\d\W*$", re.IGNORECASE)


def _of_block(text: str, block: Block, index: int) -> list[Line]:
    lines: list[Line] = []
    start, item = block.start, block.kind == "item"
    for offset, part in enumerate(text[block.start : block.end].split("\n")):
        if item and lines and block.size is None and _leaves_item(lines[-1].text, part):
            item = False
        if part.strip(" \t\r\u200b"):
            lines.append(
                Line(
                    start=start,
                    end=start + len(part),
                    text=part,
                    block=index,
                    kind="text" if block.kind == "item" and not item else block.kind,
                    number=block.line + offset,
                    page=block.page,
                    size=block.size,
                    bold=block.bold or block.kind == "heading",
                    left=block.box[0] if block.box else None,
                    top=block.box[1] if block.box else None,
                    rank=block.rank,
                )
            )
        start += len(part) + 1
    items = [line for line in lines if line.kind == "item"]
    whole = (block.start, items[-1].end) if items else None
    return [msgspec.structs.replace(line, item=whole) if line.kind == "item" else line for line in lines]


def _leaves_item(before: str, line: str) -> bool:
    """Whether a line under a list item of plain text heads something new: not indented, and with columns, with dates at
    an edge, or a name after a full stop. Wrapped text has none of these.
    """
    bare = line.rstrip()
    if not bare or line[0].isspace() or bare[-1] in ".;,:" or not (bare[0].isupper() or bare[0].isdigit()):
        return False
    if "\t" in bare or _COLUMNS.search(bare):
        return True
    spans = [span for span in find_dates(bare) if span.ranged]
    at_edge = any(not bare[: span.at].strip(" (") or not bare[span.to :].strip(" )") for span in spans)
    return len(bare) < _SHORT_NAME and (at_edge or before.rstrip().endswith("."))


def after(line: Line, position: int) -> Line:
    """The rest of a line from a position in its text on."""
    return msgspec.structs.replace(line, start=line.start + position, text=line.text[position:])


def quote(line: Line, section: str | None) -> Quote:
    """The line as a quotation; start and end give exactly its text."""
    return Quote(text=line.text, page=line.page, line=line.number, start=line.start, end=line.end, section=section)
