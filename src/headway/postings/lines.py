"""A text as lines: which are headings, which stand in a list, and under what heading each stands."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from headway.postings.model import Need
from headway.postings.words import HeadingWords, PhraseWords, load, matcher, patterns

LONGEST_HEADING = 80
LONGEST_LEAD = 170
_LONG_PROSE = 90
_LONGEST_ITEM_HEADING = 40
_LONGEST_NAME = 60
"""Characters of a list item that may be one of the names to choose from; a longer one is a sentence of its own."""
_BULLET = re.compile(r"([ \t]*)(?:[-*•▪◦●‣·–—o»>✓✔⧫◆■□✅➡➤👉⭐]+|\d{1,2}[.)])[ \t\u200b]+")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+(?=[ \t]*(?:#|\*\*|__|[-*•▪◦●+][ \t]|\d{1,2}[.)][ \t]))")
"""The mark of a quotation in Markdown before a heading or a list item."""
_FRAME = re.compile(r"^[\W_]+|[\s:*_#=….!?\-–—)\]]+$")
_FOLLOWING = re.compile(r"\b(?:following|below|these|those)\b")
_LONGEST_CHOICE = 110
"""Characters at a line's end that may announce a choice."""
_FULL_STACK = re.compile(r"full[- ]stack")
"""Work, not tools: `Full-stack Engineer` heads no section of what the employer uses."""
_ASKING = ("what we ", "who we ", "nice to have ")
"""What a longer heading begins with."""
_PICTURES = frozenset("⭐✅➡➤👉")
"""Marks of lists that stand before headings too."""
_CREDO = re.compile(r"\b(?:our|these|core) (?:core )?(?:values|principles)\b")
"""What a long line before a list of an employer's virtues speaks of; it ends in a colon or begins with a sign."""
_ENDS_IN_WISH = re.compile(
    r"(?!(?:what|things|these|it|that|also|you|extra|skills|nice|if|how)\b)"
    r"(?!(?:\w+ )?(?:skills|experience|knowledge|qualifications?|education|criteria)(?: (?:&|and|or) \w+)? \w+$)"
    r"(?:\S+ ){2,}"
    r"(?:plus|bonus|preferred|desirable|desired|advantage|asset|advantageous|beneficial|optional|required|essential|must|"
    r"mandatory|necessary|vorteil|wünschenswert|souhaitée?s?|deseable|valorable)"
)
"""A line that asks for something by itself, although it holds a heading's word: `Kubernetes is a plus`."""
_KINDS = ("preferred", "other", "legal", "benefits", "process", "weak", "required", "stack", "duties", "about")
NEED_OF: dict[str, Need] = {"required": "required", "preferred": "preferred", "weak": "preferred"}


class Line(msgspec.Struct, gc=False):
    """One line that is not blank. start, end: its place, without the blanks around it.

    section: kind of the heading it stands under, `none` before the first. item: it is marked as part of a list.
    choice: index of the line above that announces a list of which any one will do (`one of the following:`), else -1.
    """

    start: int
    end: int
    section: str
    item: bool
    heading: bool = False
    indent: int = 0
    choice: int = -1


_BEFORE = Line(-1, -1, "none", False)
"""Stands for all lines before one that is read alone."""


class Shape(NamedTuple):
    """What a line is by itself. start, end: its words in the line, without blanks and list mark.

    kind: of the section it opens, `unknown` for a heading that opens none, None where it is no heading. led: kind of
    the list that the end of a long paragraph announces. firm: it says plainly that what follows is required. lists:
    it says so if list items follow. chooses: any one of the list items that follow will do; wished: and they are
    wished for only. asks: a list item that asks by itself (`Experience with …`), or a whole sentence. names: it
    chooses among names that may stand no deeper.
    """

    start: int
    end: int
    item: bool
    indent: int
    kind: str | None
    leads: bool
    led: str | None
    firm: bool
    lists: bool
    chooses: bool = False
    wished: bool = False
    asks: bool = False
    names: bool = False


def shape_of(low: str, text: str) -> Shape | None:
    """A line that is not blank, in lower case and as it stands; None where it is a list mark only."""
    quoted = _QUOTED.match(low)
    bullet = _BULLET.match(low, quoted.end() if quoted else 0)
    first = bullet.end() if bullet else quoted.end() if quoted else 0
    body = low[first:].strip()
    if not body:
        return None
    start = low.find(body, first)
    end = start + len(body)
    shape = _shape(body, text[start:end], start, bullet)
    if bullet and (len(body) > _LONGEST_NAME or item_asks().match(body)):
        shape = shape._replace(asks=True)
    if not _chooses(body, bullet is not None):
        return shape
    # `one or more of these technologies:` heads no section of what the employer uses
    kind = "unknown" if shape.kind == "stack" else shape.kind
    wished = matcher(load(PhraseWords).wished_list).search(body) is not None
    return shape._replace(chooses=True, kind=kind, wished=wished, names=_chooses(body, False))


