"""Teams that a posting says one works with are no skills it asks for."""

import pytest

from headway.knowledge.load import load_lexicon
from headway.mentions.find import Finder

FINDER = Finder(load_lexicon())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Work closely with Product, Data Science and Legal", "Data Science"),
        ("You will collaborate with our customer success, design and engineering teams.", "customer success"),
        ("Partner with stakeholders across Marketing, CRM, and Finance to plan launches", "CRM"),
        ("Collaborate across functions (product, design, DevOps) to ship", "DevOps"),
        ("Cross-functional teams such as Sales, Product Marketing and Support", "Product Marketing"),
        ("Partner with Engineering, Fraud Analytics and Operations", "Analytics"),
        ("Collaborate with UX designers, researchers and product managers", "UX"),
    ],
)
def test_a_team_one_works_with_is_no_skill(line: str, name: str) -> None:
    """A name in a list with a plain department, behind a word of working together."""
    assert name not in [m.text for m in FINDER.find(f"What you will do:\n- {line}")]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Experience with product analytics, data science and machine learning", "data science"),
        ("Experience working with risk, fraud and compliance systems", "fraud"),
        ("Work with engineers to build dashboards and data pipelines", "data pipelines"),
        ("Partner with Product to define, measure and monitor success metrics", "success metrics"),
        ("Drive best practices across teams, including CI/CD, testing and security", "CI/CD"),
        ("Work closely with Python, machine learning and the product", "Python"),
        ("Strong in statistics, design and data science", "data science"),
    ],
)
def test_what_is_asked_or_made_stays_a_skill(line: str, name: str) -> None:
    """No word of working together, a list that ends in something made, or verbs between."""
    assert name in [m.text for m in FINDER.find(f"Requirements:\n- {line}")]
