"""Text fits the terminal it is shown on; a pipe always gets the same page."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import EXAMPLE, TODAY

COMMAND = [sys.executable, "-m", "headway", "plan", str(EXAMPLE), "--today", TODAY]


def _on_a_terminal(columns: int, tmp_path: Path) -> str:
    """What a terminal of so many columns is sent."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"COLUMNS": str(columns), "HEADWAY_HOME": str(tmp_path)}
    process = subprocess.Popen(COMMAND, stdout=theirs, stderr=subprocess.DEVNULL, env=environment)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert process.wait() == 0
    return shown.decode("utf-8")


def test_paragraphs_fit_a_narrow_terminal(tmp_path: Path) -> None:
    """No sentence, step or sum is cut inside a word by the terminal's own wrapping."""
    lines = _on_a_terminal(48, tmp_path).splitlines()
    sentences = [line for line in lines if line.startswith("      ")]
    steps = [line for line in lines if re.match(r" ?\d+\. \d{4}-|Learning: |You may have ", line)]
    assert len(steps) > 10
    assert max(len(line.rstrip()) for line in steps) <= 48
    assert len(sentences) > 50
    assert max(len(line.rstrip()) for line in sentences) <= 48
