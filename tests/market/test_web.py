"""Fetching boards and pages, against a server on this machine that misbehaves in every way we know."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import msgspec
import pytest

from headway.app.context import Context
from headway.app.market_import import ImportOptions, import_postings
from headway.errors import BadOption, NotReached
from headway.market.web.boards import target_of
from headway.market.web.fetch import Fetcher, Patience
from headway.market.web.hosts import Hosts
from headway.market.web.postings import fetch
from tests.market.room import empty, state

JOB = {
    "id": "j1",
    "title": "Analyst",
    "jobUrl": "https://jobs.ashbyhq.com/example/j1",
    "descriptionPlain": "We use Python.",
}
BOARD = json.dumps({"apiVersion": "1", "jobs": [JOB]}).encode()
QUICK = Patience(connect=300, read=300, whole=300, tries=3, wait=0.01, gap=0, most_bytes=100_000)
"""Quick between tries; but the server, which is this machine, may take its time."""


class Site(ThreadingHTTPServer):
    """Answers by path from a table of lists; of each list the next answer, the last one for ever."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, list[tuple[int, dict[str, str], bytes]]] = {}
        self.asked: list[str] = []
        self.silent: dict[str, threading.Event] = {}
        """Paths that are not answered until their event is set."""

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def says(self, path: str, *answers: tuple[int, dict[str, str], bytes]) -> str:
        """The answers of a path; its address."""
        self.answers[path] = list(answers)
        return self.root + path

    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [path for path in self.asked if path != "/robots.txt"]


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.path in self.server.silent:
            self.server.silent[self.path].wait()
            return
        answers = self.server.answers.get(self.path, [(404, {}, b"no")])
        status, headers, body = answers.pop(0) if len(answers) > 1 else answers[0]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def site() -> Iterator[Site]:
    """A server for one test."""
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fetcher(site: Site) -> Iterator[Fetcher]:
    """One that may ask the local server, and does not wait."""
    made = Fetcher(Hosts((f"127.0.0.1:{site.server_port}",)), QUICK, sleep=lambda seconds: None)
    yield made
    made.close()


