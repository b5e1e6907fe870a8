"""What a person's own rating does to years of use: months say no more than the person does."""

import pytest

from headway.learner.claims import merge
from headway.learner.constants import load_numbers
from headway.learner.model import Evidence
from tests.evidence.readings import about, read

JOB = """
EXPERIENCE
Developer, Acme Ltd          Jan 2019 - Dec 2025
- Python and SQL every day

"""


def used(skills: str, skill: str = "python", heading: str = "SKILLS") -> Evidence:
    """The seven years of use, beside what a list of skills says."""
    (found,) = [e for e in about(read(f"{JOB}{heading}\n{skills}"), skill) if e.kind == "cv-use"]
    return found


def spoken(piece: Evidence) -> float:
    """The level that the use speaks of."""
    return merge([piece], load_numbers().evidence, [0.0]).level


@pytest.mark.parametrize(
    ("skills", "at_most"),
    [
        ("Python (intermediate)", 2),
        ("Python - basic", 1),
        ("Python: beginner", 1),
        ("Python ***--", 2),
        ("Python **---", 1),
        ("Python ★★★☆☆", 2),
        ("Python ● ● ○ ○ ○, SQL", 1),
        ("Python 3/5", 2),
        ("Python (6/10)", 2),
        ("Python 40 %, SQL 90 %", 1),
        ("Familiar with Python, SQL", 1),
        ("Intermediate: Python, SQL", 2),
        ("Gute Kenntnisse in Python", 2),
    ],
)
def test_a_rating_limits_what_months_say(skills: str, at_most: int) -> None:
    """Seven years alone speak of proficient; the note says why they do not here."""
    piece = used(skills)
    assert spoken(used("Docker")) == 3.0
    assert spoken(piece) == at_most == piece.at_most
    assert "you rate yourself" in piece.note


@pytest.mark.parametrize(
    "skills",
    [
        "Python (5 years)",
        "Python (5+ yrs)",
        "Python (2 years)",
        "2 years of Python",
        "Python, SQL",
        "Python (expert)",
        "Python 4/5",
        "Python ****-",
        "Python *****",
        "Python ***",
        "Python 2/3",
        "Solid Python",
        "Python (learning)",
        "Python | Docker | intermediate",
        "Python (none)",
    ],
)
def test_times_praise_and_what_is_unclear_are_no_limit(skills: str) -> None:
    """Nor does praise lift the years above what they say alone."""
    piece = used(skills)
    assert piece.at_most is None
    assert spoken(piece) == 3.0
    assert "rate" not in piece.note


def test_the_highest_of_several_ratings_holds_and_a_time_is_none_of_them() -> None:
    """Two words for one skill: the higher. A count of years beside a rating does not take it away."""
    assert used("Python (basic)\nIntermediate: Python").at_most == 2
    assert used("Python (basic)\nPython (expert)").at_most is None
    reading = read(f"{JOB}SKILLS\nPython (intermediate)\n6 years of Python")
    assert {(e.kind, e.level, e.at_most) for e in about(reading, "python")} == {
        ("cv-use", 2, 2),
        ("cv-mention", 2, None),
    }


def test_marks_rate_in_lists_only_and_a_job_rates_only_itself() -> None:
    """ "(40 %)" in a sentence is about something else; "familiar with" in one job says nothing of the next."""
    assert used("Sped up reports in Python (40%).", heading="PROFILE").at_most is None
    reading = read("""
EXPERIENCE
Developer, Acme Ltd          Jan 2019 - Dec 2025
- Python every day

Intern, Bolt Ltd          Jan 2018 - Dec 2018
- Familiar with Python
""")
    assert {(e.kind, e.level, e.at_most) for e in about(reading, "python")} == {
        ("cv-use", 2, None),
        ("cv-mention", 1, None),
    }
