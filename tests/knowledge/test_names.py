"""A person's name for a skill, however it is spelt, means the same skill."""

from types import SimpleNamespace

import pytest

from headway.errors import UnknownName
from headway.knowledge.model import Lexicon, LexiconEntry
from headway.knowledge.names import folded, nearest_names, resolve, skill_forms

_FORMS = {
    "containerisation": "containers",
    "data modelling": "data-modeling",
    "behavioral cloning": "imitation",
    "data catalogue": "catalogue",
    "data analysing": "analysis",
    "API": "api-design",
    "statistics": "statistics",
    "research & development": "research",
}
LEXICON = Lexicon(
    "test",
    tuple(LexiconEntry(form, skill, "any", False, (), ()) for form, skill in _FORMS.items()),
    {"personalization": "Personalisation"},
    {},
)


@pytest.mark.parametrize(
    ("written", "skill"),
    [
        ("Containerization", "containers"),
        ("data modeling", "data-modeling"),
        ("behavioural cloning", "imitation"),
        ("data catalog", "catalogue"),
        ("data analyzing", "analysis"),
        ("APIs", "api-design"),
        ("research and development", "research"),
        ("personalization", "personalization"),
    ],
)
def test_british_and_american_singular_and_plural_mean_one_skill(written: str, skill: str) -> None:
    """A name resolves in either spelling and number, and so does a label that is no sure mention in a text."""
    assert skill_forms(LEXICON)[folded(written)] == skill


@pytest.mark.parametrize("word", ["four", "his", "size", "cell", "statistics"])
def test_short_words_keep_their_letters(word: str) -> None:
    """The spelling rules change endings of long words only."""
    assert folded(word) == word


def test_an_authored_form_is_never_taken_over_by_a_made_up_one() -> None:
    """`model` of one skill stays, although the plural of another would make it."""
    entries = [LexiconEntry(text, text, "any", False, (), ()) for text in ("models", "model")]
    lexicon = Lexicon("test", tuple(entries), {}, {})

    assert skill_forms(lexicon) == {"models": "models", "model": "model"}


def test_the_beginning_of_a_name_is_understood_as_a_hint() -> None:
    """`mlops` and `ml ops` are no role, but it is clear which is meant; two letters begin too many."""
    roles = {
        "mlops-engineer": SimpleNamespace(id="mlops-engineer", label="MLOps engineer"),
        "tutor": SimpleNamespace(id="tutor", label="Tutor"),
    }
    for word in ("mlops", "ml ops"):
        with pytest.raises(UnknownName, match="Did you mean mlops-engineer"):
            resolve(word, roles, "role")
    with pytest.raises(UnknownName, match="lists all of them"):
        resolve("ml", roles, "role")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pytroch", ["pytorch"]),
        ("reinforcment learning", ["reinforcement learning"]),
        ("statistik", ["statistics"]),
        ("computervision", ["computer vision"]),
        ("keras tuner", ["keras"]),
        ("cuda c", ["cuda"]),
        ("marketing", ["marketing analytics"]),
        ("kuber", ["kubernetes"]),
        ("nursing", []),
        ("driving licence", []),
        ("quantum computing", []),
        ("swimming", []),
        ("violin", []),
        ("q", []),
        ("", []),
    ],
)
def test_only_names_that_may_be_meant_are_asked_about(typed: str, meant: list[str]) -> None:
    """Slips, whole words and beginnings are; words that merely look alike or names of one letter are not."""
    names = [
        *("pytorch", "reinforcement learning", "statistics", "computer vision", "keras", "cuda", "c", "kubernetes"),
        *("marketing analytics", "teaching", "parsing", "cloud computing", "stemming", "kotlin", "imitation"),
    ]
    assert nearest_names(typed, names) == meant
