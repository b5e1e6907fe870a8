"""How the market takes a million postings: imported, understood, copies put together, counted; time, CPU, memory.

    python benchmarks/market_scale.py --adverts 10000 [--copies 0.2] [--folder DIR] [--keep]

Runs the real commands in new processes on postings grown from the public ones under HEADWAY_SHARED
(benchmarks/grown_postings.py). Peak memory and CPU are those of the whole process tree, looked at five times a second:
resident counts shared pages once a process, proportional (PSS) once in all. With --copies 0 every text is distinct:
what the reuse of a text's reading saves is the difference.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from grown_postings import write

_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


class Watch(threading.Thread):
    """Looks at a process and all below it until it ends."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.root = root
        self.resident = self.proportional = 0
        self.most = 0
        self._cpu: dict[tuple[int, str], float] = {}
        self.done = threading.Event()

    @property
    def cpu(self) -> float:
        """CPU-seconds of all processes seen."""
        return sum(self._cpu.values())

    def run(self) -> None:
        number = 0
        while not self.done.wait(0.2):
            self._look(number % 25 == 0)
            number += 1

    def _look(self, closely: bool) -> None:
        stats = dict(each for path in Path("/proc").glob("[0-9]*") if (each := self._stat(path)))
        family, size = {self.root}, 0
        while len(family) > size:
            size = len(family)
            family |= {pid for pid, stat in stats.items() if int(stat[1]) in family}
        alive = [pid for pid in family if pid in stats]
        for pid in alive:
            self._cpu[pid, stats[pid][19]] = (int(stats[pid][11]) + int(stats[pid][12])) / _TICK
        self.resident = max(self.resident, sum(int(stats[pid][21]) * _PAGE for pid in alive))
        self.most = max(self.most, len(alive))
        if closely:
            self.proportional = max(self.proportional, sum(map(self._pss, alive)))

    @staticmethod
    def _stat(path: Path) -> tuple[int, list[str]] | None:
        try:
            return int(path.name), (path / "stat").read_text().rpartition(") ")[2].split()
        except OSError:
            return None

    @staticmethod
    def _pss(pid: int) -> int:
        try:
            rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            return 0
        return next((int(row.split()[1]) * 1024 for row in rows if row.startswith("Pss:")), 0)


def run(*arguments: str, home: Path) -> tuple[dict[str, object], float, Watch]:
    """A command with --json: its answer, wall seconds, and what was watched."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "headway", *arguments, "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "HEADWAY_HOME": str(home)})
    watch = Watch(process.pid)
    watch.start()
    out, _ = process.communicate()
    watch.done.set()
    watch.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}")
    return json.loads(out), time.perf_counter() - start, watch


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--adverts", type=int, default=10_000)
    parser.add_argument("--copies", type=float, default=0.2, help="share of adverts that repeat another")
    parser.add_argument("--folder", type=Path, help="where to work (default: a temporary folder)")
    parser.add_argument("--keep", action="store_true", help="leave the folder there")
    options = parser.parse_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix="headway-scale-"))
    try:
        start = time.perf_counter()
        grown = write(folder / "postings", options.adverts, options.copies)
        print(
            f"{options.adverts:,} adverts grown in {time.perf_counter() - start:.0f} s: {grown['megabytes']:,.0f} MB, "
            f"{grown['distinct'] / options.adverts:.1%} of title and text distinct"
        )
        said, wall, watch = run(
            "market", "import", str(folder / "postings"), "--today", "2026-11-27", home=folder / "home"
        )
        rows = options.adverts
        assert said["new"] == rows, said
        print(
            f"imported, understood, copies put together: {wall:.1f} s wall ({rows / wall:,.0f} adverts a second), "
            f"{watch.cpu:.1f} CPU-s ({1000 * watch.cpu / rows:.2f} ms each), {watch.most} processes"
        )
        print(
            f"  most memory of all processes together: {watch.resident / 1e9:.2f} GB resident, "
            f"{watch.proportional / 1e9:.2f} GB proportional"
        )
        row = [f"{rows:,}", f"{wall:.0f} s", f"{watch.cpu:.0f} CPU-s", f"{1000 * watch.cpu / rows:.2f} ms each"]
        row += [f"{watch.resident / 1e9:.2f} GB resident", f"{watch.proportional / 1e9:.2f} GB proportional"]
        kept = sum(path.stat().st_size for path in (folder / "home" / "market").glob("*.parquet"))
        print(f"  {said['postings']:,} postings stand for {said['adverts']:,} adverts; {kept / 1e6:,.0f} MB on disk")
        said, wall, watch = run("market", "demand", home=folder / "home")
        row += [f"demand {wall:.1f} s"]
        print(f"counted (market demand): {wall:.1f} s, {watch.cpu:.1f} CPU-s, {watch.resident / 1e9:.2f} GB")
        said, wall, watch = run(
            "market", "import", str(folder / "postings"), "--today", "2026-11-27", home=folder / "home"
        )
        print(f"the same import again: {wall:.1f} s, {watch.cpu:.1f} CPU-s")
        print(f"| {' | '.join([*row, f'again {wall:.1f} s'])} |")
    finally:
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
