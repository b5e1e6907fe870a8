"""Answers to a test that come from a file."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from headway.cli.ask_test import asker


@pytest.mark.parametrize(("written", "answer"), [('"2"', "2"), ("0", "0"), ("null", "?")])
def test_answers_by_id_may_begin_with_a_byte_order_mark(tmp_path: Path, written: str, answer: str) -> None:
    """As editors on Windows write them: read as lines, every answer would count as wrong. null: not known."""
    path = tmp_path / "answers.json"
    path.write_text(f'{{"item": {written}}}', encoding="utf-8-sig")
    turn: Any = SimpleNamespace(question=SimpleNamespace(item="item"))
    assert asker(str(path))(turn) == answer
