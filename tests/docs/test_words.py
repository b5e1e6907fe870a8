"""The glossary and the README speak as the program does."""

import re
from pathlib import Path

from headway.knowledge.load import load_knowledge
from headway.values import KNOWN_CONFIDENCE, SENIORITIES

ROOT = Path(__file__).parent.parent.parent
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def _meaning(word: str) -> str:
    found = re.search(rf"^\| {re.escape(word)} \| (.+) \|$", GLOSSARY, flags=re.MULTILINE)
    assert found, f"the glossary has no '{word}'"
    return found.group(1)


def test_levels_have_the_names_of_the_knowledge_base(run_home: Path) -> None:
    """data/words.yaml says what they are called."""
    names = re.findall(r"(\d) (\w+)", _meaning("level"))
    assert names == [(str(w.level), w.name) for w in load_knowledge(run_home / "cache").words.levels]


def test_seniorities_are_the_closed_list() -> None:
    """In order."""
    assert _meaning("seniority").split(" · ") == list(SENIORITIES)


def test_the_known_level_names_its_constant() -> None:
    """One constant, used by fit and plan alike."""
    assert f"{KNOWN_CONFIDENCE:g}" in _meaning("known level")


def test_each_word_is_explained_once() -> None:
    """Two rows for one word would drift apart."""
    words = re.findall(r"^\| ([^|]+) \|", GLOSSARY, flags=re.MULTILINE)[2:]
    assert len(words) > 20
    assert len(set(words)) == len(words)
