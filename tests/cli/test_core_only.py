"""Headway with its core alone: what is installed by default must work, and the rest must say what to install."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from headway.app.extras import EXTRA_OF

CV = str(Path(__file__).parents[2] / "examples" / "mara-lindqvist.pdf")
RUN = """
import json, sys
for name in json.loads(sys.argv[1]):
    sys.modules[name] = None
from headway.cli.main import execute
sys.exit(execute(sys.argv[2:]))
"""


def _core_only(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", RUN, json.dumps([*EXTRA_OF, "scipy"]), *arguments]
    environment = {**os.environ, "HEADWAY_HOME": str(home)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False)


@pytest.mark.parametrize("arguments", [("plan", CV), ("fit", CV), ("pay", "data-analyst")], ids=lambda a: a[0])
def test_the_core_works_alone(home: Path, arguments: tuple[str, ...]) -> None:
    """The main job needs no extra."""
    ran = _core_only(home, *arguments)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_core_compiles_the_knowledge_base_alone(tmp_path: Path) -> None:
    """In a user folder where no index lies."""
    ran = _core_only(tmp_path, "roles")
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("market", "jobs", CV),
        ("market", "value", CV),
        ("market", "demand"),
        ("market", "trends"),
        ("market", "weights"),
        ("market", "new-terms"),
        ("market", "import", "--example"),
        ("plan", CV, "--market"),
    ],
    ids=lambda a: " ".join(w for w in a if w != CV),
)
def test_the_market_says_what_to_install(home: Path, arguments: tuple[str, ...]) -> None:
    """One line with the command, exit code 2."""
    ran = _core_only(home, *arguments)
    assert ran.returncode == 2
    assert ran.stderr.rstrip().endswith("pip install 'headway[market]'")
