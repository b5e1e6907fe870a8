"""What a degree says of skills that the CV does not name."""

import pytest

from headway.documents.read import read_bytes
from headway.evidence.cv import read_cv
from headway.evidence.words import ByStudy, load
from headway.knowledge.load import load_knowledge
from headway.learner.model import Evidence
from tests.evidence.readings import TODAY, finder

NOTE = "what this degree teaches"


def _by_study(education: str) -> list[Evidence]:
    document = read_bytes(f"Jo Sample\n\nEDUCATION\n\n{education}\n".encode(), "cv.txt")
    return [e for e in read_cv(document, finder(), load_knowledge(None), TODAY).evidence if e.note == NOTE]


def _levels(education: str) -> dict[str, int]:
    return {piece.skill: piece.level for piece in _by_study(education)}


def test_a_physicist_has_learnt_calculus() -> None:
    """At working level, as a claim dated by the end of the studies, quoting the line."""
    pieces = {piece.skill: piece for piece in _by_study("MSc in Physics, University of Leeds\t2017 - 2019")}
    calculus = pieces["calculus"]
    assert (calculus.level, calculus.kind, calculus.named) == (2, "certificate", False)
    assert str(calculus.date).startswith("2019")
    assert "Physics" in calculus.quotes[0].text


def test_a_higher_degree_adds_to_the_lower() -> None:
    """A doctorate holds all of the bachelor's, and research."""
    bachelor, doctor = (_levels(f"{d} in Physics, University of Leeds\t2017 - 2019") for d in ("BSc", "PhD"))
    assert bachelor.items() <= {k: min(v, bachelor.get(k, v)) for k, v in doctor.items()}.items()
    assert "research-methods" in doctor.keys() - bachelor.keys()


def test_a_degree_in_two_fields_is_both() -> None:
    """The higher level of each subject counts."""
    both = _levels("BSc in Mathematics and Economics, University of Leeds\t2017 - 2019")
    assert {"multivariable-calculus", "econometrics"} <= both.keys()
    assert both["calculus"] == 2


@pytest.mark.parametrize(
    "education",
    [
        "BSc in Physics, University of Leeds\t2025 - 2031",
        "Bootcamp in Data Science, Example Academy\t2024",
        "A-levels in Mathematics, Example School\t2010",
    ],
)
def test_studies_that_go_on_or_are_below_a_degree_say_little(education: str) -> None:
    """Met the subject, no more."""
    assert set(_levels(education).values()) == {1}


@pytest.mark.parametrize("education", ["BA in History, University of Leeds\t2017 - 2019", "University of Leeds\t2019"])
def test_another_field_says_nothing(education: str) -> None:
    """Nothing is guessed."""
    assert _levels(education) == {}


def test_every_subject_is_a_skill_of_the_knowledge_base() -> None:
    """No dangling ids; degrees teach working level at most; a later degree adds something."""
    skills = load_knowledge(None).skills
    for field in load(ByStudy).fields:
        for taught in (field.bachelor, field.master, field.phd):
            assert taught.keys() <= skills.keys(), field.id
            assert set(taught.values()) <= {1, 2}
