"""The level that a requirement asks for, in the words postings use (each line is shaped after a public one)."""

import pytest

from tests.postings.reading import asked, read


def levels(text: str) -> dict[str, int]:
    """First member of each group to the level asked for."""
    return {each.any_of[0]: each.level for each in asked(text).requirements}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Familiarity with Docker", {"docker": 1}),
        ("Some exposure to Kubernetes and Terraform", {"kubernetes": 1, "terraform": 1}),
        ("Basic knowledge of statistics", {"statistics": 1}),
        ("Interest in machine learning", {"machine-learning": 1}),
        ("You are familiar with transformer networks, PyTorch, and Docker", {"pytorch": 1, "docker": 1}),
    ],
)
def test_familiarity_and_exposure_ask_for_being_aware(line: str, wanted: dict[str, int]) -> None:
    """Level 1, for every member of the list that follows."""
    assert wanted.items() <= levels(line).items()


@pytest.mark.parametrize(
    "line",
    [
        "Python",
        "Experience with Python",
        "Proficiency in Python",
        "Hands-on experience with Python",
        "Solid understanding of Python",
        "Good Python",
        "2+ years of experience with Python",
    ],
)
def test_a_plain_name_and_plain_experience_ask_for_working_level(line: str) -> None:
    """Level 2: neither a word of little nor one of much."""
    assert levels(line) == {"python": 2}


@pytest.mark.parametrize(
    "line",
    [
        "Strong Python",
        "Strong proficiency in Python",
        "Expert knowledge of Python",
        "Python expertise",
        "Deep experience with Python",
        "Deep familiarity with Python",
        "Advanced Python skills",
        "Python (expert)",
        "3+ years of experience with Python",
        "Sehr gute Kenntnisse in Python",
    ],
)
def test_strong_words_and_three_years_ask_for_being_proficient(line: str) -> None:
    """Level 3."""
    assert levels(line) == {"python": 3}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Strong SQL skills with experience in Snowflake", {"sql": 3, "snowflake": 2}),
        ("Proficient in Python and familiar with Docker", {"python": 2, "docker": 1}),
        ("Strong Python, some exposure to Docker; Git", {"python": 3, "docker": 1, "git": 2}),
        ("Familiarity with Airflow, experience with Kafka", {"airflow": 1, "kafka": 2}),
        ("Strong Python, Docker experience", {"python": 3, "docker": 2}),
        ("Python (strong), SQL", {"python": 3, "sql": 2}),
        ("SQL basics and Python", {"sql": 1, "python": 2}),
    ],
)
def test_a_word_reaches_to_the_next_one_and_no_further(line: str, wanted: dict[str, int]) -> None:
    """Several levels in one line are told apart."""
    assert levels(line) == wanted


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Experience with deep learning and PyTorch", "deep-learning"),
        ("Advanced degree and Python", "python"),
        ("Strong communication skills, Python", "python"),
        ("You work with subject matter experts in Python", "python"),
        ("Strong analytical skills and SQL", "sql"),
        ("Docker is a strong plus", "docker"),
    ],
)
def test_words_that_mean_something_else_say_nothing_of_level(line: str, skill: str) -> None:
    """Deep learning is not deep; what is strong is the plus, not the skill."""
    assert levels(line)[skill] == 2


def test_named_twice_the_higher_level_counts() -> None:
    """Experience in one line and expertise in another is expertise."""
    found = read("Requirements:\n - Experience with Python\n - Expertise in Python\n").requirements
    assert [(each.any_of, each.level, each.span.text) for each in found] == [(("python",), 3, "Python")]
