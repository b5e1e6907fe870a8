"""The text of one paragraph: its visible runs, what is hidden, its links, and boxes anchored in it."""

from typing import Final

import msgspec
from lxml import etree

from headway.documents.docx.styles import Look, Styles, W, ground_of, is_white, value_of

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TINY: Final = 2.0
"""Points. Nobody reads text smaller than this."""

_SKIPPED: Final = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt", "sdtPr")}
    | {f"{MC}Fallback"}
)
_SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}sym": "•",
}


class Ground(msgspec.Struct, frozen=True):
    """What lies beneath a paragraph: `painted` when something dark may, so that white text can be seen."""

    painted: bool = False


class Run(msgspec.Struct, frozen=True):
    """A stretch of text of one look. `how` says why it cannot be seen, empty when it can."""

    text: str
    look: Look
    how: str = ""


class Paragraph(msgspec.Struct):
    """A paragraph taken apart."""

    style: str | None
    numbered: bool
    runs: list[Run] = []
    links: list[tuple[str, str]] = []
    """Relation id or `url:` and address, and the text it stands on."""
    boxes: list["etree._Element"] = []

    @property
    def text(self) -> str:
        """The visible text."""
        return "".join(run.text for run in self.runs if not run.how)


def take_apart(element: "etree._Element", styles: Styles, ground: Ground) -> Paragraph:
    """Read a w:p."""
    properties = element.find(f"{W}pPr")
    numbered = properties is not None and properties.find(f"{W}numPr") is not None
    if numbered and properties is not None:
        numbered = value_of(properties.find(f"{W}numPr"), "numId") != "0"
    found = Paragraph(value_of(properties, "pStyle"), numbered, [], [], [])
    ground = Ground(ground.painted or ground_of(properties) is not None)
    _walk(element, found, styles, ground)
    return found


def _walk(element: "etree._Element", found: Paragraph, styles: Styles, ground: Ground) -> None:
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            if tag == f"{W}instrText":
                _field_link(child, found)
            continue
        if tag == f"{W}r":
            _run(child, found, styles, ground)
        elif tag == f"{W}hyperlink":
            before = len(found.runs)
            _walk(child, found, styles, ground)
            text = "".join(run.text for run in found.runs[before:])
            found.links.append((child.get(f"{R}id", ""), text))
        elif tag == f"{MATH}t":
            found.runs.append(Run(child.text or "", Look()))
        else:
            _walk(child, found, styles, ground)


def _run(element: "etree._Element", found: Paragraph, styles: Styles, ground: Ground) -> None:
    look = styles.look(element.find(f"{W}rPr"), found.style)
    parts: list[str] = []
    _collect(element, parts, found)
    text = "".join(parts)
    if text:
        found.runs.append(Run(text, look, _why_unseen(look, ground) if text.strip() else ""))


def _collect(element: "etree._Element", parts: list[str], found: Paragraph) -> None:
    """Text of a run's children; boxes and pictures in it are put aside."""
    for child in element:
        tag = child.tag
        if tag == f"{W}txbxContent":
            found.boxes.append(child)
        elif tag == f"{W}instrText":
            _field_link(child, found)
        elif not isinstance(tag, str) or tag in _SKIPPED:
            continue
        elif tag == f"{W}t":
            parts.append(child.text or "")
        elif tag in _SIGNS:
            parts.append(_SIGNS[tag])
        else:
            _collect(child, parts, found)


def _field_link(element: "etree._Element", found: Paragraph) -> None:
    """The address in a field such as HYPERLINK "https://..."."""
    code = (element.text or "").strip()
    if code.upper().startswith("HYPERLINK") and code.count('"') >= 2:
        found.links.append((f"url:{code.split(chr(34))[1]}", ""))


def _why_unseen(look: Look, ground: Ground) -> str:
    if look.hidden:
        return "marked as hidden"
    if look.size is not None and look.size < TINY:
        return f"{look.size:g} points small"
    if is_white(look.colour) and look.ground is None and not ground.painted:
        return "white on white"
    return ""
