"""Which course of the knowledge base a line of a CV names."""

import pytest

from headway.evidence.certificates import Resources
from headway.knowledge.load import load_knowledge


@pytest.mark.parametrize(
    ("name", "giver", "course"),
    [
        ("Python for Everybody", "Coursera", "python-for-everybody"),
        ("Excel Skills for Business", "Macquarie University", "macquarie-excel-skills"),
        ("Python for Everybody", "Town Library", None),
        ("Machine Learning", "Coursera", None),
    ],
)
def test_a_course_is_known_without_its_kind(name: str, giver: str, course: str | None) -> None:
    """People leave out `Specialization`. Who gives it has to stand beside, and a subject's bare name is no course."""
    assert Resources(load_knowledge(None)).find(name, f"{name}\t{giver}") == course
