"""The solver leaves Ctrl-C to Python."""

import subprocess
import sys

SCRIPT = """
import os, signal
from headway.planning.solve import run
from ortools.sat.python import cp_model_helper as cp
run(cp.CpModelProto(), 1.0)
try:
    os.kill(os.getpid(), signal.SIGINT)
    signal.pause()
except KeyboardInterrupt:
    print("stopped in order")
"""


def test_ctrl_c_after_a_solve_is_still_an_exception() -> None:
    """With the solver's own handler the process would die of the signal, without a word, or wait for ever."""
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1] == "stopped in order"
