"""Ctrl-C where it is hard to hear: in an import (an exception could leave its lock held), while a library works."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

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


LONG = """
import random, sys, threading
import headway.cli.main
def execute(arguments):
    from ortools.sat.python import cp_model
    from ortools.sat.python import cp_model_helper as cp
    model, dice = cp_model.CpModel(), random.Random(1)
    halves = [model.new_bool_var("") for _ in range(40)]
    for _ in range(5):  # far beyond what the solver settles in minutes
        sizes = [dice.randrange(100) for _ in halves]
        model.add(sum(size * half for size, half in zip(sizes, halves)) == sum(sizes) // 2)
    parameters = cp.SatParameters()
    parameters.num_workers, parameters.catch_sigint_signal = 1, False
    wrapper = cp.SolveWrapper()
    wrapper.set_parameters(parameters)
    where = sys.argv[1]
    if where == "here":
        print("begun", flush=True)
        wrapper.solve(model.proto)
    threading.Thread(target=wrapper.solve, args=(model.proto,), daemon=True).start()
    print("begun", flush=True)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        sys.stderr.write("headway: Stopped. Nothing was half-written.\\n")
        return 130
headway.cli.main.execute = execute
from headway.cli.start import run
run()
"""


@pytest.mark.parametrize("where", ["here", "aside"])
def test_ctrl_c_is_answered_while_a_library_works(where: str) -> None:
    """One line and code 130, whether the library keeps Python from hearing it or goes on on another thread."""
    command = [sys.executable, "-c", LONG, where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=60)
    assert (process.returncode, complaint) == (130, "headway: Stopped. Nothing was half-written.\n")
