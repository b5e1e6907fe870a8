"""A printed report as what it is made of: headings, lines, tables, bars, dated steps. The template gives the looks."""

import datetime as dt
from typing import Literal

import msgspec

Tone = Literal["plain", "soft", "strong", "note", "warning", "error"]


class Block(msgspec.Struct, frozen=True, tag_field="kind"):
    """A part of a report. All texts are plain text, whatever signs they hold."""


class Heading(Block, frozen=True, tag="heading"):
    """level: 2 a chapter, 3 a part of it; 1 is the report's own title."""

    text: str
    level: Literal[2, 3] = 2


class Line(Block, frozen=True, tag="line"):
    """A paragraph. note, warning, error: set off with a bar, as findings are."""

    text: str
    tone: Tone = "plain"


class Quoted(Block, frozen=True, tag="quoted"):
    """A line of the person's own document, and where it stands there."""

    text: str
    place: str = ""


class Points(Block, frozen=True, tag="points"):
    """A list without order."""

    rows: tuple[str, ...]


class Tiles(Block, frozen=True, tag="tiles"):
    """The few figures that matter most: (figure, what it is)."""

    rows: tuple[tuple[str, str], ...]


class Table(Block, frozen=True, tag="table"):
    """right: columns of numbers, set to the right; wide: columns that take what is left of the line."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()
    wide: tuple[int, ...] = (0,)


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A share of 1 with its interval; strong: the one the report is about."""

    label: str
    score: float
    low: float
    high: float
    strong: bool = False


class Bars(Block, frozen=True, tag="bars"):
    """Shares beside each other, each also in words."""

    rows: tuple[Bar, ...]


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A step on the line of time. left, width: as parts of the whole line, 0 to 1."""

    label: str
    left: float
    width: float
    soft: bool = False


class Timeline(Block, frozen=True, tag="timeline"):
    """Steps over the months. A picture of what the steps below say in words, so it is not read out."""

    ticks: tuple[tuple[float, str], ...]
    rows: tuple[Span, ...]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A numbered step: its name, its address where there is one, and lines about it."""

    title: str
    url: str | None = None
    lines: tuple[tuple[str, Tone], ...] = ()


class Steps(Block, frozen=True, tag="steps"):
    """Steps in order."""

    rows: tuple[Step, ...]


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A whole report. date: of the report, and of the file. foot: at the bottom of each page."""

    title: str
    date: dt.date
    blocks: tuple[Block, ...]
    foot: str


def dated(spans: list[tuple[str, dt.date, dt.date, bool]], most_ticks: int = 10) -> Timeline:
    """A time line of (label, first day, last day, soft); months as ticks, as many as can be read."""
    first, last = min(s[1] for s in spans), max(s[2] for s in spans)
    days = max((last - first).days + 1, 1)
    months = [m for m in _months(first, last) if m >= first]
    ticks = [((m - first).days / days, m.strftime("%Y-%m")) for m in months[:: max(1, -(-len(months) // most_ticks))]]
    rows = tuple(
        Span(label=label, left=(a - first).days / days, width=((b - a).days + 1) / days, soft=soft)
        for label, a, b, soft in spans
    )
    return Timeline(tuple(ticks), rows)


def _months(first: dt.date, last: dt.date) -> list[dt.date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return [dt.date(n // 12, n % 12 + 1, 1) for n in range(start, start + count)]
