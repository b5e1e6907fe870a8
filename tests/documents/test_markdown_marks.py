"""Markdown is read as a page shows it: marks, tags and template code leave only their words."""

import pytest

from headway.documents.markdown_marks import unmarked
from tests.documents.reading import kinds, read


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("[Acme Ltd](https://example.org/a_(b)) \\| 2020", "Acme Ltd | 2020"),
        ("[Acme][1] and [more](../x.pdf 'title')", "Acme and more"),
        ("[1]: https://example.org", ""),
        ("![me](me.png) Jo", " Jo"),
        ("**SQL**, *pandas* and __Git__, _R_", "SQL, pandas and Git, R"),
        ("`2012` uses `snake_case` names", "2012 uses snake_case names"),
        ("a * b * c and 2*3*4", "a * b * c and 2*3*4"),
        ("my_file_name stays", "my_file_name stays"),
        ('<button style="cursor:pointer">Call</button>', "Call"),
        ('Analyst<span class="gap"></span>2020 - 2022', "Analyst\t2020 - 2022"),
        ("Acme<br>Leeds", "Acme\tLeeds"),
        ("<h2>Skills</h2>", "## Skills"),
        ("<li>SQL</li>", "- SQL"),
        ("{% include base_path %}{{ site.url }}/cv{: .no_toc}", "/cv"),
        ("R&amp;D in C++ &lt; 3 years", "R&D in C++ < 3 years"),
        ("List<String> and x < y", "List<String> and x < y"),
    ],
)
def test_marks_leave_their_words(marked: str, plain: str) -> None:
    """Each kind of mark; what only looks like one stays."""
    assert unmarked(marked) == plain


def test_every_line_stays_on_its_line() -> None:
    """Settings above the text, scripts and definitions leave empty lines, so that line numbers hold."""
    text = "---\ntitle: CV\ntags: [scala]\n---\n# Jo\n<style>\nb {}\n</style>\n[1]: https://example.org\nEnd\n"

    assert unmarked(text) == "\n\n\n\n# Jo\n\n\n\n\nEnd\n"


def test_a_rule_over_the_text_is_no_settings() -> None:
    """Only lines of `name: value` between two rules are settings."""
    assert "I write SQL." in unmarked("---\nI write SQL.\nI like it\n---\nEnd\n")


def test_code_stays_as_it_is() -> None:
    """Nothing inside a fence is a mark."""
    assert unmarked("```\n**a** <b>\n```\n**c**") == "```\n**a** <b>\n```\nc"


def test_headings_have_ranks() -> None:
    """The number of signs, or the kind of line below."""
    document = read("# Jo\n## Skills\n\nWork\n====\nMore\n----\n", "markdown")

    assert kinds(document) == [("heading", "Jo"), ("heading", "Skills"), ("heading", "Work"), ("heading", "More")]
    assert [block.rank for block in document.blocks] == [1, 2, 1, 2]
