"""HTML to a Document: block elements become blocks, what a browser does not show is left out."""

import re
from typing import Final

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from headway.documents.building import Piece, joined
from headway.documents.charset import Decoded, decode, encoding_finding
from headway.documents.html_hiding import Declarations, colour_of, is_painted, why_unseen
from headway.documents.lines import is_item
from headway.documents.model import BlockKind, Document, Link
from headway.documents.notices import hidden_text
from headway.errors import UnreadableFile
from headway.values import Finding

_NEVER_SHOWN: Final = frozenset(
    {"script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math", "audio", "video", "canvas"}
)
_INLINE: Final = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    }
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS: Final = frozenset({"td", "th"})
_META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_BLANKS: Final = re.compile(r"[ \t\r\n\f\xa0]+")
DEEPEST: Final = 2000
"""Nested elements. No page that people write comes near."""
_HEAP: Final = 2 * DEEPEST
_ELEMENT: Final = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_MAY_STAY_OPEN: Final = _INLINE | {
    *("area", "base", "body", "br", "caption", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img"),
    *("input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot"),
    *("th", "thead", "tr", "track", "wbr"),
}


class State(msgspec.Struct, frozen=True):
    """What an element hands down to those inside it. depth: elements around; lists: lists among them."""

    kind: BlockKind = "text"
    bold: bool = False
    unseen: str = ""
    white: bool = False
    painted: bool = False
    verbatim: bool = False
    depth: int = 0
    lists: int = 0


class Reading:
    """Pieces found so far, and the line being put together."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pieces: list[Piece] = []
        self.hidden: list[tuple[str, str]] = []
        self.links: list[Link] = []
        self._line: list[str] = []
        self._state = State()

    def add(self, text: str, state: State) -> None:
        """Text that belongs to the line under way."""
        how = state.unseen or ("white on white" if state.white and not state.painted else "")
        if how:
            if text.strip():
                self.hidden.append((how, text))
            return
        if not any(part.strip() for part in self._line):
            self._state = state
        if state.verbatim and "\n" in text:
            *whole, last = text.split("\n")
            for line in whole:
                self._line.append(line)
                self.end_line()
            text = last
        self._line.append(text)

    def next_cell(self) -> None:
        """The next cell of a table row: a tab, when something stands before it."""
        if any(part.strip() for part in self._line):
            self._line.append("\v")

    def end_line(self) -> None:
        """The line under way is complete."""
        text = _BLANKS.sub(" ", "".join(self._line)).strip()
        text = re.sub(r" ?\v[ \v]*", "\t", text).strip()
        self._line = []
        if text:
            kind = self._state.kind
            if kind == "text" and "\t" in text:
                kind = "table"
            elif kind == "text" and is_item(text):
                kind = "item"
            inside = max(self._state.lists - 1, 0) if kind == "item" else 0
            self.pieces.append(Piece(text, kind, bold=self._state.bold, inside=inside))

    def findings(self) -> tuple[Finding, ...]:
        """One finding for each way of hiding, with the first words hidden so."""
        ways = dict.fromkeys(how for how, _ in self.hidden)
        return tuple(
            hidden_text(self.name, " ".join(text for how, text in self.hidden if how == way), way) for way in ways
        )


def read_html(data: bytes, name: str) -> Document:
    """Read an HTML page. UnreadableFile when it is nested absurdly deep."""
    decoded = _decoded(data, name)
    if decoded.text.count("<") > DEEPEST and _is_heap(decoded.text):
        raise _too_deep(name)
    tree = LexborHTMLParser(decoded.text)
    reading = Reading(name)
    if tree.body is not None:
        _walk(tree.body, reading, Declarations(tree))
    reading.end_line()
    text, blocks = joined(reading.pieces)
    findings = encoding_finding(decoded, name) + reading.findings()
    return Document(name, "html", text, blocks, findings, links=tuple(dict.fromkeys(reading.links)))


def _is_heap(text: str) -> bool:
    """Whether far more elements are opened than closed. To parse such a page takes time as the square of its depth.

    Only elements count whose end must be written; one that people write may leave out the ends of some. O(characters).
    """
    depth = 0
    for match in _ELEMENT.finditer(text):
        if match[2].lower() not in _MAY_STAY_OPEN:
            depth = max(depth - 1, 0) if match[1] else depth + 1
            if depth > _HEAP:
                return True
    return False


def _too_deep(name: str) -> UnreadableFile:
    return UnreadableFile(f"{name} nests its elements more than {DEEPEST} deep.", "Export it as PDF.")


def _decoded(data: bytes, name: str) -> Decoded:
    """UTF-8 when it is; else what the page says of itself; else as any text."""
    meta = _META.search(data[:4096])
    try:
        return Decoded(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError:
        pass
    if meta is not None:
        try:
            return Decoded(data.decode(meta[1].decode("ascii")), meta[1].decode("ascii").lower())
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return decode(data, name)


def _walk(body: LexborNode, reading: Reading, declarations: Declarations) -> None:
    """Every node in document order, with a stack of our own: pages may be nested deep on purpose."""
    stack: list[tuple[LexborNode | None, State]] = [(body, State())]
    while stack:
        node, state = stack.pop()
        if node is None:
            reading.end_line()
            continue
        tag = node.tag
        if tag == "-text":
            reading.add(node.text_content or "", state)
            continue
        if tag is None or tag.startswith(("-", "_", "!")) or tag in _NEVER_SHOWN:
            continue
        if state.depth > DEEPEST:
            raise _too_deep(reading.name)
        inner = _inner(node, tag, state, declarations)
        if _enter(node, tag, reading, inner):
            stack.append((None, state))
        children = list(node.iter(include_text=True))
        stack.extend((child, inner) for child in reversed(children))


def _enter(node: LexborNode, tag: str, reading: Reading, inner: State) -> bool:
    """Begin an element; True when the line ends after it."""
    if tag in _CELLS:
        reading.next_cell()
        return False
    if tag == "a":
        address = node.attributes.get("href") or ""
        if address.startswith(("http://", "https://", "mailto:")) and not inner.unseen:
            reading.links.append(Link(address[:2000], _BLANKS.sub(" ", node.text(deep=True)).strip()[:200]))
    if tag in _INLINE:
        return False
    reading.end_line()
    return tag != "br"


def _inner(node: LexborNode, tag: str, state: State, declarations: Declarations) -> State:
    """What the element hands down."""
    kind = state.kind
    if tag in _HEADINGS:
        kind = "heading"
    elif tag in ("li", "dd"):
        kind = "item"
    declared = declarations.of(node)
    white = colour_of(declared)
    return State(
        kind=kind,
        bold=state.bold or tag in _HEADINGS or tag in ("b", "strong", "th"),
        unseen=state.unseen or why_unseen(node, declared),
        white=state.white if white is None else white,
        painted=state.painted or is_painted(declared) or "bgcolor" in node.attributes,
        verbatim=state.verbatim or tag == "pre",
        depth=state.depth + 1,
        lists=state.lists + (tag in ("ul", "ol")),
    )
