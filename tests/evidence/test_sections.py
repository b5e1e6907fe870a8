"""Headings: which there are and what they open."""

import pytest

from headway.evidence.headings import phrase_opening
from tests.evidence.readings import read


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Python, SQL, Docker", {"python", "sql", "docker"}),
        ("Python developer, 5 years Python and SQL", {"python", "sql"}),
        ("Jane Doe\nPython developer, 5 years SQL", {"python", "sql"}),
        ("Jane Doe\npython@docker.example\nSQL", {"sql"}),
        ("Jane Doe\nData analyst\n\nSkills\nSQL\n\nReferences\nDocker Smith", {"sql"}),
    ],
)
def test_a_few_lines_without_a_heading_are_read(text: str, named: set[str]) -> None:
    """Somebody who tries it with a line about themselves is understood; the header of a whole CV stays a header."""
    assert {piece.skill for piece in read(text).evidence if piece.skill in ("python", "sql", "docker")} == named


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("WORK EXPERIENCE", "experience"),
        ("Employment History:", "experience"),
        ("Berufserfahrung", "experience"),
        ("Expériences professionnelles", "experience"),
        ("Skills & Awards", "skills"),
        ("Kenntnisse und Sprachen", "skills"),
        ("3. Technical Skills", "skills"),
        ("E D U C A T I O N", "education"),
        ("学历 (Education)", "education"),
        ("Sonstiges", "other"),
        ("Hobby's en interesses", "interests"),
    ],
)
def test_a_known_phrase_opens_its_section(heading: str, kind: str) -> None:
    """In any case, with numbers, colons, brackets, letter-spacing, and two phrases joined."""
    opening = phrase_opening(heading)
    assert opening is not None
    assert opening.kind == kind


@pytest.mark.parametrize(
    "text",
    ["Experience with Python is required", "My skills grew with the team", "", "Project Lead", "Senior Data Analyst"],
)
def test_other_lines_open_nothing(text: str) -> None:
    """A sentence or a title that contains such a word is no heading."""
    assert phrase_opening(text) is None


def test_sections_cover_the_document_in_order() -> None:
    """The header comes first; a section ends where the next begins; unknown headings stay apart."""
    parts = ["# Jo Sample", "jo@example.org", "## Profile", "Analyst.", "## Work Experience", "Acme"]
    sections = read("\n\n".join([*parts, "## Technical Skills", "SQL"]), "cv.md").sections
    assert [(s.kind, s.heading) for s in sections] == [
        ("header", ""),
        ("summary", "Profile"),
        ("experience", "Work Experience"),
        ("skills", "Technical Skills"),
    ]
    assert [s.first for s in sections[1:]] == [s.last + 1 for s in sections[:-1]]


def test_a_heading_in_the_left_column_opens_its_section() -> None:
    """ "Experience | Acme Ltd | dates" in one line: what stands beside the heading belongs under it."""
    reading = read("Jo Sample\n\nExperience\tAcme Ltd\t2019 - 2020\n\tData Analyst\n\nSkills\tPython, SQL\n")
    assert [s.kind for s in reading.sections] == ["header", "experience", "skills"]
    assert [(j.title, j.employer) for j in reading.jobs] == [("Data Analyst", "Acme Ltd")]
    assert {e.skill for e in reading.evidence} == {"python", "sql"}


def test_a_list_of_programming_languages_is_a_list_of_skills() -> None:
    """The heading "Languages" means what stands under it."""
    assert [s.kind for s in read("LANGUAGES\nPython, SQL\n\nSKILLS\nDocker\n").sections] == ["skills", "skills"]


def test_what_stands_under_the_name_without_a_heading_is_read() -> None:
    """A paragraph, or a label and its text; an address, a headline and an aim give nothing."""
    text = """Dana Example (invented)
dana@example.org | +49 30 1234567 | Berlin
Nurse with ten years on wards who has kept figures in Excel and likes Python.

Skills: SQL
Career goals: PyTorch
Experience
Ward nurse, St. Example Hospital, 2015 - 2025
"""
    assert {piece.skill for piece in read(text).evidence} == {"excel", "python", "sql"}
