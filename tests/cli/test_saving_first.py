"""`plan --save`: what is kept does not hang on who reads the answer."""

import os
import subprocess
import sys

from tests.cli.conftest import TODAY, Headway


def test_a_reader_who_leaves_early_loses_no_plan(headway: Headway) -> None:
    """`headway plan ... --save | head -1`: the plan is kept all the same."""
    command = [sys.executable, "-m", "headway", "plan", "--know", "python=3", "--today", TODAY, "--save"]
    read, write = os.pipe()
    os.close(read)
    subprocess.run(command, stdout=write, stderr=subprocess.DEVNULL, check=False, timeout=120)
    os.close(write)
    assert headway("plans", "--today", TODAY).code == 0
