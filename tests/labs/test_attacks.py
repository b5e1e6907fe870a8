"""What no solution needs is stopped and said so, or the walls say what they do not keep out."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from headway.knowledge.labs import bundle, unbundle
from headway.labs.model import Verdict
from headway.labs.needs import imported
from headway.sandbox.untrusted.model import Call, Ceiling, Ended, Failure, Protection, Walls
from headway.sandbox.untrusted.run import Code, run
from headway.sandbox.untrusted.walls import bubblewrap_works
from tests.labs.conftest import LABS, graded

LAB = LABS["first-model"]
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="these walls are Linux's")
WALLS: list[Walls] = ["bubblewrap", "landlock"]

STOPPED = {
    "forks": ("import os\nos.fork()", "process"),
    "forks without Python": ("import ctypes\nctypes.CDLL(None).fork()", "process"),
    "starts a program": ("import subprocess\nsubprocess.run(['true'])", "process"),
    "opens the network": ("import socket\nsocket.create_connection(('192.0.2.1', 80))", "network"),
    "opens the network without Python": ("import ctypes\nctypes.CDLL(None).socket(2, 1, 0)", "process"),
    "fills memory": ("x = []\nwhile True: x.append(bytes(10 ** 8))", "memory"),
    "fills the disk": ("open('big', 'wb').write(b'x' * 10 ** 9)", "write"),
    "overwrites a result": ("open('/tmp/result.json', 'w').write('pass')", "write"),
    "reads the answers": ("import glob\nopen('/etc/passwd').read()", "read"),
    "looks into the grader": ("import os\nopen(f'/proc/{os.getppid()}/environ').read()", "read"),
    "prints without end": ("while True: print('pass' * 10000)", "output"),
    "leaves with code 0": ("import os\nos._exit(0)", "died"),
}


@linux_only
@pytest.mark.parametrize("walls", WALLS)
@pytest.mark.parametrize("what", STOPPED)
def test_it_is_stopped_and_said_so(what: str, walls: Walls) -> None:
    """Each gets the outcome `stopped` with its reason."""
    if walls == "bubblewrap" and not bubblewrap_works():
        pytest.skip("bubblewrap is not installed, or may not be used here")
    source, reason = STOPPED[what]
    verdict = graded(LAB, source, most=walls)
    assert verdict.protection is not None
    if verdict.protection.walls != walls:  # an old kernel: then the hole is named
        assert "reading your files" in verdict.protection.not_against
        return
    assert (verdict.outcome, verdict.reason) == ("stopped", reason), verdict


REACHES_OUT = {
    "cuts a file short": "libc.truncate(FILE, 0)",
    "takes the rights of a file": "libc.chmod(FILE, 0)",
    "gives a file away": "libc.chown(FILE, 12, 12)",
    "dates a file back": "libc.utimes(FILE, None)",
    "marks a file": "libc.setxattr(FILE, b'user.x', b'1', 1, 0)",
    "ends another process": "libc.kill(OTHER, 9)",
    "ends another process from Python": "os.kill(OTHER, 9)",
    "ends a thread of another process": "libc.syscall(234 if X86 else 131, OTHER, OTHER, 9)",
    "bounds another process": "libc.prlimit(OTHER, 0, ctypes.byref((ctypes.c_ulong * 2)(1, 1)), None)",
    "puts another process last": "libc.setpriority(0, OTHER, 19)",
    "binds another process to one core": "libc.sched_setaffinity(OTHER, 8, ctypes.byref(ctypes.c_ulong(1)))",
    "reads the user's keys": "libc.syscall(250 if X86 else 219, 0, -3, 0)",
    "shares memory by name": "libc.shmget(4711, 4096, 0o1600)",
}


@linux_only
@pytest.mark.parametrize("walls", WALLS)
@pytest.mark.parametrize("what", REACHES_OUT)
def test_no_file_and_no_other_process_is_harmed(what: str, walls: Walls, tmp_path: Path) -> None:
    """Neither by Python nor past it: the code is ended, or the system refuses."""
    if walls == "bubblewrap" and not bubblewrap_works():
        pytest.skip("bubblewrap is not installed, or may not be used here")
    file = tmp_path / "kept.txt"
    file.write_text("kept")
    file.chmod(0o640)
    before = file.stat()
    with subprocess.Popen(["sleep", "3600"]) as other, ExitStack() as at_the_end:
        at_the_end.callback(other.kill)
        source = (
            "import ctypes, os\nX86 = os.uname().machine == 'x86_64'\nlibc = ctypes.CDLL(None)\n"
            f"FILE, OTHER = {bytes(file)!r}, {other.pid}\ndef f():\n    return {REACHES_OUT[what]}\n"
        )
        settings = _settings(other.pid)
        with suppress(Ended):
            ran = run(Code("solution.py", source), [Call("f")], Ceiling(), most=walls)
            assert ran.values == (-1,)
        assert other.poll() is None
        assert _settings(other.pid) == settings
    after = file.stat()
    assert file.read_text() == "kept"
    assert (after.st_mode, after.st_uid, after.st_mtime_ns) == (before.st_mode, before.st_uid, before.st_mtime_ns)
    assert os.listxattr(file) == []


OF_THE_MACHINE = {
    "names it": "libc.sethostname(os.uname().nodename.encode(), len(os.uname().nodename))",
    "sets its clock": "libc.syscall(227 if X86 else 112, -1, None)",
    "restarts it": "libc.syscall(169 if X86 else 142, 0, 0, 0, 0)",
    "takes away its swap": "libc.swapoff(None)",
    "loads a module": "libc.syscall(313 if X86 else 273, -1, None, 0)",
    "mounts": "libc.syscall(430, None, 0)",
    "watches files": "libc.inotify_init1(0)",
}
"""None of them changes anything where it is let through."""


@linux_only
@pytest.mark.parametrize("what", OF_THE_MACHINE)
def test_the_machine_itself_cannot_be_changed_by_root_either(what: str) -> None:
    """Without a box of its own the filter alone stands before it."""
    source = (
        "import ctypes, os\nX86 = os.uname().machine == 'x86_64'\nlibc = ctypes.CDLL(None)\n"
        f"def f():\n    return {OF_THE_MACHINE[what]}\n"
    )
    with pytest.raises(Ended) as ended:
        run(Code("solution.py", source), [Call("f")], Ceiling(), most="landlock")
    assert ended.value.kind == "process"


def _settings(process: int) -> tuple[object, ...]:
    """What another process can be made to suffer from."""
    limits = Path(f"/proc/{process}/limits").read_text()
    return os.getpriority(os.PRIO_PROCESS, process), os.sched_getaffinity(process), limits


FAILS = {
    "an exception of the lowest kind": ("class E(BaseException): pass\ndef f(): raise E('x')", "E"),
    "an exception that cannot be told": (
        "class E(Exception):\n    def __str__(self): raise ValueError('no')\ndef f(): raise E",
        "E",
    ),
    "leaving": ("def f(): raise GeneratorExit", "GeneratorExit"),
    "a number too long to write down": ("def f(): return 10 ** 6000", "TypeError"),
    "a line that cannot be parsed": ("x = 1\ndef f(:\n    pass", "SyntaxError"),
    "a text that never ends": ("def f():\n    return 'abc", "SyntaxError"),
    "a wrong indent": ("def f():\nreturn 1", "IndentationError"),
    "itself": ("def f():\n    x = []\n    x.append(x)\n    return x", "RecursionError"),
    "bytes": ("def f(): return b'x'", "TypeError"),
}


@pytest.mark.parametrize("what", FAILS)
def test_whatever_the_code_raises_or_gives_is_told_as_its_own_failure(what: str) -> None:
    """Not as if it had reached for a file."""
    source, kind = FAILS[what]
    (value,) = run(Code("solution.py", source), [Call("f")], Ceiling()).values
    assert isinstance(value, Failure)
    assert value.type == kind


@pytest.mark.parametrize("walls", [*WALLS, "none"] if sys.platform == "linux" else ["none"])
def test_an_error_of_syntax_is_told_with_its_line_in_every_file_of_a_lab(walls: Walls) -> None:
    """Python looks for a file of that name, which is no attempt to read a stranger's."""
    if walls == "bubblewrap" and not bubblewrap_works():
        pytest.skip("bubblewrap is not installed, or may not be used here")
    verdict = graded(LAB, f"{LAB.solution}\ndef x(:\n", most=walls)
    assert (verdict.outcome, verdict.line) == ("exception", len(LAB.solution.splitlines()) + 2)
    pytest.importorskip("fastapi", reason="needs the extra 'web'")
    lab = LABS["model-service"]
    files = unbundle(lab.solution)
    for name in ("service.py", "operations.py"):
        verdict = graded(lab, bundle({**files, name: f"{files[name]}\ndef x(:\n"}), most=walls)
        assert (verdict.outcome, name in verdict.words) == ("exception", True), verdict


