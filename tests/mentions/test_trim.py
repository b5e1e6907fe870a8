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


@pytest.mark.parametrize(
    "line", ["Fond of Go (board game)", "Models that play the game of Go", "AlphaGo beat Go players"]
)
def test_the_game_is_no_language(line: str) -> None:
    """Go is read as the language only where the text does not speak of the game."""
    assert "go" not in {each.skill for each in asked(line).mentions}


def test_a_language_after_in_is_one() -> None:
    """`distributed systems in Go` names the language without another beside it."""
    assert "go" in {each.skill for each in asked("Proficiency in building distributed systems in Go").mentions}
