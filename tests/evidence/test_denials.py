"""A skill that a CV says is not there is no evidence of that skill."""

import json

import pytest

from headway.evidence.denials import denied
from tests.evidence.readings import about, read


@pytest.mark.parametrize(
    ("sentence", "skill"),
    [
        ("No Docker experience yet, but strong in Go.", "Docker"),
        ("I have no experience with Python or Docker.", "Docker"),
        ("No prior professional experience in Docker", "Docker"),
        ("Without any knowledge of Docker so far.", "Docker"),
        ("I have never used Docker.", "Docker"),
        ("I haven't worked with Docker.", "Docker"),
        ("Noch keine Erfahrung mit Docker.", "Docker"),
        ("Ich habe keine Docker-Kenntnisse.", "Docker"),
        ("Aucune expérience en Docker.", "Docker"),
        ("Sin experiencia con Docker.", "Docker"),
        ("No experience with\nDocker.", "Docker"),
    ],
)
def test_a_denied_skill_is_recognised(sentence: str, skill: str) -> None:
    """In the ways people write it, in the main languages."""
    at = sentence.index(skill)
    assert denied(sentence, at, at + len(skill))


@pytest.mark.parametrize(
    "sentence",
    [
        "No downtime: moved 40 services to Docker.",
        "No experience with Java, but three years of Docker.",
        "No Java experience; Docker every day.",
        "No Java experience. Docker knowledge.",
        "Java: no experience\nDocker: experience of four years",
        "I know Docker, no experience is lost.",
        "Deployed without manual steps, using Docker.",
        "Not only Docker but Kubernetes.",
        "A no-code Docker experience.",
        "With no experience in law, I have built on Docker.",
        "Training with Docker; no knowledge needed.",
    ],
)
def test_a_held_skill_is_not_denied(sentence: str) -> None:
    """A "no" that speaks of something else takes nothing away."""
    at = sentence.index("Docker")
    assert not denied(sentence, at, at + len("Docker"))


def test_a_denied_skill_is_no_evidence() -> None:
    """Profile, table of skills, and job alike."""
    reading = read("""
PROFILE
Analyst with years of SQL. No machine learning experience yet.

EXPERIENCE
Data Analyst, Acme Ltd          Jan 2020 - Dec 2022
- SQL reports; I have never used Tableau here

SKILLS
Python: expert
Docker: none
Rust - no experience
pandas (keine Kenntnisse)
""")
    assert sorted({piece.skill for piece in reading.evidence}) == ["python", "sql"]


def test_the_level_of_a_json_resume_is_the_persons_own_rating() -> None:
    """It holds for the skill and for the keywords under it."""
    resume = {
        "basics": {"name": "Jo Sample"},
        "skills": [
            {"name": "Python", "level": "Beginner", "keywords": ["pandas", "scikit-learn"]},
            {"name": "SQL", "level": "Advanced"},
            {"name": "Tools", "keywords": ["Docker"]},
        ],
    }
    reading = read(json.dumps(resume), "cv.json")
    levels = {skill: about(reading, skill)[0].level for skill in ("python", "pandas", "scikit-learn", "sql", "docker")}
    assert levels == {"python": 1, "pandas": 1, "scikit-learn": 1, "sql": 3, "docker": 2}
