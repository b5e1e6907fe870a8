"""The terminal session of the README is a real one."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from tools.make_session import BEGIN, COMMAND, END, LEFT, PREPARE, README, parts, printed

RENEW = "run `python tools/make_session.py`"


@pytest.fixture
def shown() -> list[str]:
    """The lines that the README shows."""
    block = README.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0].strip()
    assert block.startswith("```console\n")
    assert block.endswith("\n```")
    return block.splitlines()[1:-1]


def test_the_session_shows_the_command_it_was_made_with(shown: list[str]) -> None:
    """Copied from the README, the commands give this answer."""
    assert [line for line in shown if line.startswith("$ ")] == [f"$ headway {PREPARE}", f"$ headway {COMMAND}"]


def test_the_session_has_the_parts_and_the_outcome_of_a_real_run(shown: list[str], tmp_path: Path) -> None:
    """Every heading (with it the plan's status) and the columns of every table. Figures move with the facts."""
    lines = printed(tmp_path)
    headings = [heading for heading, _ in parts(lines) if not heading.startswith(LEFT)]
    assert [heading for heading, _ in parts([*shown, ""])] == headings, RENEW
    columns = [line for line, rule in pairwise(shown) if re.fullmatch(r"─{50,}", rule)]
    assert len(columns) >= 3
    squeezed = {" ".join(line.split()) for line in lines}
    assert [line for line in columns if " ".join(line.split()) not in squeezed] == [], RENEW
