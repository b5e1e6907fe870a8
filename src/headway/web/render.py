"""Templates to pages. Autoescape is always on: whatever comes from a CV or a posting is text."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from headway.app.work_model import OVER
from headway.values import EVIDENCE_WORDS, KNOWN_FROM, LEVEL_NAMES, found_by, weekly_words

PAGES: tuple[tuple[str, str], ...] = (
    ("/", "Start"),
    ("/plan", "Plan"),
    ("/map", "Map"),
    ("/roles", "Roles"),
    ("/market", "Market"),
    ("/labs", "Labs"),
    ("/tests", "Tests"),
    ("/progress", "Progress"),
    ("/class", "Class"),
    ("/sources", "Sources"),
    ("/data", "My data"),
)
"""Address and name of each page of the menu, in its order."""
_SUBTITLE = re.compile(r": | \(")
_SOURCE = re.compile(r"(?<!Amazon )\b(?:[Gg]uide )?\b(?P<id>[Ss]\d|[a-z0-9-]+(?= says))\b")

BELONGS = {
    "applications": "/market",
    "questions": "/",
    "start": "/",
    "compare": "/roles",
    "skills": "/map",
}
"""The first word of an address that is not below a page of the menu, and the page that it belongs to."""


LAB_WORDS = {
    "pass": "passed", "not-attempted": "not attempted", "wrong": "not right yet", "exception": "your code failed",
    "timed-out": "too slow", "not-checkable": "could not be checked",
}  # fmt: skip
"""What became of a lab that was handed in, where its own word is none that one would say."""


def tab_of(path: str) -> str:
    """The page of the menu that an address belongs to; nothing for none."""
    first = path.split("/")[1] if path.startswith("/") else ""
    return BELONGS.get(first, next((address for address, _ in PAGES if address == f"/{first}"), ""))


@cache
def templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("headway.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["level"] = lambda value: LEVEL_NAMES[value]
    environment.filters["evidence"] = lambda kind: EVIDENCE_WORDS[kind]
    environment.filters["known_from"] = lambda basis: KNOWN_FROM[basis]
    environment.filters["outcome"] = lambda outcome: LAB_WORDS.get(outcome, outcome)
    environment.filters["line"] = _line
    environment.filters["coded"] = coded
    environment.filters["percent"] = lambda value: f"{100 * value:.0f} %"
    environment.filters["hours"] = lambda s: f"{s['likely']:.0f} h ({s['low']:.0f}–{s['high']:.0f})"
    environment.filters["web"] = _web
    environment.filters["ago"] = _ago
    environment.filters["time"] = _time
    environment.filters["found_by"] = found_by
    environment.filters["named"] = _named
    environment.filters["many"] = _many
    environment.filters["money"] = lambda value: f"{value:,.0f}"
    environment.globals.update({"menu": PAGES, "weekly": weekly_words})
    return environment


def _many(number: int, one: str, more: str | None = None) -> str:
    """`1 posting`, `1,204 postings`."""
    return f"{number:,} {one if number == 1 else more or f'{one}s'}"


def _named(text: str, sources: Mapping[str, str]) -> str:
    """A sentence that names sources by id ("s3 says", "guide S0") with their titles in the place of the ids."""

    def title(found: re.Match[str]) -> str:
        known = sources.get(found["id"].casefold())
        return f"“{_SUBTITLE.split(known)[0]}”" if known else found[0]

    return _SOURCE.sub(title, text)


def _line(quote: str) -> str:
    """A quoted line without the mark of the list it stood in and without wide gaps between its columns."""
    return " ".join(quote.lstrip("•●▪◦‣·–*- \t").split())


def coded(text: str) -> Markup:
    """A text of ours in which `code` stands between backticks, as HTML; everything else escaped."""
    parts = text.split("`")
    if len(parts) % 2 == 0:  # a backtick without its partner is one that is meant
        return escape(text)
    pieces = (Markup("<code>{}</code>").format(part) if i % 2 else escape(part) for i, part in enumerate(parts))
    return Markup("").join(pieces)


def _time(seconds: float) -> str:
    """In words, as fine as it is worth."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _ago(months: int) -> str:
    """A number of months in words."""
    years, rest = divmod(months, 12)
    parts = [f"{n} {word}{'s' if n > 1 else ''}" for n, word in ((years, "year"), (rest, "month")) if n]
    return " ".join(parts) + " ago" if parts else "this month"


def _web(address: str | None) -> str:
    """An address that may stand in a link: of the web, or nothing."""
    return address if address and address.lower().startswith(("https://", "http://")) else ""


def came_from(request: Request) -> str:
    """The page of ours that led here, as a path with its query; nothing where it was another site or this page."""
    root, before = str(request.base_url), request.headers.get("referer", "")
    if not before.startswith(root) or (request.method == "GET" and before == str(request.url)):
        return ""
    return "/" + before.removeprefix(root).lstrip("/\\")


def page(request: Request, template: str, *, code: int = 200, **values: Any) -> HTMLResponse:
    """The page as an answer. Raises jinja2.UndefinedError where a template names what is not given."""
    works = request.app.state.desk.works.all()
    busy = [work for work in works if not work.seen or work.state not in OVER]
    here = request.url.path
    if template == "wrong.html":
        values["back"] = came_from(request)
    text = templates().get_template(template).render(here=here, tab=tab_of(here), busy=busy, **values)
    return HTMLResponse(text, code)
