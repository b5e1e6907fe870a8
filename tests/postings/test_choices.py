"""Lists of which any one will do. All lines are invented."""

import pytest

from headway.market.reading import groups_of
from headway.postings.by_line import LineReader
from headway.postings.plain import line_around
from tests.postings.reading import asked, read, readers

ITEMS = " - Python\n - Kubernetes\n - SQL\n"


@pytest.mark.parametrize(
    ("lead", "count"),
    [
        ("At least two of the following:", 2),
        ("Experience with two or more of the following:", 2),
        ("Deep experience in three (3) or more of these areas", 3),
        ("Strong in any two of:", 2),
        ("At least two modern tools:", 2),
        ("Erfahrung mit mindestens zwei der folgenden Technologien:", 2),
        ("One or more of the following:", 1),
        ("Some of the following:", 1),
    ],
)
def test_a_list_of_choices_says_how_many_are_asked_for(lead: str, count: int) -> None:
    """A number in the lead counts what the items name; some is one."""
    text = f"Requirements\n\n{lead}\n{ITEMS}"
    assert groups(text)[0][0] == ("python", "kubernetes", "sql")
    assert [each.count for each in read(text).requirements] == [count]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Proficient in at least two of the following: Python, Go, Kubernetes", 2),
        ("Strong in at least 2 of: Python, Go, or Kubernetes (and eager to grow in the others)", 2),
        ("Fluency in two or more languages (e.g., Python, Go, Java)", 2),
        ("Experience with at least three programming languages: Python, Go, Java, Rust", 3),
        ("Experience with 2+ of Python, Go, Java", 2),
        ("Expert on several of Python, Go, Java", 2),
        ("Expert on most of Python, Go, Java, Rust", 3),
        ("At least two of Python and Go", 2),
        ("At least four of: Python, Go, Java", 3),
        ("One of Python, Go, Java", 1),
        ("One of our two languages (Python, Go)", 1),
    ],
)
def test_a_sentence_says_how_many_of_its_names_are_asked_for(line: str, count: int) -> None:
    """The number stands right before the names, or before what they are. Of a vague word the fewest it can mean, of
    most more than half; never more than there are."""
    found = [each for each in asked(line).requirements if len(each.any_of) > 1]
    assert [each.count for each in found] == [count]


@pytest.mark.parametrize(
    "line",
    [
        "At least two years of experience with Python, Go and Java",
        "2+ years with Python, Go and Java",
        "You led at least two projects using Python, Go and Java",
        "Two of our engineers know Python, Go and Java",
    ],
)
def test_other_numbers_before_names_ask_for_each(line: str) -> None:
    """Years, projects and people are counted too, and are no skills."""
    assert [each.any_of for each in asked(line).requirements] == [("python",), ("go",), ("java",)]


def groups(text: str) -> list[tuple[tuple[str, ...], str, float | None, int]]:
    """What each requirement asks; read whole and by lines alike."""
    whole = read(text)
    gist = LineReader(*readers()).read("Data Engineer", text)
    assert gist is not None
    assert groups_of(gist) == groups_of(whole)
    return [(each.any_of, each.need, each.years, each.level) for each in whole.requirements]


LEADS = [
    "Experience with one or more of the following:",
    "Experience with one or more of these:",
    "Strong hands-on experience in at least one of the following areas",
    "At least one of:",
    "Any of:",
    "Expertise in one of the below technologies:",
    "Expertise in one of three critical domains:",
    "You know at least two of the following:",
    "Proficiency in at least one modern tool:",
    "Erfahrung mit mindestens einer der folgenden Technologien:",
    "Au moins une des technologies suivantes :",
    "Experiencia con al menos una de las siguientes tecnologías:",
    "Ervaring met minstens een van de volgende:",
]


@pytest.mark.parametrize("lead", LEADS)
def test_a_list_of_choices_is_one_requirement(lead: str) -> None:
    """Any one of its items will do; what follows the list is asked for by itself."""
    found = groups(f"Requirements\n\n{lead}\n{ITEMS}\nGood to know that you also need:\n - Docker\n")
    assert [each[0] for each in found] == [("python", "kubernetes", "sql"), ("docker",)]


