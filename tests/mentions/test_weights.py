"""The learned numbers: where they come from, and that they can be learned again."""

import sys
from pathlib import Path

import pytest

from headway.mentions.find import Finder
from headway.mentions.weights import load_judgement, load_span_weights, load_weights
from tests.mentions.lexicon import small_lexicon

TOOLS = Path(__file__).parents[2] / "tools"


@pytest.mark.parametrize("load", [load_weights, load_span_weights])
def test_the_numbers_say_where_they_come_from(load) -> None:
    """Data, licence, date, script, settings and measured scores stand in the file itself."""
    trained = load().trained

    assert trained.data.startswith("SkillSpan")
    assert trained.licence.startswith("MIT")
    assert (TOOLS.parent / trained.script).is_file()
    assert trained.examples > 1000
    assert {
        "SkillSpan TECH knowledge dev, exact F1",
        "SkillSpan TECH knowledge dev, overlap F1",
    } <= trained.scores.keys()


def test_the_files_stay_small() -> None:
    """Learned numbers are committed, so they must not grow without bound."""
    folder = TOOLS.parent / "src" / "headway" / "data" / "mentions"

    assert all(path.stat().st_size < 250_000 for path in folder.iterdir())


def test_learning_may_only_move_the_hand_set_numbers_a_little() -> None:
    """The public data follow another convention: they nudge our judgement and never overturn it."""
    learned, hand = load_weights().features, load_judgement().features

    assert all(abs(learned[name] - number) < 2.0 for name, number in hand.items())


@pytest.fixture
def tools(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The training scripts, importable; skipped without the measuring data."""
    monkeypatch.syspath_prepend(str(TOOLS))
    for name in ("score_gold", "score_mentions", "train_mentions", "train_spans"):
        monkeypatch.delitem(sys.modules, name, raising=False)


def test_training_twice_gives_the_same_numbers(tools: None) -> None:
    """Nothing random, no clock: the same data and lexicon, the same weights."""
    import train_mentions

    once, twice = train_mentions.train(small_lexicon()), train_mentions.train(small_lexicon())

    assert once == twice
    assert once.aliases != {}


@pytest.mark.long
def test_the_span_reader_can_be_trained_again(tools: None) -> None:
    """A fresh span reader marks a name that no skill map has to know."""
    import train_spans

    finder = Finder(small_lexicon(), "skillspan", spans=train_spans.train(small_lexicon()))

    assert [m.text for m in finder.find("Experience with Python and JUnit")] == ["Python", "JUnit"]
