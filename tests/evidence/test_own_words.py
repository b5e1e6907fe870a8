"""What a person's own words around a skill claim: less than working level, or more."""

import pytest

from headway.evidence.own_words import own_level
from tests.evidence.readings import about, read


@pytest.mark.parametrize(
    ("line", "skill", "level"),
    [
        ("SQL (a little)", "sql", 1),
        ("SQL (some experience), Docker", "sql", 1),
        ("SQL (some experience), Docker", "docker", 2),
        ("SQL (exposure only)", "sql", 1),
        ("basic Python", "python", 1),
        ("Basic Python and SQL", "sql", 1),
        ("Basic Python, SQL", "sql", 2),
        ("beginner in Rust", "rust", 1),
        ("Docker, beginner in Rust, Tableau", "tableau", 2),
        ("Familiar with Docker, Tableau", "tableau", 1),
        ("Familiar with: Docker, Tableau", "tableau", 1),
        ("Basic: SQL, Rust | Advanced: Python", "rust", 1),
        ("Basic: SQL, Rust | Advanced: Python", "python", 3),
        ("Basic: SQL, Tools: Docker", "docker", 2),
        ("Grundkenntnisse in Python", "python", 1),
        ("Docker-Grundkenntnisse", "docker", 1),
        ("Grundlegende Kenntnisse in Docker, SQL", "sql", 1),
        ("Python beginner, SQL expert", "python", 1),
        ("Python beginner, SQL expert", "sql", 3),
        ("Some Docker", "docker", 1),
        ("Docker | beginner", "docker", 1),
        ("Docker | Python | expert", "docker", 2),
        ("Advanced SQL", "sql", 3),
        ("Fluent in Python", "python", 3),
        ("5+ years of experience with Python, SQL", "sql", 3),
        ("3 years of Python", "python", 2),
        ("Python (3 months)", "python", 1),
        ("Not an expert in Python", "python", 2),
        ("More than basic SQL", "sql", 2),
        ("Machine learning, Python", "python", 2),
    ],
)
def test_words_in_a_list_of_skills(line: str, skill: str, level: int) -> None:
    """Before the name, behind it, in brackets and over a list; a word holds only for what it stands with."""
    assert [e.level for e in about(read(f"SKILLS\n{line}"), skill)] == [level]


@pytest.mark.parametrize(
    ("sentence", "skill", "level"),
    [
        ("Analyst familiar with Docker, SQL and Tableau.", "tableau", 1),
        ("Some exposure to Docker.", "docker", 1),
        ("I use SQL (a little) and Python.", "sql", 1),
        ("I use SQL (a little) and Python.", "python", 2),
        ("Daily SQL, learning PyTorch.", "pytorch", 1),
        ("Daily SQL, learning PyTorch.", "sql", 2),
        ("Builds deep learning PyTorch models.", "pytorch", 2),
        ("Basic understanding of Docker; strong Python.", "docker", 1),
        ("Basic understanding of Docker; strong Python.", "python", 3),
        ("Familiar with Docker, built reports in Python.", "python", 2),
        ("Our first Docker platform.", "docker", 2),
        ("Erste Erfahrungen mit Docker, sehr gute Kenntnisse in SQL.", "docker", 1),
        ("Erste Erfahrungen mit Docker, sehr gute Kenntnisse in SQL.", "sql", 3),
        ("Strong in SQL and Tableau, basic in Python.", "tableau", 3),
        ("Strong in SQL and Tableau, basic in Python.", "python", 1),
        ("Débutant en Python.", "python", 1),
        ("Conocimientos básicos de Python.", "python", 1),
    ],
)
def test_words_in_a_profile(sentence: str, skill: str, level: int) -> None:
    """The same in sentences."""
    assert [e.level for e in about(read(f"PROFILE\n{sentence}"), skill)] == [level]


def test_a_little_of_a_skill_is_not_used_for_as_long_as_the_job_lasts() -> None:
    """It is a mention at level 1; what else the job names is used for its months, and "some" says nothing there."""
    reading = read("""
EXPERIENCE
Analyst, Acme Ltd          Jan 2020 - Dec 2022
- Python every day, familiar with Docker
- Led some Tableau work
- Taught basic SQL to ten colleagues
""")
    found = {e.skill: (e.kind, e.level, e.months) for e in reading.evidence}
    assert found == {
        "python": ("cv-use", 2, 36.0),
        "docker": ("cv-mention", 1, None),
        "tableau": ("cv-use", 2, 36.0),
        "sql": ("cv-use", 2, 36.0),
    }


def test_praise_of_a_course_or_of_the_work_is_not_the_persons_level() -> None:
    """Among studies, and before a concept in a sentence; in a list of skills it is."""
    reading = read("""
PROFILE
Applied advanced machine learning to sales.

EDUCATION
Advanced Python
Rust (Master)
""")
    assert {e.skill: e.level for e in reading.evidence} == {"machine-learning": 2, "python": 2, "rust": 2}
    assert [e.level for e in about(read("SKILLS\nAdvanced machine learning"), "machine-learning")] == [3]


def test_words_far_away_say_nothing() -> None:
    """A sentence's end, another clause and a list's own ratings stop a word."""
    text = "Basic Excel. SQL and Python"
    assert own_level(text, text.index("SQL"), text.index("SQL") + 3) is None


@pytest.mark.parametrize(
    ("skills", "levels"),
    [
        ("Basic: SQL, Rust and\nPython, Docker\nAWS", {"sql": 1, "rust": 1, "python": 1, "docker": 1, "aws": 2}),
        ("Learning: Rust, SQL,\nPython", {"rust": 1, "sql": 1, "python": 1}),
        (
            "Expert: SQL,\nPython,\nDocker\nTools: AWS,\nTableau",
            {"sql": 3, "python": 3, "docker": 3, "aws": 2, "tableau": 2},
        ),
        ("Basic: SQL\nPython", {"sql": 1, "python": 2}),
    ],
)
def test_a_label_reaches_the_lines_its_list_wraps_into(skills: str, levels: dict[str, int]) -> None:
    """A comma or "and" at the end of a line says that the list goes on; a new label or a bare line end does not."""
    assert {piece.skill: piece.level for piece in read(f"SKILLS\n{skills}").evidence} == levels
