"""Where a name is cut."""

import pytest

from tests.postings.reading import asked

CUTS = [
    ("Excellent communication skills", ["communication"]),
    ("Strong problem-solving abilities", ["problem-solving"]),
    ("An ownership mindset", ["ownership"]),
    ("Strong analytical skills", ["analytical skills"]),
    ("A data-driven mindset", ["data-driven mindset"]),
    ("Contributions to open-source projects", ["open-source"]),
    ("Meticulous attention to detail", ["attention to detail"]),
    ("Experience with large-scale distributed systems", ["distributed systems"]),
    ("Experience with LLM-based systems", ["LLM"]),
]


@pytest.mark.parametrize(("line", "names"), CUTS)
def test_words_of_no_weight_are_no_part_of_a_name(line: str, names: list[str]) -> None:
    """`communication skills` is marked as `communication`; an adjective needs its noun (`analytical skills`)."""
    posting = asked(line)
    assert [each.text for each in posting.mentions] == names
    assert [each.text for each in posting.mentions] == [
        f"Data Engineer\n\nRequirements:\n - {line}\n"[each.start : each.end] for each in posting.mentions
    ]


def test_a_slash_parts_two_names() -> None:
    """`AWS/Databricks` are two, although the map knows `AWS Databricks`; `CI/CD` is one."""
    found = asked("Experience with AWS/Databricks and CI/CD")
    assert [(each.text, each.skill) for each in found.mentions] == [
        ("AWS", "aws"),
        ("Databricks", "databricks"),
        ("CI/CD", "ci-cd"),
    ]


SHARED = [
    ("Proficiency in data visualization tools", ["data visualization"]),
    ("Experience with agentic AI frameworks", ["agentic AI"]),
    ("Experience scaling data infrastructure", ["data infrastructure"]),
    ("Experience with data—scraping, SQL", ["scraping", "SQL"]),
]


@pytest.mark.parametrize(("line", "names"), SHARED)
def test_of_two_names_that_share_a_word_the_first_stands(line: str, names: list[str]) -> None:
    """Unless it begins with what is done; a dash parts two names."""
    assert [each.text for each in asked(line).mentions] == names


@pytest.mark.parametrize(
    "line", ["Embedding AI into the daily work of hospitals", "Slack channels and talks", "Fast learning loops"]
)
def test_verbs_and_places_of_talk_are_no_tools(line: str) -> None:
    """A name that is unsure as it is written down is not made sure by the plural of another."""
    found = {each.skill for each in asked(f"Python. {line}").mentions}
    assert found.isdisjoint({"word-embeddings", "slack", "continuous-learning"})


@pytest.mark.parametrize(
    "line", ["Fond of Go (board game)", "Models that play the game of Go", "AlphaGo beat Go players"]
)
def test_the_game_is_no_language(line: str) -> None:
    """Go is read as the language only where the text does not speak of the game."""
    assert "go" not in {each.skill for each in asked(line).mentions}


def test_a_language_after_in_is_one() -> None:
    """`distributed systems in Go` names the language without another beside it."""
    assert "go" in {each.skill for each in asked("Proficiency in building distributed systems in Go").mentions}
