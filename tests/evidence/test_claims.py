"""What a CV claims about a skill, and how strongly."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.documents.read import read_bytes
from headway.evidence.cv import read_cv
from headway.values import LEVELS
from tests.evidence.readings import about, finder, knowledge, read

CV = """
EXPERIENCE
Data Analyst, Acme Ltd          Jan 2020 - Dec 2022
- Reports in Python and SQL
Intern, Beta Ltd          Jun 2019 - Aug 2019
- Python scripts

PROJECTS
Tide forecast          2024
- Python and scikit-learn

EDUCATION
BSc Economics, Example University          2016 - 2019
- Course in machine learning

SKILLS
Python, Docker
"""


def test_each_dated_job_is_one_piece_of_use() -> None:
    """Months are the job's; under half a year states level 1, else 2; projects and studies count less."""
    pieces = [(e.kind, e.level, e.months, e.strength) for e in about(read(CV), "python")]
    assert pieces == [
        ("cv-use", 2, 36.0, 1.0),
        ("cv-use", 1, 3.0, 1.0),
        ("cv-use", 1, None, 0.6),
        ("cv-mention", 2, None, 1.0),
    ]
    assert [(e.kind, e.months, e.strength) for e in about(read(CV), "machine-learning")] == [("cv-use", 6.0, 0.5)]


def test_use_ends_with_the_job() -> None:
    """last_used is the last day of the job; today where it goes on."""
    assert about(read(CV), "sql")[0].last_used == dt.date(2022, 12, 31)
    going_on = read("EXPERIENCE\nData Analyst, Acme Ltd          Jan 2020 - present\n- SQL")
    assert about(going_on, "sql")[0].last_used == dt.date(2026, 11, 20)


def test_ids_are_unique_and_stable() -> None:
    """Reading the same file twice gives the same log."""
    first, second = read(CV), read(CV)
    assert first == second
    assert len({e.id for e in first.evidence}) == len(first.evidence)
    assert [e.id for e in about(first, "python")] == [f"cv:python:{n}" for n in (1, 2, 3, 4)]
    assert {e.source for e in first.evidence} == {"cv:cv.txt"}


@pytest.mark.parametrize(
    ("line", "skill", "level"),
    [
        ("Python (expert), SQL", "python", 3),
        ("Python (expert), SQL", "sql", 2),
        ("SQL - advanced", "sql", 3),
        ("Docker (basics)", "docker", 1),
        ("Basic: Docker, SQL", "sql", 1),
        ("Python (sehr gut), SQL (Grundkenntnisse)", "sql", 1),
        ("Python          Intermediate", "python", 2),
        ("Python (2 years)", "python", 2),
        ("Python (5 years)", "python", 3),
        ("Languages: Python, SQL", "python", 2),
        ("Bases: SQL, Excel", "sql", 2),
        ("Python (bases)", "python", 1),
    ],
)
def test_self_ratings_set_the_level(line: str, skill: str, level: int) -> None:
    """Only the person's own word next to the skill, or over its list, and never more than 3."""
    assert [e.level for e in about(read(f"SKILLS\n{line}"), skill)] == [level]


def test_a_rating_over_a_group_reaches_its_list() -> None:
    """Name of the group, its rating, its list: as many templates print it."""
    reading = read("# Skills\n\n**Databases**\n\nAdvanced\n\nSQL\n\n**Tools**\n\nBasic\n\nDocker, Excel\n", "cv.md")
    assert [(e.skill, e.level) for e in reading.evidence] == [("sql", 3), ("docker", 1), ("excel", 1)]


def test_what_is_being_learned_is_level_one() -> None:
    """Under a heading for learning, and in a sentence that says so."""
    reading = read("PROFILE\nAnalyst with Python. Currently learning Rust and PyTorch.\n\nLEARNING\n- Docker\n")
    assert {e.skill: e.level for e in reading.evidence} == {"python": 2, "rust": 1, "pytorch": 1, "docker": 1}


def test_human_skills_are_weak_mentions() -> None:
    """A CV's word for a human skill says little, in a dated job too."""
    reading = read("EXPERIENCE\nData Analyst, Acme Ltd          Jan 2020 - Dec 2022\n- Strong communication skills\n")
    assert [(e.kind, e.strength) for e in about(reading, "communication")] == [("cv-mention", 0.4)]


def test_hobbies_referees_and_languages_are_no_skills() -> None:
    """Nor is the name of the employer."""
    reading = read("""
EXPERIENCE
Engineer, Notion          Jan 2020 - Dec 2022
- Worked on Notion with SQL

INTERESTS
Python breeding

LANGUAGES
English, Spanish

REFERENCES
Dr Docker, Example University
""")
    assert {e.skill for e in reading.evidence} == {"sql"}
    assert reading.languages == ("English", "Spanish")


def test_a_known_certificate_claims_what_its_course_teaches() -> None:
    """To level 2 at most; an unknown one that names a skill claims that the person met it."""
    reading = read("""
CERTIFICATES
Deep Learning Specialization, Coursera, 2023
AWS Certified Developer – Associate (2021)
""")
    assert [c.resource for c in reading.certificates] == ["deep-learning-specialization", None]
    found = {e.skill: (e.kind, e.level, e.date) for e in reading.evidence}
    assert found == {
        "pytorch": ("certificate", 2, dt.date(2023, 6, 30)),
        "machine-learning": ("certificate", 2, dt.date(2023, 6, 30)),
        "aws": ("certificate", 1, dt.date(2021, 6, 30)),
    }


def test_a_similar_name_is_not_a_known_certificate() -> None:
    """A name that only shares words with a course is not taken for it."""
    reading = read("CERTIFICATES\nMachine Learning for Managers, Example Academy, 2022\n")
    assert [c.resource for c in reading.certificates] == [None]


WORDS = ("Python", "SQL (expert)", "\nEXPERIENCE\n", "\nSKILLS\n", "Jan 2020 - Dec 2021", "\n", "- ", "Data Analyst")
MORE_WORDS = (
    "Acme Ltd",
    "Docker",
    ",",
    "\t",
    "2019",
    "EDUCATION\n",
    "BSc",
    "communication",
    "\n\n",
    "Looking to learn Rust.",
)


@given(st.lists(st.sampled_from(WORDS + MORE_WORDS), max_size=40))
def test_quotes_stand_where_they_say(pieces: list[str]) -> None:
    """Whatever the text: a quote is exactly the document's text from start to end, and levels and months make sense."""
    document = read_bytes(" ".join(["CV", *pieces]).encode(), "cv.txt")
    reading = read_cv(document, finder(), knowledge(), dt.date(2026, 11, 20))
    for piece in reading.evidence:
        assert piece.level in LEVELS[1:4]
        assert piece.quotes
        assert all(quote.text == document.text[quote.start : quote.end] for quote in piece.quotes)
        assert piece.months is None or piece.months > 0
    for job in reading.jobs:
        assert 0 <= job.text_start < job.text_end <= len(document.text)
    assert len({piece.id for piece in reading.evidence}) == len(reading.evidence)