def test_a_board_is_fetched_and_imported(
    site: Site, tmp_path: Path, run_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its address, once more with nothing new, and changed."""
    monkeypatch.setattr("headway.market.web.fetch.PATIENT", QUICK)
    address = site.says("/board", (200, {}, BOARD))
    context = empty(tmp_path, run_home)
    options = ImportOptions(allow=("127.0.0.1",))
    assert import_postings(context, (address,), options=options)["new"] == 1
    again = import_postings(context, (address,), options=options)
    assert (again["inputs"][0]["status"], again["unchanged"]) == ("already", 1)
    site.says("/board", (200, {}, BOARD.replace(b"Python", b"Rust")))
    assert import_postings(context, (address,), options=options)["changed"] == 1
    (row,) = state(context.home)[0]
    assert (row["source"], row["board"], row["company"]) == ("ashby", "example", "example")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_trouble_is_waited_out(site: Site, fetcher: Fetcher, status: int) -> None:
    """Tried again, and then it works."""
    address = site.says("/board", (status, {}, b"busy"), (status, {}, b"busy"), (200, {}, BOARD))
    assert fetcher.get(address) == BOARD
    assert site.paths() == ["/board"] * 3


@pytest.mark.parametrize("status", [429, 500])
def test_a_lasting_trouble_is_told(site: Site, fetcher: Fetcher, status: int) -> None:
    """After so many tries it is given up, and the line says what was answered."""
    address = site.says("/board", (status, {}, b"busy"))
    with pytest.raises(NotReached, match=rf"was tried 3 times: it answers {status}\. Try again later\."):
        fetcher.get(address)
    assert site.paths() == ["/board"] * 3


def test_a_server_may_say_how_long_to_wait(site: Site) -> None:
    """Retry-After is kept, in seconds or as a date; one that asks for too long is not asked again."""
    slept: list[float] = []
    fetcher = Fetcher(Hosts(("127.0.0.1",)), QUICK, sleep=slept.append)
    date = {"Retry-After": "Fri, 27 Nov 2026 10:00:30 GMT", "Date": "Fri, 27 Nov 2026 10:00:00 GMT"}
    address = site.says("/a", (429, {"Retry-After": "7"}, b""), (503, date, b""), (200, {}, BOARD))
    assert fetcher.get(address) == BOARD
    assert slept[0] == 7
    # The test server adds its own Date first; the pause is measured against that clock.
    assert len(slept) == 2
    with pytest.raises(NotReached, match="asks for 7,200 seconds"):
        fetcher.get(site.says("/b", (429, {"Retry-After": "7200"}, b"")))
    assert site.paths().count("/b") == 1
    fetcher.close()


def test_pauses_double(site: Site) -> None:
    """Without a word from the server, the wait before each try is twice the one before."""
    slept: list[float] = []
    patience = Patience(read=300, whole=300, tries=4, wait=1, gap=0)
    fetcher = Fetcher(Hosts(("127.0.0.1",)), patience, sleep=slept.append)
    with pytest.raises(NotReached):
        fetcher.get(site.says("/a", (500, {}, b"")))
    assert slept == [1, 2, 4]
    fetcher.close()


def test_a_server_that_does_not_answer(site: Site) -> None:
    """A time limit, a few tries, one line."""
    hasty = msgspec.structs.replace(QUICK, read=0.3)
    fetcher = Fetcher(Hosts(("127.0.0.1",)), hasty, sleep=lambda seconds: None)
    site.silent["/board"] = site.silent["/robots.txt"] = over = threading.Event()
    with pytest.raises(NotReached, match="was tried 3 times: it does not answer in time"):
        fetcher.get(site.root + "/board")
    over.set()
    fetcher.close()


def test_a_server_that_is_not_there(fetcher: Fetcher, site: Site) -> None:
    """Nobody listens: told after some tries, with robots.txt, which is asked first."""
    port = site.server_port
    site.server_close()
    with pytest.raises(NotReached, match=rf"127\.0\.0\.1:{port}/robots\.txt was tried 3 times"):
        fetcher.get(f"http://127.0.0.1:{port}/board")


def test_redirects_are_followed_a_few_times(site: Site, fetcher: Fetcher) -> None:
    """Relative ones too."""
    site.says("/new", (200, {}, BOARD))
    assert fetcher.get(site.says("/old", (301, {"Location": "/new"}, b""))) == BOARD


def test_a_redirect_loop(site: Site, fetcher: Fetcher) -> None:
    """Two pages that send to each other, and an endless row of pages: one line each."""
    site.says("/b", (302, {"Location": "/a"}, b""))
    with pytest.raises(NotReached, match="sends in a circle"):
        fetcher.get(site.says("/a", (302, {"Location": "/b"}, b"")))
    for number in range(10):
        site.says(f"/{number}", (302, {"Location": f"/{number + 1}"}, b""))
    with pytest.raises(NotReached, match="sends on more than 5 times"):
        fetcher.get(site.root + "/0")


def test_a_redirect_leaves_the_host_that_was_named(site: Site, fetcher: Fetcher) -> None:
    """A page that may be asked sends to a machine that may not: refused, and nothing arrives there."""
    other = Site()
    inner = other.says("/secret", (200, {}, b"keys")).replace("127.0.0.1", "localhost")
    for address in (inner, inner.replace("http:", "https:")):
        with pytest.raises(NotReached, match=r"without encryption|not a public address"):
            fetcher.get(site.says("/a", (302, {"Location": address}, b"")))
    assert other.asked == []
    other.server_close()


def test_private_addresses_are_not_asked(site: Site) -> None:
    """What the person did not name is not asked."""
    victim = site.says("/secret", (200, {}, b"keys"))
    hosts = Hosts(("allowed.test",), resolve=lambda host, port: ["127.0.0.1"])
    fetcher = Fetcher(hosts, QUICK, sleep=lambda seconds: None)
    for address in (
        victim,
        victim.replace("http:", "https:"),
        "https://example.test/",
        "https://[::1]/",
        "file:///etc/x",
    ):
        with pytest.raises(NotReached, match=r"without encryption|not a public address|not an address"):
            fetcher.get(address)
    assert site.asked == []
    fetcher.close()


@pytest.mark.parametrize(
    "address", ["10.0.0.1", "169.254.169.254", "192.168.1.1", "127.0.0.1", "::1", "fe80::1", "0.0.0.0"]
)
def test_private_addresses_are_told(address: str) -> None:
    """Also where a public name leads to them; naming the host allows it."""
    with pytest.raises(NotReached, match=r"not a public address.*--allow-host jobs\.example"):
        Hosts(resolve=lambda host, port: [address]).check("https://jobs.example/board")
    Hosts(("jobs.example",), resolve=lambda host, port: [address]).check("https://jobs.example/board")


def test_the_machine_that_answers_is_checked(site: Site) -> None:
    """A name that leads elsewhere the second time is noticed after the fact, before the answer is read."""
    hosts = Hosts(resolve=lambda host, port: ["93.184.215.14"])
    with pytest.raises(NotReached, match=r"leads to 127\.0\.0\.1"):
        hosts.check_address("https://jobs.example/", "127.0.0.1")


def test_robots_txt_is_obeyed(site: Site, fetcher: Fetcher) -> None:
    """A path that is closed to programs is not fetched; one that is open is; the file is asked for once."""
    site.says("/robots.txt", (200, {}, b"User-agent: *\nDisallow: /private\n"))
    closed, open_ = site.says("/private/a", (200, {}, BOARD)), site.says("/public", (200, {}, BOARD))
    with pytest.raises(NotReached, match=r"does not want programs to fetch /private/a \(robots\.txt\)"):
        fetcher.get(closed)
    assert fetcher.get(open_) == BOARD
    assert site.asked == ["/robots.txt", "/public"]


def test_without_robots_txt_everything_is_open_and_with_a_broken_one_nothing(site: Site, fetcher: Fetcher) -> None:
    """404 means no wishes; 500 means that the wishes are not known."""
    assert fetcher.get(site.says("/a", (200, {}, BOARD))) == BOARD
    other = Fetcher(Hosts(("127.0.0.1",)), QUICK, sleep=lambda seconds: None)
    site.says("/robots.txt", (500, {}, b""))
    with pytest.raises(NotReached, match=r"asked for robots\.txt first"):
        other.get(site.root + "/a")
    assert site.paths() == ["/a"]
    other.close()


def test_requests_to_a_host_keep_their_distance(site: Site) -> None:
    """A second apart, or what robots.txt asks for."""
    now, slept = [0.0], list[float]()

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    fetcher = Fetcher(Hosts(("127.0.0.1",)), Patience(gap=1), sleep=sleep, tick=lambda: now[0])
    site.says("/robots.txt", (200, {}, b"User-agent: *\nCrawl-delay: 5\n"))
    for _ in range(2):
        fetcher.get(site.says("/a", (200, {}, BOARD)))
    assert slept == [5, 5]
    fetcher.close()


def test_an_endless_answer(site: Site, fetcher: Fetcher) -> None:
    """It is cut off at a limit and told."""
    with pytest.raises(NotReached, match="holds more than"):
        fetcher.get(site.says("/big", (200, {}, b"x" * 200_000)))


@pytest.mark.parametrize(("status", "said"), [(404, "has no such board or page"), (403, "refuses"), (410, "is gone")])
def test_a_board_that_is_not_there(site: Site, fetcher: Fetcher, status: int, said: str) -> None:
    """Not tried again; the line says what the number means."""
    with pytest.raises(NotReached, match=said):
        fetcher.get(site.says("/board", (status, {}, b"")))
    assert site.paths() == ["/board"]


def test_an_error_page_in_place_of_a_board(site: Site, tmp_path: Path, run_home: Path) -> None:
    """200 with a page: told like a file that is one."""
    address = site.says("/board", (200, {"Content-Type": "text/html"}, b"<html><title>Sorry</title></html>"))
    with pytest.raises(Exception, match="is a web page called 'Sorry' without a job posting"):
        import_postings(empty(tmp_path, run_home), (address,), options=ImportOptions(allow=("127.0.0.1",)))


def test_pages_of_a_board_are_put_together(site: Site, fetcher: Fetcher) -> None:
    """Until one is not full; the answer is one list."""
    for skip, size in ((0, 2), (2, 2), (4, 1)):
        rows = [{"id": str(skip + n), "hostedUrl": "u", "categories": {}} for n in range(size)]
        site.says(f"/p?skip={skip}&limit=2", (200, {}, json.dumps(rows).encode()))
    target = target_of("lever:example")
    assert target is not None
    paged = type(target)("example", site.root + "/p?skip={skip}&limit={limit}", 2)
    assert [each["id"] for each in json.loads(fetch(paged, fetcher))] == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("ashby:ramp", "https://api.ashbyhq.com/posting-api/job-board/ramp?includeCompensation=true"),
        (
            "https://jobs.ashbyhq.com/Prime%20Intellect",
            "https://api.ashbyhq.com/posting-api/job-board/Prime%20Intellect?",
        ),
        (
            "greenhouse:stripe",
            "https://boards-api.greenhouse.io/v1/boards/stripe/jobs?content=true&pay_transparency=true",
        ),
        (
            "https://boards.greenhouse.io/embed/job_board?for=acme",
            "https://boards-api.greenhouse.io/v1/boards/acme/jobs?",
        ),
        ("https://job-boards.greenhouse.io/acme/jobs/123", "https://boards-api.greenhouse.io/v1/boards/acme/jobs/123?"),
        ("lever:xyz", "https://api.lever.co/v0/postings/xyz?mode=json&skip={skip}&limit={limit}"),
        ("https://jobs.eu.lever.co/xyz/", "https://api.eu.lever.co/v0/postings/xyz?mode=json"),
        ("https://careers.example.com/jobs/1", "https://careers.example.com/jobs/1"),
    ],
)
def test_names_of_boards_and_where_they_are_asked(name: str, address: str) -> None:
    """The public endpoint of each, from the short name or the address in the browser."""
    target = target_of(name)
    assert target is not None
    assert target.address.startswith(address)


@pytest.mark.parametrize("name", ["postings.csv", "C:\\data\\a.json", "./a:b/c.json", "folder/x"])
def test_files_are_no_boards(name: str) -> None:
    """They are left to be opened."""
    assert target_of(name) is None


@pytest.mark.parametrize("name", ["workday:acme", "ashby:", "ashby:../../x", "greenhouse:a/b?c", "https://"])
def test_boards_that_cannot_be(name: str, tmp_path: Path) -> None:
    """Told before anything is sent."""
    with pytest.raises(BadOption):
        target_of(name)


def test_one_board_that_cannot_be_reached_does_not_hold_up_a_file(site: Site, tmp_path: Path, run_home: Path) -> None:
    """The file is imported, the board is a finding."""
    address = site.says("/board", (404, {}, b""))
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"title": "Analyst", "description": "We use Python."}))
    context: Context = empty(tmp_path, run_home)
    result = import_postings(context, (address, str(path)), options=ImportOptions(allow=("127.0.0.1",)))
    assert (result["new"], [each["code"] for each in result["findings"]][:1]) == (1, ["input-not-read"])
