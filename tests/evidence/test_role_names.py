"""Job titles in seven languages to roles, and the word lists against the knowledge base itself."""

from pathlib import Path

import pytest

from headway.evidence.roles import RoleNames, plain_name
from headway.evidence.titles import is_title
from headway.evidence.words import ByTitle, load
from headway.knowledge.load import load_knowledge
from headway.knowledge.model import Knowledge


@pytest.fixture(scope="module")
def whole(run_home: Path) -> Knowledge:
    """The real knowledge base."""
    return load_knowledge(run_home / "cache")


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Datenanalystin", "data-analyst"),
        ("Senior Datenanalyst:in (m/w/d)", "data-analyst"),
        ("Analista de Dados Júnior", "data-analyst"),
        ("Softwareentwickler/-in", "software-engineer"),
        ("Fachinformatiker für Anwendungsentwicklung", "software-engineer"),
        ("Développeur(se) full stack", "software-engineer"),
        ("Développeur·se web", "software-engineer"),
        ("Ingénieur(e) machine learning", "machine-learning-engineer"),
        ("Machine-Learning-Ingenieurin", "machine-learning-engineer"),
        ("Scientifique des données", "data-scientist"),
        ("Cientifico de datos", "data-scientist"),
        ("Científico/a de datos", "data-scientist"),
        ("Data Scientist H/F", "data-scientist"),
        ("Engenheira de dados", "data-engineer"),
        ("Sviluppatrice software", "software-engineer"),
        ("Ricercatrice in intelligenza artificiale", "ai-research-scientist"),
        ("KI-Entwickler", "ai-engineer"),
        ("Datawetenschapper", "data-scientist"),
        ("Ingénieur commercial", None),
        ("Desarrollador de negocio", None),
    ],
)
def test_titles_in_other_languages_and_forms_for_both_sexes(whole: Knowledge, title: str, role: str | None) -> None:
    """Accents may be missing; the ending for the other sex may be added in any of the usual ways."""
    assert RoleNames(whole).role_of(title) == role


def test_no_title_belongs_to_two_roles(whole: Knowledge) -> None:
    """As titles are compared, so without accents and marks."""
    owners: dict[str, set[str]] = {}
    for role in whole.roles.values():
        for name in (role.label, *role.aliases):
            owners.setdefault(plain_name(name), set()).add(role.id)
    assert {name: roles for name, roles in owners.items() if len(roles) > 1} == {}


def test_names_that_say_nothing_of_skills_are_names_of_roles(whole: Knowledge) -> None:
    """A misspelt name in the list would have no effect."""
    names = {plain_name(name) for role in whole.roles.values() for name in (role.label, *role.aliases)}
    assert [name for name in load(ByTitle).shared_names if plain_name(name) not in names] == []


def test_most_names_of_roles_are_known_as_titles(whole: Knowledge) -> None:
    """So that a CV's line with one is taken for the title and not for the employer."""
    names = [name for role in whole.roles.values() for name in (role.label, *role.aliases)]
    unknown = [name for name in names if not is_title(name)]
    assert len(unknown) < 0.02 * len(names), unknown