def _shape(body: str, written: str, start: int, bullet: re.Match[str] | None) -> Shape:
    """body: the line without blanks and list mark; written: the same as it stands in the text."""
    end = start + len(body)
    if bullet and bullet[0].strip()[:1].isdigit() and (numbered := _numbered_heading(body)):
        return Shape(start, end, False, 0, numbered, False, None, _firm()[0].search(body) is not None, False)
    if bullet and bullet[0].strip() in _PICTURES and body.endswith(("?", ":")) and (asked := heading_kind(body)):
        bullet = None if asked != "unknown" else bullet
    if bullet:
        kind = _item_heading(body) if len(body) <= _LONGEST_ITEM_HEADING else None
        return Shape(start, end, True, len(bullet[1].expandtabs(4)), kind, False, None, False, False)
    loud = len(body) <= LONGEST_HEADING and written.isupper()
    kind = heading_kind(body, loud) if len(body) <= LONGEST_LEAD else None
    leads = len(body) > LONGEST_LEAD and body.endswith((":", "...", "…"))
    last = re.split(r"[.!?]\s", body[:-1])[-1] if leads else body
    led = heading_kind(f"{last}:") if leads and len(last) <= LONGEST_LEAD else None
    asks = kind == "required" or led == "required"
    firm, lists = (asks and words.search(last) is not None for words in _firm())
    led = led if led in ("required", "preferred", "weak") else None
    return Shape(start, end, False, 0, kind, leads, led, firm, lists)


def _chooses(body: str, item: bool) -> bool:
    """Whether a line announces a list of which any one will do; `such as:` does so only for what stands deeper."""
    open_end = body.endswith((":", ":**", ":__", "…"))
    tail = body[-_LONGEST_CHOICE:]
    if not open_end and not _FOLLOWING.search(tail):
        return False
    tail = tail.rstrip(" *_:…")
    return any(
        patterns(PhraseWords, name).search(tail) is not None
        for name, holds in (("following", True), ("one_of", open_end), ("examples", open_end and item))
        if holds
    )


class Lines:
    """All lines that are not blank, and the line of each position."""

    def __init__(self, low: str, text: str) -> None:
        self._begin(low, text)
        position = 0
        for raw in low.split("\n"):
            if raw and not raw.isspace():
                shape = shape_of(raw, text[position : position + len(raw)])
                if shape is not None:
                    self.add(shape, position)
            position += len(raw) + 1
        self.finish()

    def _begin(self, low: str, text: str) -> None:
        self.low = low
        self.text = text
        self.lines: list[Line] = []
        self.kinds: set[str] = set()
        self._starts: list[int] = []
        self._items = 0
        self._firm = False
        self._lists = False
        self._section = "none"
        self._inner: tuple[int, str] | None = None
        self._choice: tuple[int, int, bool] | None = None
        self._names = False

    @classmethod
    def empty(cls) -> "Lines":
        """Ones to be added to; they know no text."""
        lines = cls.__new__(cls)
        lines._begin("", "")
        return lines

    @classmethod
    def alone(cls, low: str, text: str, line: Line, is_first: bool, kinds: set[str]) -> "Lines":
        """One line of a longer text as a text of its own. line: with the section that it has there; kinds: of all."""
        lines = cls.__new__(cls)
        lines._begin(low, text)
        lines.lines = [line] if is_first else [_BEFORE, line]
        lines.kinds = kinds
        return lines

    def add(self, shape: Shape, position: int) -> None:
        """The next line. position: where it starts in the text."""
        start, end = position + shape.start, position + shape.end
        line = Line(start, end, self._section, shape.item, shape.kind is not None, shape.indent)
        self.lines.append(line)
        self._choose(line, shape)
        if shape.item:
            self._item(line, shape)
        else:
            self._plain(line, shape)

    def _choose(self, line: Line, shape: Shape) -> None:
        """Note the list of choices that a line stands in, or that it announces: items no less deep than the first."""
        if self._choice is not None:
            least, lead, wished = self._choice
            above = self.lines[lead]
            level = above.item and shape.indent == above.indent
            if level and lead == len(self.lines) - 2 and self._names:
                least = shape.indent  # no deeper than what announces them: names, up to the first that asks by itself
            if shape.item and shape.indent >= least and not (level and (shape.asks or shape.chooses or shape.kind)):
                line.choice = lead
                if lead == len(self.lines) - 2:
                    self._choice = shape.indent, lead, wished
                return
            self._choice = None
        if shape.chooses:
            self._choice = shape.indent + 1 if shape.item else 0, len(self.lines) - 1, shape.wished
            self._names = shape.names

    def finish(self) -> None:
        """After the last line: a weak word is a requirement where the text has no plainer one."""
        if not self._firm:
            for line in self.lines:
                line.section = "required" if line.section == "weak" else line.section
        self.kinds = {line.section for line in self.lines}

    def _item(self, line: Line, shape: Shape) -> None:
        """A list item may itself head the deeper ones below it (`- Nice to have:`)."""
        self._items += 1
        self._firm = self._firm or (self._lists and self._section == "required")
        if self._inner is not None and line.indent <= self._inner[0]:
            self._inner = None
        if self._inner is not None:
            line.section = self._inner[1]
        if shape.kind:
            line.section = shape.kind
            self._inner = (line.indent, shape.kind)
        if self._choice is not None and line.choice >= 0 and self._choice[2] and line.section == "required":
            line.section = "preferred"

    def _plain(self, line: Line, shape: Shape) -> None:
        """A heading, a paragraph that announces a list (`... You might be a fit if you:`), or prose."""
        self._inner = None
        if shape.kind is not None:
            if shape.kind != "unknown" and not (len(self.lines) == 1 and shape.kind == "legal"):
                self._section, self._items = shape.kind, 0
            line.section = self._section
            self._announce(shape)
        elif shape.leads:
            if shape.led is not None:
                self._section, self._items = shape.led, 0
                self._announce(shape)
        elif (
            self._items >= 2 and shape.end - shape.start > _LONG_PROSE and shape.start < 2 and self._section in NEED_OF
        ):
            line.section = "after"

    def _announce(self, shape: Shape) -> None:
        self._firm = self._firm or shape.firm
        self._lists = shape.lists

    def at(self, position: int) -> Line | None:
        """The line that holds a position."""
        return self.lines[index] if (index := self.index_at(position)) >= 0 else None

    def index_at(self, position: int) -> int:
        """Its index, -1 before the first line."""
        if not self._starts:
            self._starts = [line.start for line in self.lines]
        return bisect_right(self._starts, position) - 1