@pytest.mark.parametrize(
    "lead",
    [
        "You have experience with all of the following:",
        "What you bring:",
        "One of the largest teams of the country",
        "You thrive when you own as many of the details as possible, and",
        "We like tools such as:",
    ],
)
def test_other_lists_are_asked_for_item_by_item(lead: str) -> None:
    """Only words of choice at the end of the line above make one."""
    found = groups(f"Requirements\n\n{lead}\n{ITEMS}")
    assert [each[0] for each in found] == [("python",), ("kubernetes",), ("sql",)]


def test_a_list_within_a_list_ends_where_its_items_end() -> None:
    """Items as deep as the one that announces the choice are asked for by themselves."""
    found = groups(
        "Requirements\n - Docker\n - 3+ years with at least one of the following:\n   - Python or Go\n"
        "   - SQL and dbt\n - Kubernetes\n"
    )
    assert found == [
        (("docker",), "required", None, 2),
        (("python", "go", "sql", "dbt"), "required", 3, 3),
        (("kubernetes",), "required", None, 2),
    ]


def test_examples_below_an_item_are_choices() -> None:
    """As they are within a line."""
    found = groups("Requirements\n - Familiarity with cloud tools, such as:\n   - Docker\n   - Kubernetes\n - SQL\n")
    assert (("docker", "kubernetes"), "required", None, 1) in found
    assert (("sql",), "required", None, 2) in found


def test_wishes_among_the_choices_stay_wishes() -> None:
    """One group for each need."""
    found = groups("Requirements\n\nOne or more of the following:\n - Python\n - SQL\n - Docker (preferred)\n")
    assert [each[:2] for each in found] == [(("python", "sql"), "required"), (("docker",), "preferred")]


@pytest.mark.parametrize("lead", ["Some of the following (not required):", "Ideally, one or more of these:"])
def test_choices_that_are_wished_for(lead: str) -> None:
    """The line above the list says so for all of it."""
    found = groups(f"Requirements\n - Docker\n - {lead}\n   - Python\n   - SQL\n - Kubernetes\n")
    assert [each[:2] for each in found] == [
        (("docker",), "required"),
        (("python", "sql"), "preferred"),
        (("kubernetes",), "required"),
    ]


def test_the_choice_is_quoted_from_its_first_skill_to_its_last() -> None:
    """So that a reader sees all of it."""
    (found,) = read("Requirements\n\nAny of:\n - Python 3\n - SQL\n").requirements
    assert found.span.text == "Python 3\n - SQL"


def test_the_line_of_a_choice_shows_its_items() -> None:
    """In one line, as a reader of reasons sees it."""
    text = "Requirements\n\nAny of:\n - Python 3\n - SQL\n"
    (found,) = read(text, None).requirements
    assert line_around(text, found.span.start, found.span.end) == "Python 3; SQL"


def test_html_lists_of_choices() -> None:
    """Nested lists keep their depth."""
    html = (
        "<h3>Requirements</h3><ul><li>Docker</li><li>Experience in one or more of the following:"
        "<ul><li>Python</li><li>SQL</li></ul></li><li>Kubernetes</li></ul>"
        "<p>And at least one of these:</p><ul><li>AWS</li><li>Azure</li></ul>"
    )
    found = [each.any_of for each in read(html).requirements]
    assert found == [("docker",), ("python", "sql"), ("kubernetes",), ("aws", "azure")]


def test_names_may_stand_no_deeper_than_the_item_that_announces_them() -> None:
    """They end with the first item that asks by itself, that is a sentence, or that announces a list of its own."""
    text = (
        "Requirements\n\n - At least two of the following:\n - Python\n - Kubernetes\n - SQL\n"
        " - Experience with Docker\n - Airflow\n"
    )
    assert [each[0] for each in groups(text)] == [("python", "kubernetes", "sql"), ("docker",), ("airflow",)]
    assert [each.count for each in read(text).requirements] == [2, 1, 1]


def test_examples_of_an_item_stand_deeper() -> None:
    """Items beside `tools such as:` are asked for one by one."""
    text = "Requirements\n\n - Tools such as:\n - Python\n - Kubernetes\n"
    assert [each[0] for each in groups(text)] == [("python",), ("kubernetes",)]
