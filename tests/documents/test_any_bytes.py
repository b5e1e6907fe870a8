"""Whatever the bytes: a Document whose blocks fit its text, or UnreadableFile. Never anything else."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from headway.documents.kind import DocumentKind, kind_of
from headway.documents.limits import Limits
from headway.documents.parse import parse
from headway.documents.source import source_of
from headway.errors import UnreadableFile
from tests.documents.pdf_maker import box, pdf, text
from tests.documents.reading import LIMITS

some = settings(max_examples=60)
WORDS = st.text(st.characters(codec="utf-8"), max_size=400)


def check(data: bytes, kind: DocumentKind) -> None:
    try:
        document = parse(data, kind, "cv", Limits(characters=5000))
    except UnreadableFile:
        return
    assert document.text.strip()
    assert all(0 <= b.start < b.end <= len(document.text) for b in document.blocks)
    assert all("\n" not in f.what + f.where for f in document.findings)


@some
@given(data=st.binary(min_size=1, max_size=600))
def test_the_kind_of_any_bytes_is_told(data: bytes) -> None:
    """One of our kinds, or a refusal."""
    source = source_of(data, "cv.txt", LIMITS)
    with source.data:
        try:
            kind = kind_of(source)
        except UnreadableFile:
            return
    check(data, kind)


@some
@given(
    data=st.one_of(st.binary(max_size=400), WORDS.map(str.encode)),
    kind=st.sampled_from(["text", "markdown", "html", "docx", "pdf", "json-resume"]),
)
def test_any_bytes_as_any_kind(data: bytes, kind: DocumentKind) -> None:
    """Each reader stands what was not meant for it."""
    check(data, kind)


TAGS = st.sampled_from(["p", "div", "b", "li", "td", "tr", "table", "h1", "span", "pre", "style", "br", "a", "ul"])
MARKUP = st.lists(
    st.one_of(TAGS.map(lambda t: f"<{t} style='color:white'>"), TAGS.map(lambda t: f"</{t}>"), WORDS), max_size=30
)


@some
@given(parts=MARKUP)
def test_any_markup(parts: list[str]) -> None:
    """Tags opened and closed at random."""
    check("".join(parts).encode(), "html")


@some
@given(
    lines=st.lists(
        st.sampled_from(["# a", "- b", "| c |", "```", "===", "", "  d", "1. e", "<!-- f", "-->", "F G"]), max_size=25
    )
)
def test_any_markdown(lines: list[str]) -> None:
    """Marks in any order; blocks never overlap."""
    check("\n".join(lines).encode(), "markdown")


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "url", "keywords", "startDate", "summary", "location"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@some
@given(content=st.dictionaries(st.sampled_from(["basics", "work", "skills", "projects"]), VALUES, min_size=1))
def test_any_json_resume(content: dict[str, object]) -> None:
    """Values of any shape under the right keys."""
    check(json.dumps(content).encode(), "json-resume")


@settings(max_examples=40)
@given(
    words=st.lists(
        st.tuples(
            st.integers(-50, 700),
            st.integers(-50, 850),
            st.integers(1, 40),
            st.sampled_from(["1 g", "0 g", "3 Tr", "2 Tr"]),
        ),
        min_size=1,
        max_size=12,
    ),
    cut=st.integers(0, 3000),
)
def test_any_page_of_words(words: list[tuple[int, int, int, str]], cut: int) -> None:
    """Words anywhere, in any size and paint, in a file that may be cut off."""
    page = box(0, 0, 300, 400, "0.2 g") + "".join(
        text(x, y, f"word{n} 201{n % 10}", size, before=how) for n, (x, y, size, how) in enumerate(words)
    )
    data = pdf(page)
    check(data if cut > len(data) else data[: len(data) - cut], "pdf")
