"""An aim is no evidence: nobody can do what they only want to do."""

import pytest

from headway.evidence.wishes import wished
from tests.evidence.readings import read


@pytest.mark.parametrize(
    "sentence",
    [
        "I want to move into machine learning.",
        "Looking to transition into machine learning and PyTorch.",
        "My goal is to become a machine learning engineer.",
        "Aspiring machine learning engineer.",
        "Hoping to learn PyTorch",
        "I plan to study machine learning.",
        "Seeking a role in machine learning or with PyTorch.",
        "I would love to work with Rust.",
        "Ich möchte in Machine learning wechseln.",
        "Je souhaite travailler avec PyTorch.",
        "Busco un puesto en machine learning.",
        "Objective: learn PyTorch",
        "Goal: to master PyTorch",
        "Career changer: leaving bookkeeping behind, I learn PyTorch and Rust.",
        "Ready to learn Docker, Rust and PyTorch.",
    ],
)
def test_an_aim_is_no_evidence(sentence: str) -> None:
    """In the ways people write it, in the main languages."""
    assert read(f"PROFILE\n{sentence}").evidence == ()


@pytest.mark.parametrize(
    ("sentence", "skills"),
    [
        ("Seeking a role in machine learning where I can use my skills in Python and SQL.", {"python", "sql"}),
        ("Looking to move from Excel into machine learning.", {"excel"}),
        ("Looking for a team; Python every day.", {"python"}),
        ("Looking for a team. Python every day.", {"python"}),
        ("I want to move into machine learning, but know Python.", {"python"}),
        ("Aspiring machine learning engineer with 5 years of SQL.", {"sql"}),
        ("SQL analyst seeking a role in machine learning.", {"sql"}),
        ("Looking to deepen my Python.", {"python"}),
        ("I want to move from SQL into machine learning.", {"sql"}),
        ("Switching from Excel to Python.", {"excel"}),
        ("Möchte von Excel zu Python wechseln.", {"excel"}),
        ("I know SQL and want to learn machine learning.", {"sql"}),
        ("I help teams learn Python.", {"python"}),
        ("I use scikit-learn and Docker.", {"scikit-learn", "docker"}),
        ("Master of spreadsheets. I use SQL.", {"sql"}),
    ],
)
def test_what_is_held_beside_an_aim_stays(sentence: str, skills: set[str]) -> None:
    """Before the wish, left behind by it, and brought along to it."""
    assert {piece.skill for piece in read(f"PROFILE\n{sentence}").evidence} == skills


def test_an_interest_is_aware_at_most() -> None:
    """Weak, as under a heading for learning."""
    reading = read("PROFILE\nAnalyst interested in machine learning.")
    assert [(e.skill, e.level, e.strength) for e in reading.evidence] == [("machine-learning", 1, 0.5)]


def test_aims_have_headings_and_labels() -> None:
    """A section of goals, a label in a list of skills, and a word in brackets."""
    reading = read("""
CAREER GOALS
Machine learning engineer, PyTorch

SKILLS
Python, Rust (want to learn), SQL
Hoping to learn: Docker, Tableau
AWS
""")
    assert {piece.skill for piece in reading.evidence} == {"python", "sql", "aws"}


def test_in_a_job_only_a_wish_to_learn_is_the_persons() -> None:
    """Other wishes there are about the work."""
    text = "Aiming to cut costs we moved to Docker. Hoping to learn Rust"
    assert wished(text, text.index("Docker"), "experience") is None
    assert wished(text, text.index("Rust"), "experience") == "aim"


def test_a_word_in_brackets_heads_no_section() -> None:
    """What a list says of one skill is said of no other."""
    reading = read("SKILLS\nPython, Rust (learning), SQL\nDocker")
    assert {e.skill: e.level for e in reading.evidence} == {"python": 2, "rust": 1, "sql": 2, "docker": 2}


@pytest.mark.parametrize(
    ("sentence", "skills"),
    [
        ("Machine learning internship", set()),
        ("A position in analytics with Tableau", set()),
        ("To learn Rust and work with Python", set()),
        ("Become a machine learning engineer with PyTorch.", set()),
        ("To obtain a position where I can use my Python.", {"python"}),
        ("SQL developer looking for a job.", {"sql"}),
        ("Data scientist with 5 years of Python experience.", {"python"}),
    ],
)
def test_an_objective_that_names_work_is_an_aim(sentence: str, skills: set[str]) -> None:
    """Under its heading or behind its label, unless the sentence says that the skill is there."""
    assert {piece.skill for piece in read(f"OBJECTIVE\n{sentence}").evidence} == skills
    assert {piece.skill for piece in read(f"Jo Sample\nObjective: {sentence}\n\nHOBBIES\nChess").evidence} == skills
