"""What changed from one plan to the next, in words a person uses."""

from types import SimpleNamespace
from typing import Any

from headway.values import Span
from headway.workspace.changes import changes


def _step(id_: str, *raises: tuple[str, int, int]) -> Any:
    return SimpleNamespace(id=id_, kind="learn", raises=raises, hours=Span(1, 2, 3), why="Needed.", end=None)


def _saved(levels: dict[str, int], *steps: Any) -> Any:
    labels = {"python": "Python", "one": "One", "two": "Two", "three": "Three", "big": "Big"}
    plan = SimpleNamespace(steps=steps)
    return SimpleNamespace(plan=plan, levels=levels, labels=labels, role="r", seniority="junior")


NOTHING: Any = SimpleNamespace(finished={}, dropped={})


def test_a_level_is_told_as_a_word() -> None:
    """`level 0 now, not 1` says nothing to who reads `none` and `aware` everywhere else."""
    found = changes(_saved({"python": 1}), _saved({}, _step("one", ("python", 0, 1))), NOTHING)
    assert [change.why for change in found] == ["Python is taken as none now, not aware"]


def test_what_takes_a_place_is_listed() -> None:
    """`A and B and C` is no list."""
    skills = (("a", 0, 1), ("b", 0, 1), ("c", 0, 1))
    parts = [_step(id_, skill) for id_, skill in zip(("one", "two", "three"), skills, strict=True)]
    found = changes(_saved({}, _step("big", *skills)), _saved({}, *parts), NOTHING)
    assert found[0].why == "replaced by One, Two and Three"
