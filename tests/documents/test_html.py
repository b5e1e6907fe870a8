"""HTML: what a browser shows, in its order."""

import pytest

from tests.documents.reading import blocks, codes, kinds, read, told


def test_blocks_follow_the_page() -> None:
    """Headings, paragraphs, items, table rows; a line break ends a line."""
    page = """<title>not shown</title><h1>Jane <b>Doe</b></h1><p>Data<br>scientist</p>
      <ul><li>Python</li><li>SQL</li></ul><table><tr><td>2021</td><td>Acme</td></tr></table>
      <pre>one
two</pre><script>var x = 1</script>"""

    assert kinds(read(page, "html")) == [
        ("heading", "Jane Doe"),
        ("text", "Data"),
        ("text", "scientist"),
        ("item", "Python"),
        ("item", "SQL"),
        ("table", "2021\tAcme"),
        ("text", "one"),
        ("text", "two"),
    ]


@pytest.mark.parametrize(
    "hiding",
    [
        'style="display:none"',
        'style="visibility: hidden"',
        'style="opacity:0"',
        'style="font-size:0"',
        'style="font-size: 1px"',
        'style="color:#fff"',
        'style="color: white"',
        'style="color: transparent"',
        'style="position:absolute; left:-9999px"',
        "hidden",
        'class="ghost"',
        'id="ghost"',
    ],
)
def test_hidden_text_is_reported_and_left_out(hiding: str) -> None:
    """By attribute, inline style, or a simple rule."""
    page = (
        f"<style>.ghost, #ghost {{display: none}}</style><p>Jane Doe <span {hiding}>kubernetes <b>expert</b></span></p>"
    )
    document = read(page, "html")

    assert document.text == "Jane Doe"
    assert "kubernetes" in told(document, "hidden-text")


@pytest.mark.parametrize(
    "page",
    [
        '<div style="background:#123456"><p style="color:#fff">seen</p></div>',
        "<style>.side {background: navy; color: white}</style><div class=side>seen</div>",
        "<style>@media print {p {display:none}} p:hover {opacity:0}</style><p>seen</p>",
        '<p style="opacity:0.9; font-size:10px; left:0">seen</p>',
        '<p aria-hidden="true">seen</p>',
        '<p style="color:#ffc0cb">seen</p>',
    ],
)
def test_visible_text_raises_no_false_alarm(page: str) -> None:
    """White on dark, rules for printing, and what only screen readers skip."""
    document = read(page, "html")

    assert (document.text, codes(document)) == ("seen", [])


def test_the_page_may_name_its_encoding() -> None:
    """When it is not UTF-8, the page is believed."""
    page = '<meta charset="koi8-r"><p>Опыт работы в банке</p>'.encode("koi8-r")

    assert blocks(read(page, "html")) == ["Опыт работы в банке"]


def test_links_lead_out() -> None:
    """Addresses of the web and of mail, with their text; places in the page are none."""
    page = '<p><a href="https://example.org">my <i>page</i></a> <a href="#top">top</a></p>'

    assert [(each.url, each.text) for each in read(page, "html").links] == [("https://example.org", "my page")]


def test_deep_nesting_does_not_overflow() -> None:
    """Within reason it is read; beyond, it is refused in one line."""
    from headway.errors import UnreadableFile

    assert read("<div>" * 500 + "Jane", "html").text == "Jane"
    with pytest.raises(UnreadableFile, match="nests"):
        read("<div>" * 5000 + "Jane", "html")


@pytest.fixture
def unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser that must not be asked: for a heap of elements it takes time as the square of its depth."""

    def parser(page: str) -> None:
        raise AssertionError(f"parsed {len(page)} characters")

    monkeypatch.setattr("headway.documents.html.LexborHTMLParser", parser)


@pytest.mark.usefixtures("unparsed")
@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000,
        "<DIV class='a'>\n" * 100_000,
        "<section><br><p>x" * 10_000,
        "</div>" * 50_000 + "<div>" * 10_000,
        "<div></div>" * 50_000 + "<div>" * 10_000,
        "<a-b>" * 10_000 + "</p>" * 10_000,
    ],
    ids=["plain", "capitals", "mixed", "closed before", "closed pairs before", "closed by others"],
)
def test_a_heap_of_open_elements_is_refused_before_it_is_parsed(page: str) -> None:
    """Whatever is closed before, and by ends that close nothing: half a megabyte could hold the parser for minutes."""
    from headway.errors import UnreadableFile

    with pytest.raises(UnreadableFile, match="nests its elements more than 2000 deep"):
        read(page + "Jane", "html")


@pytest.mark.parametrize(
    "page",
    [
        "<div>x</div>" * 6000,
        "<p>x" * 6000,
        "<ul>" + "<li>x" * 6000 + "</ul>",
        "<table>" + "<tr><td>x" * 3000 + "</table>",
        "x<br><hr><img>" * 6000,
        "1 < 2 and " * 6000,
    ],
    ids=["siblings", "paragraphs", "items", "cells", "void", "less than"],
)
def test_a_long_page_without_ends_that_may_be_left_out_is_read(page: str) -> None:
    """Thousands of elements side by side are no heap."""
    assert len(read(f"{page}<p>Jane</p>", "html").text) > 6000
