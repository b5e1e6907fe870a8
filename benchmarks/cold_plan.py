"""Cold starts of the command: `headway --help`, and `headway plan` on the example CV, each in a new process.

Prints wall seconds (best and median of runs), processor seconds, peak memory, the phases of the last run,
and the time to load the compiled knowledge base. The first run of all compiles it and is shown apart.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
CV = ROOT / "examples" / "mara-lindqvist.pdf"
RUNS = 7
PLAN = ["plan", str(CV), "--role", "machine-learning-engineer", "--hours", "10", "--today", "2026-11-20", "--timings"]


def run(arguments: list[str], home: Path) -> tuple[float, float, str]:
    """Wall seconds, processor seconds (children included) and standard error of one new process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "headway", *arguments],
        env={**os.environ, "HEADWAY_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stderr


def show(name: str, arguments: list[str], home: Path) -> str:
    """Several runs of one command; the last one's standard error."""
    rows = [run(arguments, home) for _ in range(RUNS)]
    walls = [wall for wall, _, _ in rows]
    cpu = statistics.median(cpu for _, cpu, _ in rows)
    print(f"{name:<28} wall best {min(walls):.2f} s, median {statistics.median(walls):.2f} s; cpu {cpu:.2f} s")
    return rows[-1][2]


def index_load(home: Path) -> None:
    """Load the core index in this process: fingerprint, read, decode."""
    from headway.knowledge.load import load_knowledge

    times = []
    for _ in range(15):
        begin = time.perf_counter()
        load_knowledge(home / "cache")
        times.append(time.perf_counter() - begin)
    size = max(p.stat().st_size for p in (home / "cache").glob("core-*.json"))
    print(f"knowledge index, core        best {min(times) * 1000:.1f} ms, {size / 1e6:.2f} MB")


def main() -> None:
    """All figures."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        wall, _, _ = run(PLAN, home)
        print(f"first plan ever (compiles)   wall {wall:.2f} s")
        show("headway --help", ["--help"], home)
        phases = show("headway plan, example CV", PLAN, home)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"peak memory of a process     {peak:.0f} MB")
        index_load(home)
        print("phases of the last plan:")
        print(phases.rstrip())


if __name__ == "__main__":
    main()
