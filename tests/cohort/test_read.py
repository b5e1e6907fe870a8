"""Share files are read whole or not at all."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.make_share_schema import TARGET, made

from headway.cohort.read import is_share, read_share
from headway.errors import UnreadableFile
from tests.cohort.people import TODAY, plan_state, share

GOOD = share(1, {"python": 2}, name="Ana", plan=plan_state())


def _with(change: Callable[[dict[str, Any]], None]) -> bytes:
    raw = json.loads(msgspec.json.encode(GOOD))
    change(raw)
    return json.dumps(raw).encode()


def test_what_is_written_is_read_back() -> None:
    """Nothing is lost on the way."""
    assert read_share(msgspec.json.encode(GOOD), TODAY) == GOOD


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda raw: raw.update(email="ana@example.org"), "unknown field"),
        (lambda raw: raw.update(schema="headway.share/2"), "Update Headway"),
        (lambda raw: raw["skills"][0].update(level=5), "level"),
        (lambda raw: raw["skills"].append(raw["skills"][0]), "names a skill twice"),
        (lambda raw: raw.update(date="2026-11-29"), "after today"),
        (lambda raw: raw.update(name="  "), "name is no name"),
        (lambda raw: raw.update(name="x" * 61), "name"),
        (lambda raw: raw.update(person="../../etc"), "person"),
        (lambda raw: raw["plan"].update(steps_done=11), "more steps"),
        (lambda raw: raw["plan"].update(hours_done=-1), "hours_done"),
        (lambda raw: raw.pop("role"), "role"),
    ],
)
def test_a_file_that_cannot_be_is_refused(change: Callable[[dict[str, Any]], None], words: str) -> None:
    """Each with a reason that names what is wrong."""
    with pytest.raises(UnreadableFile, match=words):
        read_share(_with(change), TODAY)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_a_refusal(content: bytes) -> None:
    """No other error comes out, whatever goes in."""
    assert not is_share(content)
    with pytest.raises(UnreadableFile):
        read_share(content, TODAY)


def test_deep_nesting_is_refused() -> None:
    """A file made to exhaust the reader."""
    deep = b'{"schema": "headway.share/1", "skills": ' + b"[" * 100_000
    assert not is_share(deep)
    with pytest.raises(UnreadableFile):
        read_share(deep, TODAY)


def test_the_schema_of_the_reference_is_the_one_files_are_read_with() -> None:
    """docs/reference/share.schema.json."""
    assert TARGET.read_text(encoding="utf-8") == made(), "stale: run `python tools/make_share_schema.py`"


@pytest.mark.parametrize("name", ["\\ud800", "a\\u0000b\\u001b[31m"])
def test_a_name_that_is_no_text_or_would_move_the_terminal_is_refused(name: str) -> None:
    """Half of a pair and control characters: no person is called so."""
    content = _with(lambda raw: raw.update(name="NAME")).replace(b"NAME", name.encode())
    with pytest.raises(UnreadableFile):
        read_share(content, TODAY)


def test_a_file_that_was_cut_off_on_its_way_is_a_broken_file_of_a_learner() -> None:
    """Not the CV of somebody: its hint is to ask for a new one."""
    half = msgspec.json.encode(GOOD)[:300]
    assert is_share(half)
    assert not is_share(b'{"basics": {"name": "Ana"')
    with pytest.raises(UnreadableFile, match="Ask for a new file"):
        read_share(half, TODAY)
