"""The closed door of the web app: who may ask, from where, how much; and what a browser may do with the answer.

Pure ASGI, outermost, so that nothing behind it is reached by a request that fails here.
"""

import hmac
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qs

import msgspec
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "headway"
FEED = "/calendar/"
OF_MARKET = ".market"
"""Behind the key: the calendar of the market plan instead of the kept one's."""
LONGEST_KEY = 100
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
TOO_LONG: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Too large - Headway</title><link rel="stylesheet" href="/static/app.css"></head>
<body><main><h1>That did not work</h1><p class="finding error" role="alert">{}</p>
<p><a class="button" href="/">To the start</a></p></main></body></html>
"""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not `no-referrer`: with it browsers send `Origin: null` with our own forms, and the check below would refuse them.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Door(msgspec.Struct, frozen=True, kw_only=True):
    """What lets a request in. hosts: accepted Host headers; token: this start's secret; most_bytes: of a request body.

    calendar: whether a word is the key of the calendar address; it opens that and nothing else.
    larger: bytes for single addresses that take more. cookie: its name. Cookies are shared by all ports of a machine,
    so each running Headway has its own.
    """

    hosts: frozenset[str]
    token: str
    most_bytes: int
    larger: dict[str, int] = {}
    cookie: str = COOKIE
    calendar: Callable[[str], bool] = lambda word: False

    def most(self, path: str) -> int:
        """Bytes of a body that may be sent to an address."""
        return self.larger.get(path, self.most_bytes)


class Guard:
    """Looks at host (DNS rebinding), key (other users and programs), origin (other sites' forms), length."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, with_headers(send))
            return
        limited = Limited(receive, send, self._door.most(scope["path"]))
        try:
            await self._app(scope, limited.receive, with_headers(limited.send, scope["path"]))
        except BodyTooLong:
            limited.over = True
        if limited.over and not limited.begun:
            await too_long(self._door.most(scope["path"]), scope["path"])(scope, receive, with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self._door.hosts:
            return PlainTextResponse("This address is not the one Headway was started for.\n", 421)
        if scope["path"].startswith(FEED):
            return self._feed(scope)
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if asked and scope["method"] == "GET":
            return self._welcome(scope, asked)
        bearer = self._same(headers.get("authorization", "").removeprefix("Bearer "))
        if not bearer and not self._same(_cookie(headers, self._door.cookie)):
            return PlainTextResponse("Open the address that `headway serve` printed: it holds the key.\n", 401)
        if scope["method"] not in SAFE and not bearer and not self._own(headers):
            return PlainTextResponse("This request came from another site. Nothing was changed.\n", 403)
        most = self._door.most(scope["path"])
        if _length(headers) > most:
            return too_long(most, scope["path"])
        return None

    def _feed(self, scope: Scope) -> Response | None:
        """A calendar program has no cookie: the address holds the key, good for reading this and for nothing else."""
        word = scope["path"].removeprefix(FEED).removesuffix(".ics").removesuffix(OF_MARKET)
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("This address can only be read.\n", 405)
        if len(word) > LONGEST_KEY or not self._door.calendar(word):
            return PlainTextResponse("There is no such calendar. Look at the Plan page for its address.\n", 404)
        return None

    def _welcome(self, scope: Scope, asked: str) -> Response:
        """The first visit: the key moves from the address into a cookie, so that it stays in no history."""
        if not self._same(asked):
            return PlainTextResponse("This key is from an earlier start. Open the newest address.\n", 401)
        answer = RedirectResponse(_local(scope["path"]), 303)
        answer.set_cookie(self._door.cookie, self._door.token, httponly=True, samesite="strict", path="/")
        return answer

    def _same(self, word: str) -> bool:
        return hmac.compare_digest(word.encode("utf-8", "surrogateescape"), self._door.token.encode())

    def _own(self, headers: Headers) -> bool:
        """Whether a request that changes something comes from our own page."""
        origin = headers.get("origin")
        if origin is None:
            return headers.get("sec-fetch-site") == "same-origin"
        return origin.removeprefix("http://") in self._door.hosts and origin.startswith("http://")


class Limited:
    """The request's body, cut off where it is longer than it may be; whatever is answered then is not sent."""

    def __init__(self, receive: Receive, send: Send, most: int) -> None:
        self._receive = receive
        self._send = send
        self._most = most
        self._read = 0
        self.over = False
        self.begun = False

    async def receive(self) -> Message:
        """The next part. Raises BodyTooLong."""
        message = await self._receive()
        if message["type"] == "http.request":
            self._read += len(message.get("body", b""))
            if self._read > self._most:
                self.over = True
                raise BodyTooLong(self._most)
        return message

    async def send(self, message: Message) -> None:
        """As given, unless the body was cut off before anything was sent."""
        if self.over and not self.begun:
            return
        self.begun = True
        await self._send(message)


class BodyTooLong(Exception):
    """A body without a length, or with a wrong one, went over the limit."""


def too_long(most: int, path: str) -> Response:
    """The answer to a body that is too long: a page for people, a line for programs."""
    said = f"This is more than {most >> 20} MB. Nothing was kept."
    if path.startswith("/api/"):
        return PlainTextResponse(f"{said}\n", 413)
    return HTMLResponse(TOO_LONG.format(said), 413)


def with_headers(send: Send, path: str = "") -> Send:
    """The same `send`, with the headers that bind the browser."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            # Our own files may be kept if asked for again each time; what is about a person is never kept.
            headers.setdefault("cache-control", "no-cache" if path.startswith("/static/") else "no-store")
        await send(message)

    return sent


def _cookie(headers: Headers, name: str) -> str:
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return held.value if held else ""


def _length(headers: Headers) -> int:
    text = headers.get("content-length", "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


def _local(path: str) -> str:
    """A path of ours only: `//elsewhere` would leave for another site."""
    return "/" + path.lstrip("/\\")