def test_what_the_code_says_cannot_steer_a_terminal() -> None:
    """Control characters and halves of characters are taken out of what is printed and raised; length is bounded."""
    source = "print('\\x1b[2JPassed\\x07\\ttab')\ndef f(): raise ValueError('\\x1b]0;x\\x07\\ud800')\n"
    long = "def f(): return {'$failure': {'type': 'X', 'message': 'm' * 10 ** 6, 'line': 1}}"
    ran = run(Code("solution.py", source), [Call("f")], Ceiling())
    assert ran.printed == "\N{REPLACEMENT CHARACTER}[2JPassed\N{REPLACEMENT CHARACTER}\ttab\n"
    assert ran.values[0].message == "\N{REPLACEMENT CHARACTER}]0;x" + 2 * "\N{REPLACEMENT CHARACTER}"
    assert len(run(Code("solution.py", long), [Call("f")], Ceiling()).values[0].message) == 500


IN_EVERY_LAB = {
    "forks": ("import os\nos.fork()", "process"),
    "opens the network": ("import socket\nsocket.create_connection(('192.0.2.1', 80))", "network"),
    "overwrites a result": ("open('/tmp/result.json', 'w').write('pass')", "write"),
    "reads the answers": ("open('/etc/passwd').read()", "read"),
    "leaves with code 0": ("import os\nos._exit(0)", "died"),
}