@cache
def item_asks() -> re.Pattern[str]:
    """Beginnings of list items that ask."""
    return re.compile("|".join(load(PhraseWords).item_asks))


@cache
def _firm() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load(HeadingWords)
    return re.compile("|".join(words.firm)), re.compile("|".join(words.firm_list))


@lru_cache(maxsize=20_000)
def heading_kind(body: str, loud: bool = False) -> str | None:
    """The kind of section that a line opens; `unknown` for a heading that says none; None: it is no heading.

    loud: it stands in capitals.
    """
    lead = body.rstrip("* ").endswith((":", "…", "..."))
    bare = _FRAME.sub("", body.split("http", 1)[0]).strip()
    if len(body) > LONGEST_HEADING and (lead or not body[0].isalnum()) and _CREDO.search(bare[:LONGEST_HEADING]):
        return "about"
    if not bare or body.endswith((",", ";")) or (body.endswith(".") and not lead and not loud):
        return None
    if len(body) > LONGEST_HEADING:
        kind = _kind_in(bare[-60:]) if lead else None
        return kind if kind in ("required", "preferred", "duties", "benefits", "weak") else None
    _, colon, rest = body.partition(":")
    if colon and rest.strip(" *_"):
        return None
    marked = lead or loud or body.startswith(("#", "**", "__"))
    if bare.count(" ") > (14 if marked else 10 if bare.startswith(_ASKING) else 6):
        return None
    if not marked and _ENDS_IN_WISH.fullmatch(bare):
        return None
    return _whole(bare) or _kind_in(bare) or ("unknown" if marked else None)


@lru_cache(maxsize=5_000)
def _item_heading(body: str) -> str | None:
    """The kind of a list item that is a heading and nothing else."""
    bare = _FRAME.sub("", body).strip()
    phrases = _phrases()[1]
    kind = phrases.get(bare)
    if kind in ("preferred", "required", "weak") and (body.endswith(":") or kind == "preferred"):
        return kind
    return None


def _numbered_heading(body: str) -> str | None:
    """The kind of a numbered line that is a heading's words and no more (`2. Requirements`)."""
    bare = _FRAME.sub("", body).strip() if len(body) <= _LONGEST_ITEM_HEADING else ""
    return _whole(bare) or _phrases()[1].get(bare)


def _whole(bare: str) -> str | None:
    return next((kind for kind, words in load(HeadingWords).whole.items() if bare in words), None)


def _kind_in(bare: str) -> str | None:
    pattern, kinds = _phrases()
    found = {kinds[phrase] for phrase in pattern.findall(_FULL_STACK.sub("~", bare))}
    return next((kind for kind in _KINDS if kind in found), None)


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    words = load(HeadingWords)
    kinds: dict[str, str] = {}
    for kind in _KINDS:
        for phrase in getattr(words, kind):
            kinds.setdefault(phrase, kind)
    longest_first = sorted(kinds, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})"), kinds


@cache
def labels() -> tuple[re.Pattern[str], dict[str, Need]]:
    """A label that a line may begin with before a colon, and the need it gives the line."""
    needs: dict[str, Need] = {}
    for need in ("preferred", "required", "context"):
        for label in load(HeadingWords).labels[need]:
            needs[label] = need
    longest_first = sorted(needs, key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first))
    return re.compile(rf"\W{{0,6}}({words})\W{{0,3}}:|[^\w(\[]{{0,6}}[(\[]({words})[)\]]"), needs
