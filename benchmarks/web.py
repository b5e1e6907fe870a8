"""The pages in the browser: the first page, any page under 20 readers, a re-solve; size of the map; memory.

    python benchmarks/web.py

Starts `headway serve` with a user folder of its own and the bundled example CV, and asks it over real sockets.
"""

import concurrent.futures
import gzip
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parent.parent
CV = ROOT / "examples" / "mara-lindqvist.pdf"
PAGES = (
    "/",
    "/plan",
    "/map",
    "/roles",
    "/roles/data-scientist",
    "/skills/python",
    "/market",
    "/market/trends",
    "/market/jobs",
    "/market/hours",
    "/progress",
    "/sources",
    "/data",
)
READERS, ROUNDS = 20, 6
IDLE = 65
"""Seconds after which the process that answers for the market has ended."""


class Server:
    """A running server and its key."""

    def __init__(self, home: str) -> None:
        command = [sys.executable, "-m", "headway", "serve", "--no-open", "--json", "--today", "2026-11-20"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "HEADWAY_HOME": home})
        assert self.process.stdout is not None
        told = json.loads(self.process.stdout.readline())
        self.port, self.key = told["port"], told["address"].partition("token=")[2]

    def ask(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> tuple[float, bytes]:
        """Seconds and body."""
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": kind or "application/json"}
        begin = time.perf_counter()
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)) as talk:
            talk.request(method, path, body, headers)
            answer = talk.getresponse()
            content = answer.read()
        assert answer.status in (200, 303), (path, answer.status, content[:200])
        return time.perf_counter() - begin, content

    def memory(self, kind: str = "VmRSS") -> float:
        """Resident megabytes; RssAnon: those that are its own, without the code of libraries."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(status.partition(f"{kind}:")[2].split()[0]) / 1024

    def helpers(self) -> float:
        """Resident megabytes of the processes that it started."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        started = " ".join((task / "children").read_text(encoding="ascii") for task in tasks).split()
        told = [Path(f"/proc/{pid}/status").read_text(encoding="ascii") for pid in started]
        return sum(int(each.partition("VmRSS:")[2].split()[0]) for each in told if "VmRSS:" in each) / 1024

    def is_busy(self) -> bool:
        """Whether long work is under way."""
        works = json.loads(self.ask("GET", "/api/tasks")[1])["works"]
        return any(work["state"] in ("waiting", "working") for work in works)

    def spent(self) -> float:
        """CPU milliseconds so far: what a busy machine does not change."""
        numbers = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return 1000 * (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home:
        own = {**os.environ, "HEADWAY_HOME": home}
        ready = ["market", "import", "--example", "--today", "2026-11-20"]  # compiles the knowledge base too
        subprocess.run([sys.executable, "-m", "headway", *ready], env=own, check=True, capture_output=True)
        server = Server(home)
        try:
            time.sleep(1)
            print(f"memory after the start: {server.memory():.0f} MB")
            measure(server)
        finally:
            server.process.terminate()
            server.process.wait()


def measure(server: Server) -> None:
    """All figures, in the order a person meets them."""
    first, _ = server.ask("GET", "/")
    print(f"first page after the start: {first * 1000:.0f} ms; memory then {server.memory():.0f} MB")
    mark = b'--x\r\nContent-Disposition: form-data; name="cv"; filename="cv.pdf"\r\n\r\n'
    read, _ = server.ask(
        "POST", "/start/cv", mark + CV.read_bytes() + b"\r\n--x--\r\n", "multipart/form-data; boundary=x"
    )
    print(f"a CV read and kept: {read * 1000:.0f} ms")
    while server.is_busy():
        time.sleep(0.1)
    server.ask("GET", "/market")  # what its pages show is worked out from here on, while the plan is looked at
    moved = [server.ask("GET", f"/plan?asked=yes&hours={h}&quick=yes")[0] for h in (5, 6, 7, 8, 9)]
    print(f"another plan after the slider moved, before one is kept: {statistics.median(moved) * 1000:.0f} ms")
    server.ask("POST", "/api/plan", b"{}")
    moved = [server.ask("GET", f"/plan?asked=yes&hours={h}&quick=yes")[0] for h in (5, 6, 7, 8, 9)]
    print(f"the same against a kept plan: {statistics.median(moved) * 1000:.0f} ms")
    for path in PAGES:
        before = server.spent()
        new, _ = server.ask("GET", path)
        spent = server.spent() - before
        times = sorted(server.ask("GET", path)[0] for _ in range(7))
        size = len(gzip.compress(server.ask("GET", path)[1]))
        first = f"first {new * 1000:5.0f} ms ({spent:.0f} CPU)"
        print(f"  {path:24} {first}, again {times[3] * 1000:4.0f} ms, {size / 1024:.0f} KB gzip")
    with concurrent.futures.ThreadPoolExecutor(READERS) as readers:
        asked = [path for _ in range(READERS * ROUNDS // len(PAGES) + 1) for path in PAGES]
        times = sorted(readers.map(lambda path: server.ask("GET", path)[0], asked))
    middle, p95 = statistics.median(times) * 1000, times[int(0.95 * len(times))] * 1000
    print(f"{len(times)} pages, {READERS} at once: median {middle:.0f} ms, p95 {p95:.0f} ms")
    time.sleep(5)
    print(f"memory after use: {server.memory():.0f} MB; what answers for the market: {server.helpers():.0f} MB")
    time.sleep(IDLE)
    own, beside = server.memory("RssAnon"), server.helpers()
    print(f"idle for a minute: {server.memory():.0f} MB, of which its own {own:.0f} MB; beside it {beside:.0f} MB")


if __name__ == "__main__":
    main()
