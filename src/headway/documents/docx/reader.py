"""DOCX to a Document: headers, body in reading order (tables row by row, boxes once), notes, footers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

import msgspec
from lxml import etree

from headway.documents.building import Piece, joined
from headway.documents.docx.archive import Archive, Relation
from headway.documents.docx.paragraphs import Ground, Paragraph, Run, take_apart
from headway.documents.docx.styles import Styles, W, ground_of, value_of
from headway.documents.limits import Limits
from headway.documents.lines import is_capitals, is_item, is_short_title
from headway.documents.model import BlockKind, Document, Link
from headway.documents.notices import hidden_text
from headway.errors import UnreadableFile
from headway.values import Finding

_PARTS: Final = ("header", "footnotes", "endnotes", "footer")
_BLANKS: Final = re.compile(r"[^\S\t]+")
_FILLS: Final = re.compile(rb"solidFill|gradFill|blipFill|fillcolor=")
LABEL: Final = 60
"""Characters. A table cell up to this long can stand on one line with its neighbours."""


class Part(msgspec.Struct, frozen=True):
    """One part of the document being read, with what its paragraphs refer to."""

    relations: dict[str, Relation]
    where: str


class Reading:
    """What has been found so far; filled part by part."""

    def __init__(self, name: str, styles: Styles, painted: bool) -> None:
        self.name = name
        self.styles = styles
        self.ground = Ground(painted)
        self.links: list[Link] = []
        self.hidden: list[tuple[str, Run]] = []
        self.sizes: Counter[float] = Counter()
        self.body_size: float | None = None

    def paragraphs(self, parent: "etree._Element", part: Part, ground: Ground) -> Iterator[list[Piece]]:
        """Each paragraph below `parent` as its lines; a table row counts as one."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, part, ground)
            elif child.tag == f"{W}tbl":
                yield from self._table(child, part, ground)
            elif child.tag in (f"{W}del", f"{W}moveFrom") or not isinstance(child.tag, str):
                continue
            elif child.tag != f"{W}sectPr":
                yield from self.paragraphs(child, part, ground)

    def _paragraph(self, element: "etree._Element", part: Part, ground: Ground) -> Iterator[list[Piece]]:
        found = take_apart(element, self.styles, ground)
        self._note(found, part)
        yield [piece for piece in self._lines(found) if piece.text]
        for box in found.boxes:
            yield from self.paragraphs(box, part, Ground(ground.painted or _is_filled_box(box)))

    def _note(self, found: Paragraph, part: Part) -> None:
        self.hidden += [(part.where, run) for run in found.runs if run.how]
        for target, text in found.links:
            relation = part.relations.get(target)
            address = target[4:] if target.startswith("url:") else relation.target if relation else ""
            if address.startswith(("http://", "https://", "mailto:")):
                self.links.append(Link(address, text.strip()))
        for run in found.runs:
            if run.look.size and not run.how:
                self.sizes[run.look.size] += len(run.text)

    def _lines(self, found: Paragraph) -> Iterator[Piece]:
        seen = [run for run in found.runs if not run.how and run.text.strip()]
        size = max((run.look.size or 0.0 for run in seen), default=0.0) or None
        bold = bool(seen) and all(run.look.bold for run in seen)
        for line in found.text.split("\n"):
            text = _BLANKS.sub(" ", line).strip()
            yield Piece(text, self._kind(found, text, size, bold), None, None, size, bold)

    def _kind(self, found: Paragraph, text: str, size: float | None, bold: bool) -> BlockKind:
        if self.styles.is_heading(found.style) and len(text) <= 2 * LABEL:
            return "heading"
        if found.numbered or is_item(text) or self.styles.is_item(found.style):
            return "item"
        large = size is not None and self.body_size is not None and size >= 1.15 * self.body_size
        title = is_short_title(text) and (large or bold)
        return "heading" if title or is_capitals(text) else "text"

    def _table(self, table: "etree._Element", part: Part, ground: Ground) -> Iterator[list[Piece]]:
        # A table style may paint its rows; which, is a long story: white text is taken to be seen then.
        styled = value_of(table.find(f"{W}tblPr"), "tblStyle") not in (None, "", "TableGrid", "TableNormal")
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is table:
                yield from self._row(row, part, Ground(ground.painted or styled))

    def _row(self, row: "etree._Element", part: Part, ground: Ground) -> Iterator[list[Piece]]:
        cells = [self._cell(cell, part, ground) for cell in row.iter(f"{W}tc") if _is_own_cell(cell, row)]
        cells = [cell for cell in cells if cell]
        if len(cells) > 1 and _one_line(cells):
            yield [Piece("\t".join(cell[0].text for cell in cells), "table", None, None, cells[-1][0].size)]
            return
        label = len(cells) == 2 and _is_label(cells[0]) and cells[1][0].kind in ("text", "heading")
        if label and cells[0][0].kind != "heading":
            first = cells[1][0]
            both = msgspec.structs.replace(first, text=f"{cells[0][0].text}\t{first.text}")
            cells = [[both, *cells[1][1:]]]
        yield from cells

    def _cell(self, cell: "etree._Element", part: Part, ground: Ground) -> list[Piece]:
        properties = cell.find(f"{W}tcPr")
        merge = None if properties is None else properties.find(f"{W}vMerge")
        if merge is not None and merge.get(f"{W}val") != "restart":
            return []  # goes on from the cell above, which was read there
        painted = ground.painted or ground_of(properties) is not None
        return [piece for lines in self.paragraphs(cell, part, Ground(painted)) for piece in lines]


