"""Reports for paper: the same bytes, tagged, and a text is a text, whatever it says."""

import datetime as dt
import io

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.publish import typeset as typesetting
from headway.publish.paper import (
    Bar,
    Bars,
    Block,
    Heading,
    Line,
    Paper,
    Points,
    Quoted,
    Step,
    Steps,
    Table,
    Tiles,
    dated,
)
from headway.publish.typeset import SPELT, typeset

pytest.importorskip("typst")
DAY = dt.date(2026, 11, 20)
MARKUP = '#read("/etc/passwd") #include "paper.typ" *bold* _it_ $x$ = h @ref <label> \\ // /* ` ] } ) #panic("no")'


def _paper(*blocks: Block, title: str = "A report", foot: str = "Headway") -> Paper:
    return Paper(title=title, date=DAY, blocks=blocks, foot=foot)


def _pages(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    return [page.get_textpage().get_text_range() for page in document]


def _said(content: bytes) -> str:
    """All text, without gaps and places to break: lines are broken wherever they must be."""
    return "".join("".join(_pages(content)).replace("\u200b", "").replace("\ufffe", "").split())


PLACES = 16
"""Where `_everywhere` shows its text, the foot of its one page included."""


def _everywhere(text: str) -> Paper:
    """The text in every place that a report has for one."""
    return _paper(
        Heading(text), Heading(text, 3), Line(text, "warning"), Quoted(text, text), Points((text,)),
        Tiles(((text, text),)), Table((text, "n"), ((text, "1"),)),
        Bars((Bar(label=text, score=0.5, low=0.2, high=0.7),)),
        dated([(text, DAY, DAY, False), ("b", DAY, DAY + dt.timedelta(90), True)]),
        Steps((Step(title=text, url="https://example.org/a#b?c=)", lines=((text, "soft"),)),)),
        title=text, foot=text,
    )  # fmt: skip


def test_the_same_report_is_the_same_bytes() -> None:
    """No clock and no dice go into the file."""
    assert typeset(_everywhere("Ana")) == typeset(_everywhere("Ana"))


def test_the_file_is_tagged_for_those_who_have_it_read_out() -> None:
    """PDF/UA-1, with a title, a language and the report's own date."""
    content = typeset(_paper(Line("x"), title="A title"))
    assert b"pdfuaid" in content
    assert pypdfium2.PdfDocument(io.BytesIO(content)).get_metadata_dict()["CreationDate"].startswith("D:20261120")
    assert all(mark in content for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang"))


def test_markup_in_a_text_is_shown_and_not_obeyed() -> None:
    """Whatever typst could be told stands there as it was written, and no file is read."""
    said = _said(typeset(_everywhere(MARKUP)))
    assert said.count("".join(MARKUP.split())) == PLACES
    assert "root:x" not in said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ελένη Łukasz Đorđe Ірина", "ΕλένηŁukaszĐorđeІрина"),
        ("a\x00b\x1bc\u202ed\u200be\ue000f", "abcdef"),
    ],
)
def test_texts_of_many_kinds_can_be_set(text: str, shown: str) -> None:
    """Signs of other alphabets are shown; what prints nothing or turns the direction is left out."""
    assert shown in _said(typeset(_everywhere(text)))


@pytest.mark.parametrize(
    "text", ["שלום עולם", "مرحبا بالعالم", "हिन्दी", "中文 日本語 한국어", "🎉 👩‍💻", "\U000f0000\ufffe\U0001f7ff"]
)
def test_no_sign_stops_a_report(text: str) -> None:
    """Right to left, signs of other scripts, pictures, and numbers that are no sign at all."""
    assert "".join(_pages(typeset(_everywhere(f"{text} Zürich")))).count("Zürich") >= PLACES


def test_a_sign_that_no_font_has_is_spelt_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the machine's fonts a picture becomes its name, a sign its code, and the report says so."""
    compiled = typesetting._compiled
    monkeypatch.setattr(typesetting, "_compiled", lambda *a, borrowed: compiled(*a, borrowed=False))
    said = _said(typeset(_paper(Line("🎉 中"))))
    assert "[partypopper][U+4E2D]" in said
    assert "".join(SPELT.split()) in said


def test_a_word_without_end_stays_on_the_page() -> None:
    """Two thousand letters without a gap are broken at the edge, in a line as in a narrow column."""
    word = "w" * 2000
    document = pypdfium2.PdfDocument(io.BytesIO(typeset(_everywhere(word))))
    for page in document:
        width = page.get_width()
        text = page.get_textpage()
        boxes = [text.get_rect(i) for i in range(text.count_rects())]
        assert all(left >= 0 and right <= width for left, _, right, _ in boxes)


def test_three_hundred_steps_fit() -> None:
    """A long plan takes pages, and every step is there."""
    day = dt.timedelta(1)
    steps = tuple(Step(title=f"Step number {i} of many") for i in range(300))
    spans = [(f"Step {i}", DAY + i * day, DAY + (i + 1) * day, False) for i in range(300)]
    content = typeset(_paper(dated(spans), Steps(steps)))
    said = " ".join(" ".join(_pages(content)).split())
    assert all(f"Step number {i} of many" in said for i in range(300))
    assert len(_pages(content)) > 8


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_set(text: str) -> None:
    """No text whatever stops the file from being made."""
    assert typeset(_paper(Line(text), Table(("a",), ((text,),)))).startswith(b"%PDF")
