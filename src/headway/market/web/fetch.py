"""Fetching with care: one request a second to a host, robots.txt obeyed, a few tries, and a limit on everything."""

import datetime as dt
import email.utils
import time
import urllib.request
from collections.abc import Callable
from typing import Final
from urllib.parse import urljoin, urlsplit

import httpx
import msgspec
from protego import Protego

from headway.errors import NotReached
from headway.market.web.hosts import Hosts

AGENT: Final = "headway"
"""What robots.txt may name; the header says the same and no more."""
_BROWSER: Final = "Open it in a browser, save it, and import the file."
_AGAIN: Final = frozenset({429, 500, 502, 503, 504})
_MOVED: Final = frozenset({301, 302, 303, 307, 308})


class Patience(msgspec.Struct, frozen=True):
    """Seconds, tries and bytes. tries: of one request. wait: before the second try, doubled each time. longest_wait: a
    server that asks for more is not asked again. whole: of one answer. gap: between requests to one host."""

    connect: float = 10
    read: float = 20
    whole: float = 180
    tries: int = 4
    wait: float = 1
    longest_wait: float = 60
    gap: float = 1
    redirects: int = 5
    most_bytes: int = 200 * 1024 * 1024


PATIENT: Final = Patience()


class Fetcher:
    """Asks for one address after another. sleep, tick: so that tests need not wait."""

    def __init__(
        self,
        hosts: Hosts,
        patience: Patience | None = None,
        sleep: Callable[[float], None] = time.sleep,
        tick: Callable[[], float] = time.monotonic,
    ) -> None:
        self._hosts = hosts
        self._patience = patience = patience or PATIENT
        self._sleep = sleep
        self._tick = tick
        self._last: dict[str, float] = {}
        self._robots: dict[str, Protego] = {}
        self._client = httpx.Client(
            headers={"User-Agent": AGENT, "Accept": "application/json, text/html;q=0.9, */*;q=0.5"},
            timeout=httpx.Timeout(patience.read, connect=patience.connect),
            follow_redirects=False,
        )

    def close(self) -> None:
        """End the connections."""
        self._client.close()

    def get(self, url: str) -> bytes:
        """The answer. Raises NotReached with what stood in the way."""
        seen: list[str] = []
        while True:
            if url in seen:
                raise NotReached(
                    f"{seen[0]} sends in a circle (back to {url}).",
                    "Ask for the page in a browser, save it, import the file.",
                )
            if len(seen) > self._patience.redirects:
                raise NotReached(f"{seen[0]} sends on more than {self._patience.redirects} times.", _BROWSER)
            seen.append(url)
            self._hosts.check(url)
            self._ask_robots(url)
            answer = self._patiently(url)
            if isinstance(answer, bytes):
                return answer
            url = answer

    def _ask_robots(self, url: str) -> None:
        rules = self._rules(url)
        if not rules.can_fetch(url, AGENT):
            raise NotReached(
                f"{urlsplit(url).hostname} does not want programs to fetch {urlsplit(url).path} (robots.txt).",
                _BROWSER,
            )

    def _rules(self, url: str) -> Protego:
        """The host's robots.txt. None: all may be fetched. No answer or 500: nothing may (RFC 9309)."""
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            try:
                found = self._patiently(f"{root}/robots.txt", missing_ok=True)
                text = found[:500_000].decode("utf-8", "replace") if isinstance(found, bytes) else ""
            except NotReached as error:
                raise NotReached(f"{error.message} (asked for robots.txt first).", error.hint) from error
            self._robots[root] = Protego.parse(text)
        return self._robots[root]

    def _patiently(self, url: str, missing_ok: bool = False) -> bytes | str:
        """The answer, or the address it sends on to; tries again after a pause where that may help."""
        said, pause = "", self._patience.wait
        for number in range(self._patience.tries):
            if number:
                self._sleep(pause)
                pause = self._patience.wait * 2**number
            try:
                answer = self._once(url, missing_ok)
            except (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError) as error:
                said = _fault(error)
                continue
            except httpx.HTTPError as error:
                raise NotReached(f"{url} cannot be fetched: {error}.", "Is the address right?") from error
            if not isinstance(answer, _Again):
                return answer
            said = f"it answers {answer.status}"
            if answer.wait is not None:
                if answer.wait > self._patience.longest_wait:
                    raise NotReached(f"{url}: {said} and asks for {answer.wait:,.0f} seconds.", "Try again after that.")
                pause = max(pause, answer.wait)
        raise NotReached(f"{url} was tried {self._patience.tries} times: {said}.", "Try again later.")

    def _once(self, url: str, missing_ok: bool) -> "bytes | str | _Again":
        self._keep_distance(url)
        started = self._tick()
        with self._client.stream("GET", url) as response:
            self._check_machine(url, response)
            if response.status_code in _AGAIN:
                return _Again(response.status_code, _retry_after(response))
            if response.status_code in _MOVED and response.headers.get("location"):
                return urljoin(url, response.headers["location"])
            if response.status_code >= 400 and missing_ok:
                return b""
            if response.status_code != 200:
                raise NotReached(_refusal(url, response.status_code), "Check the board's name or the address.")
            return self._body(url, response, started)

    def _body(self, url: str, response: httpx.Response, started: float) -> bytes:
        parts, size = [], 0
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > self._patience.most_bytes:
                most = self._patience.most_bytes // 2**20
                raise NotReached(f"{url} holds more than {most} MB.", "Download it yourself, and import the file.")
            if self._tick() - started > self._patience.whole:
                raise NotReached(f"{url} takes longer than {self._patience.whole:.0f} seconds.", "Try again later.")
        return b"".join(parts)

    def _keep_distance(self, url: str) -> None:
        """At least the gap, or what robots.txt asks for, between two requests to a host."""
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        asked = self._robots[root].crawl_delay(AGENT) if root in self._robots else None
        gap = min(max(self._patience.gap, float(asked or 0)), self._patience.longest_wait)
        last = self._last.get(root)
        if last is not None and (left := last + gap - self._tick()) > 0:
            self._sleep(left)
        self._last[root] = self._tick()

    def _check_machine(self, url: str, response: httpx.Response) -> None:
        """The machine that answered is looked at as well, unless a proxy stands between."""
        stream = response.extensions.get("network_stream")
        address = stream.get_extra_info("server_addr") if stream is not None else None
        if address and not urllib.request.getproxies():
            self._hosts.check_address(url, str(address[0]))


class _Again(msgspec.Struct, frozen=True):
    """An answer after which one tries again. wait: seconds that the server asks for."""

    status: int
    wait: float | None


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds, from a number or from a date against the server's own clock."""
    said = response.headers.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said)
    until, now = _date(said), _date(response.headers.get("date", ""))
    return max((until - now).total_seconds(), 0.0) if until and now else None


def _date(text: str) -> dt.datetime | None:
    try:
        found = email.utils.parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def _fault(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "it does not answer in time"
    return f"the connection fails ({error or type(error).__name__})"


def _refusal(url: str, status: int) -> str:
    known = {401: "asks for a login", 403: "refuses to answer", 404: "has no such board or page", 410: "is gone"}
    return f"{url} {known.get(status, 'cannot be fetched')} (status {status})."
