"""Names that are also words, in a line that names no other tool: the sentence tells."""

import pytest

from headway.knowledge.load import load_lexicon
from headway.mentions.find import Finder

FINDER = Finder(load_lexicon())


@pytest.mark.parametrize(
    ("line", "name", "skill"),
    [
        ("Served models with Flask", "Flask", "flask"),
        ("Deployed functions on Lambda", "Lambda", "aws-lambda"),
        ("Wrote the ingestion service in Rust", "Rust", "rust"),
        ("Experience with Spark\nGood humour", "Spark", "apache-spark"),
        ("Proficient in R", "R", "r-language"),
        ("Experience with Go.", "Go", "go"),
        ("Good knowledge of SAP", "SAP", "sap"),
        ("Automated servers using Puppet", "Puppet", "infrastructure-as-code"),
        ("Write maintainable React code", "React", "react"),
        ("Shared a Swift component library", "Swift", "swift"),
        ("Go developer with five years", "Go", "go"),
        ("DATA ENGINEER (SPARK)", "SPARK", "apache-spark"),
        ("Data Engineer (Spark)", "Spark", "apache-spark"),
        ("Software Engineer - Rust", "Rust", "rust"),
        ("Backend Developer – Go", "Go", "go"),
        ("Environment: Flask", "Flask", "flask"),
    ],
)
def test_the_sentence_tells_a_tool(line: str, name: str, skill: str) -> None:
    """A preposition behind work with software, software behind the name, or brackets behind who writes it."""
    assert (name, skill) in {(m.text, m.skill) for m in FINDER.find(line)}


@pytest.mark.parametrize(
    "line",
    [
        "Sparks fly. Spark joy in your users",
        "Flask of water for every hike",
        "Started to write code in Spring 2024",
        "Software Engineer - Go To Market",
        "Account Manager - Notion",
        "Express interest by writing to us",
        "Go to the office every day",
        "Built data partnerships with OpenAI",
        "Worked with Ray on the launch",
        "Served lunch with Chef Anna",
        "Developed relationships with C-levels",
        "Deployed software in Phoenix, Arizona",
        "Software Development Engineers (SDEs)",
        "Mental health services via Spring Health",
        "Experience with Notion customers",
        "Systems that can scale to GA",
    ],
)
def test_other_senses_are_left(line: str) -> None:
    """Verbs, seasons, people, places, firms and initials."""
    assert not [m for m in FINDER.find(line) if m.kind == "tech"]
