"""The bank as the program sees it, and ways to run what its items show."""

import functools
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from headway.knowledge.files import data_root, read
from headway.knowledge.items import ItemBank, ItemTopic
from headway.knowledge.load import load_items


@pytest.fixture
def bank(run_home: Path) -> ItemBank:
    """All items, compiled."""
    return load_items(run_home / "cache")


@functools.cache
def topics() -> dict[str, ItemTopic]:
    """The authored files by id."""
    found = {}
    for path in sorted((data_root() / "items").rglob("*/*.yaml")):
        topic, findings = read(path, ItemTopic, path.name)
        assert topic is not None, findings
        found[topic.id] = topic
    return found


def second_solvers(topic: str) -> dict[str, Any]:
    """The independent solvers of a topic's number items."""
    found: dict[str, Any] = import_module(f"tests.assessment.second.{topic.replace('-', '_')}").SECOND
    return found
