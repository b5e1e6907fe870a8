"""What is kept of an advert."""

import datetime as dt
from pathlib import Path

import pytest

from headway.knowledge.load import load_knowledge, load_lexicon
from headway.market.model import Advert
from headway.market.understand import Readers, understand
from headway.mentions.find import Finder
from headway.postings.titles import Titles

CHOICES = """Machine learning engineer

Requirements
- Python
- PyTorch or TensorFlow
- TensorFlow in production

Nice to have
- AWS or GCP
"""


@pytest.fixture(scope="module")
def readers(run_home: Path) -> Readers:
    cache = run_home / "cache"
    return Readers(Finder(load_lexicon(cache)), Titles(load_knowledge(cache).roles), "test")


def test_a_skill_asked_for_only_beside_others_is_a_choice(readers: Readers) -> None:
    """PyTorch stands only beside TensorFlow, which is also asked for by itself."""
    advert = Advert(source="file", board="b", source_id="1", title="ML engineer", text=CHOICES)

    row = understand(advert, readers, dt.date(2026, 11, 20))

    asked = {skill.skill: (skill.need, skill.choice) for skill in row.skills}
    assert asked["python"] == ("required", False)
    assert asked["pytorch"] == ("required", True)
    assert asked["tensorflow"] == ("required", False)
    assert asked["aws"] == ("preferred", True)
    assert asked["google-cloud"] == ("preferred", True)
