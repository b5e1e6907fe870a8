"""Run the command in this process, as a user would type it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from headway.cli.main import execute

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "mara-lindqvist.pdf"
TODAY = "2026-11-20"


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Headway = Callable[..., Ran]


@pytest.fixture
def headway(capfd: pytest.CaptureFixture[str]) -> Headway:
    """Call `headway ARGUMENTS...`."""

    def call(*arguments: str | Path) -> Ran:
        capfd.readouterr()
        code = execute([str(a) for a in arguments])
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def example() -> Path:
    """The bundled CV of an invented person."""
    return EXAMPLE