@linux_only
@pytest.mark.parametrize("lab", [id_ for id_ in LABS if not LABS[id_].driver])
@pytest.mark.parametrize("what", IN_EVERY_LAB)
def test_a_right_solution_that_reaches_out_is_stopped_in_every_lab(what: str, lab: str) -> None:
    """Whatever packages a lab opens, its walls are the same: what would pass is stopped for what it does besides."""
    right = next(text for text in (LABS[lab].solution, *LABS[lab].good.values()) if "torch" not in imported(text))
    attack, reason = IN_EVERY_LAB[what]
    verdict = graded(LABS[lab], f"{right}\n\n{attack}\n")
    assert verdict.protection is not None
    assert (verdict.outcome, verdict.reason) == ("stopped", reason), verdict


def test_sleeping_is_too_slow() -> None:
    """Whoever does not finish is timed out."""
    with pytest.raises(Ended) as ended:
        run(Code("solution.py", "import time\ntime.sleep(60)"), [Call("f")], Ceiling(wall_seconds=1.0))
    assert ended.value.kind == "time"


def test_a_busy_loop_is_too_slow() -> None:
    """Processor time counts as well."""
    with pytest.raises(Ended) as ended:
        run(Code("solution.py", "while True: pass"), [Call("f")], Ceiling(wall_seconds=1.5))
    assert ended.value.kind == "time"


def _verdict(source: str, seeds: Sequence[int] = (1,)) -> Verdict:
    return graded(LAB, source, seeds)