def _is_own_cell(cell: "etree._Element", row: "etree._Element") -> bool:
    return next(cell.iterancestors(f"{W}tr")) is row


def _one_line(cells: list[list[Piece]]) -> bool:
    return all(len(cell) == 1 for cell in cells) and sum(len(cell[0].text) for cell in cells[:-1]) <= 3 * LABEL


def _is_label(cell: list[Piece]) -> bool:
    return len(cell) == 1 and len(cell[0].text) <= LABEL


def _is_filled_box(box: "etree._Element") -> bool:
    """True when the shape around a text box is painted, so that white text in it can be seen."""
    shape = next((each for each in box.iterancestors() if str(each.tag).endswith(("}wsp", "}shape", "}rect"))), None)
    return shape is not None and _FILLS.search(etree.tostring(shape)) is not None


def read_docx(data: bytes, name: str, limits: Limits) -> Document:
    """Read a DOCX. UnreadableFile when it is damaged, protected, another format, or a bomb."""
    archive = Archive(data, name, limits)
    main = archive.main_part()
    root = archive.xml(main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise UnreadableFile(f"{name} has no text body.", "Save it again as DOCX, or export it as PDF.")
    relations = archive.relations(main)
    styles = Styles(archive.xml(_target(relations, "styles")))
    reading = Reading(name, styles, _has_painted_page(root))
    sections = _sections(archive, relations, body, main)
    for each, part in sections:  # once to learn the size of body text, by which headings are told
        _consume(reading.paragraphs(each, part, reading.ground))
    reading.body_size = reading.sizes.most_common(1)[0][0] if reading.sizes else None
    reading.links, reading.hidden = [], []
    pieces = [
        piece for each, part in sections for lines in reading.paragraphs(each, part, reading.ground) for piece in lines
    ]
    text, blocks = joined(pieces)
    findings = tuple(_hidden_findings(reading))
    links = tuple(dict.fromkeys(reading.links))
    return Document(name, "docx", text, blocks, findings, links=links)


def _consume(items: Iterable[object]) -> None:
    for _ in items:
        pass


def _target(relations: dict[str, Relation], kind: str) -> str:
    return next((each.target for each in relations.values() if each.kind == kind and not each.outside), "")


def _sections(
    archive: Archive, relations: dict[str, Relation], body: "etree._Element", main: str
) -> list[tuple["etree._Element", Part]]:
    """Headers, the body, notes, footers. Headers that say the same (first page, even pages) count once."""
    found: dict[str, list[tuple[etree._Element, Part]]] = {kind: [] for kind in _PARTS}
    texts: set[str] = set()
    for relation in relations.values():
        if relation.kind not in found or relation.outside:
            continue
        root = archive.xml(relation.target)
        text = "" if root is None else "".join(each.text or "" for each in root.iter(f"{W}t"))
        if root is not None and text.strip() and text not in texts:
            texts.add(text)
            part = Part(archive.relations(relation.target), f"{archive.name}, {relation.kind}")
            found[relation.kind].append((root, part))
    middle = [(body, Part(relations, archive.name))]
    return found["header"] + middle + found["footnotes"] + found["endnotes"] + found["footer"]


def _has_painted_page(root: "etree._Element") -> bool:
    """True when the page has a colour, or a shape or picture lies behind the text (sidebar designs)."""
    background = root.find(f"{W}background")
    if background is not None and background.get(f"{W}color", "FFFFFF").upper() not in ("FFFFFF", "AUTO"):
        return True
    return any(each.get("behindDoc") in ("1", "true") for each in root.iter("{*}anchor"))


def _hidden_findings(reading: Reading) -> Iterator[Finding]:
    """One finding for each stretch of neighbouring hidden runs."""
    for (where, how), group in groupby(reading.hidden, key=lambda pair: (pair[0], pair[1].how)):
        yield hidden_text(where, "".join(run.text for _, run in group), how)
