"""Ctrl-C in the middle of an import, where an exception could leave the import lock held for ever."""

import subprocess
import sys
from pathlib import Path

MODULE = """
import os, signal
os.kill(os.getpid(), signal.SIGINT)
for _ in range(10**6):
    pass
print("went on")
"""
SCRIPT = """
import sys
import headway.cli.main
def execute(arguments):
    try:
        import slow_module
    except KeyboardInterrupt:
        print("an exception inside the import")
    return 0
headway.cli.main.execute = execute
from headway.cli.start import run
run()
"""


def test_ctrl_c_inside_an_import_ends_the_process_at_once(tmp_path: Path) -> None:
    """With the usual line and code, and without an exception on its way through the import machinery."""
    (tmp_path / "slow_module.py").write_text(MODULE, encoding="utf-8")
    command = [sys.executable, "-c", SCRIPT]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, timeout=60)
    assert (ran.returncode, ran.stdout) == (130, "")
    assert ran.stderr == "headway: Stopped. Nothing was half-written.\n"