CHEATS = {
    "prints the expected text": "print('Passed. Every check held on every world.')\n",
    "patches the metric": (
        "import numpy as np\nnp.allclose = lambda *a, **k: True\nnp.asarray = lambda *a, **k: 0\n"
        "def fit_line(x, y): return (0, 0)\ndef predict(x, y, new): return [0] * 7\n"
        "def describe(rows): return {}\ndef mean_by_region(rows): return {}\n"
    ),
    "inspects the grader": (
        "import sys\ndef fit_line(x, y):\n    f = sys._getframe()\n    while f:\n"
        "        for v in list(f.f_locals.values()):\n"
        "            if hasattr(v, 'holds'): v.passed = ['all']\n        f = f.f_back\n    return (1, 1)\n"
    ),
    "imports the grader": "from headway.labs.graders import first_model\nfirst_model.grade = lambda *a: None\n",
    "writes a verdict into the answer": (
        "import os, json\nfor fd in range(3, 20):\n    try:\n"
        "        os.write(fd, json.dumps([{'outcome': 'pass'}] * 4).encode() + b'\\n')\n"
        "    except OSError:\n        pass\n"
        "def fit_line(x, y): return (1, 1)\n"
    ),
    "equals everything": (
        "class Yes:\n    def __eq__(self, other): return True\n    def __float__(self): return 1.0\n"
        "def fit_line(x, y): return (Yes(), Yes())\n"
    ),
}


@pytest.mark.parametrize("what", CHEATS)
def test_what_cannot_reach_the_verdict_does_not_pass(what: str) -> None:
    """The verdict is made elsewhere, from values alone: there is nothing to inspect, patch or print."""
    assert graded(LAB, CHEATS[what]).outcome != "pass"


def test_answers_kept_from_the_practice_data_do_not_pass() -> None:
    """Grading draws other worlds."""
    assert _verdict(LAB.wrong["memorised.py"], [7]).outcome == "wrong"


@linux_only
def test_without_walls_it_is_said_what_is_not_kept_out() -> None:
    """No bubblewrap, no Landlock, no filter: every hole is named."""
    peek = "import ctypes\ndef f():\n    return ctypes.CDLL(None).open(b'/etc/hostname', 0)\n"
    ran = run(Code("solution.py", peek), [Call("f")], Ceiling(), most="none", filtered=False)
    assert ran.protection == Protection(
        "none",
        False,
        (
            "reading your files",
            "writing and removing files",
            "starting other programs",
            "opening the network",
            "looking into and ending other processes",
            "changing this machine's name, clock and mounts",
        ),
    )


@linux_only
def test_the_filter_alone_leaves_files_open_and_says_so() -> None:
    """Where only system calls are filtered, files are named as not protected, and are indeed open."""
    peek = "import ctypes\ndef f():\n    return ctypes.CDLL(None).open(b'/etc/passwd', 0)\n"
    ran = run(Code("solution.py", peek), [Call("f")], Ceiling(), most="none")
    assert ran.protection.not_against == ("reading your files", "writing and removing files")
    assert ran.values[0] >= 0
    closed = run(Code("solution.py", peek), [Call("f")], Ceiling(), most="landlock")
    assert closed.protection.not_against == (
        "finding out whether a file of a certain name is there, how long it is and when it was changed",
    )
    assert closed.values == (-1,)


@linux_only
def test_values_come_back_as_they_were() -> None:
    """Arrays keep their kind and shape, failures their line, threads may run."""
    source = (
        "import threading\nimport numpy as np\n"
        "def same(x):\n    t = threading.Thread(target=int)\n    t.start()\n    t.join()\n    return x\n"
        "def fails(x):\n    return 1 / 0\n"
    )
    import numpy as np

    given = (np.arange(6.0).reshape(2, 3), np.array([True, False]), np.array([1, 2]), {"a": [1, None, "é"]})
    ran = run(Code("solution.py", source), [*(Call("same", (each,)) for each in given), Call("fails", (1,))], Ceiling())
    for wanted, found in zip(given[:3], ran.values[:3], strict=True):
        assert found.dtype == wanted.dtype
        assert np.array_equal(found, wanted)
    assert ran.values[3] == given[3]
    handed_on = {name: np.array(1.5, dtype=name) for name in ("float32", "int64", "uint8")} | {
        "rows": np.ones(2, "<f4")
    }
    (found,) = run(Code("solution.py", source), [Call("same", (handed_on,), whole=True)], Ceiling()).values
    assert {name: (each.dtype, each.shape) for name, each in found.items()} == {
        name: (each.dtype, each.shape) for name, each in handed_on.items()
    }
    assert (ran.values[4].type, ran.values[4].line) == ("ZeroDivisionError", 9)
