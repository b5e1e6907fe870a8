"""The web app put together: the closed door outermost, pages, JSON, and one way to say that something is wrong."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from headway.app.stamp import stamp
from headway.errors import HeadwayError, MissingExtra, NothingImported, NothingKept, UnknownName
from headway.web import api, api_market, api_tests
from headway.web.desk import Desk
from headway.web.guard import HEADERS, Door, Guard
from headway.web.memo import Memo
from headway.web.pages import all_pages
from headway.web.refusals import on_a_page, wrong_field
from headway.web.render import page
from headway.web.routes import Routes, all_fresh

STATUS: dict[type[HeadwayError], int] = {UnknownName: 404, NothingKept: 409, NothingImported: 409, MissingExtra: 501}
"""What is wrong as a status; everything else that a person can put right is 400."""
API: tuple[Routes, ...] = (api.router, api_market.router, api_tests.router)
SAID = {
    404: ("There is no such page.", "Go back to the start."),
    405: ("This address takes what a form sends; there is no page to look at.", "Go to the page with the form."),
}
"""What the app itself refuses, in words of ours."""
STATIC = "/static/"
"""Files of ours, which have their own rules of how long they are kept."""


def all_routes() -> tuple[Routes, ...]:
    """The routes of every page and of the JSON."""
    return (*all_pages(), *API)


def create_app(desk: Desk, door: Door) -> FastAPI:
    """The app for one user's folder. Everything it needs is opened by the caller."""
    app = FastAPI(
        title="Headway",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        description="The use cases of the command line as JSON, for programs on this machine.",
    )
    app.state.desk = desk
    for part in all_pages():
        app.include_router(part, include_in_schema=False)
    for part in API:
        app.include_router(part)
    app.mount(STATIC.rstrip("/"), StaticFiles(directory=str(files("headway.web") / "static")), name="static")
    app.add_exception_handler(HeadwayError, _wrong)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _ours)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    fresh = (STATIC, *all_fresh(all_routes()))
    app.add_middleware(Memo, stamp=lambda: (stamp(desk.context, desk.profile), desk.works.mark), fresh=fresh)
    app.add_middleware(Guard, door=door)
    return app


def _answer(request: Request, status: int, message: str, hint: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": message, "hint": hint}, status)
    return page(request, "wrong.html", code=status, message=message, hint=hint)


def _wrong(request: Request, error: Exception) -> Response:
    """What was asked cannot be answered: the same sentence as in the terminal, on a page with advice for pages."""
    assert isinstance(error, HeadwayError)
    status = next((status for kind, status in STATUS.items() if isinstance(error, kind)), 400)
    if request.url.path.startswith("/api/"):
        return _answer(request, status, error.message, error.hint)
    return _answer(request, status, *on_a_page(error))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    message, hint = SAID.get(error.status_code, (str(error.detail), "Go back to the start."))
    return _answer(request, error.status_code, message, hint)


def _invalid(request: Request, error: Exception) -> Response:
    """A field that is missing or of the wrong kind; the value itself is not repeated. A part of an address that is
    no number is an address that is none."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if not request.url.path.startswith("/api/"):
        return _answer(request, 404, *SAID[404]) if first["loc"][0] == "path" else _field(request, first)
    where = ".".join(str(part) for part in first["loc"][1:])
    told = f"{where or 'the request'}: {first['msg']}.".encode("utf-8", "replace").decode()
    return _answer(request, 422, told, "Check the value and send it again.")


def _field(request: Request, fault: Mapping[str, Any]) -> Response:
    return _answer(request, 422, *wrong_field(fault))


def _ours(request: Request, error: Exception) -> Response:
    """A fault of ours. This answer goes out beside the door, so it brings the door's headers itself."""
    told = f"Headway failed unexpectedly ({type(error).__name__})."
    answer = _answer(request, 500, told, "The terminal where it runs says more; please report it.")
    answer.headers.update(HEADERS)
    return answer
