"""The calendar that other programs subscribe to: its address, a fresh one, none."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from headway.app import calendar_feed, route
from headway.errors import NothingKept
from headway.web.desk import Mine
from headway.web.guard import FEED
from headway.web.notices import notice
from headway.web.render import page

router = APIRouter()


@router.get("/plan/calendar")
def subscription(request: Request, mine: Mine, done: str = "") -> HTMLResponse:
    """The address in force and what to do with it."""
    key = calendar_feed.feed_key(mine.context, mine.profile)
    address = f"http://{request.url.netloc}{FEED}{key}.ics" if key else ""
    return page(request, "calendar.html", notice=notice(done), address=address)


@router.post("/plan/calendar/renew")
def renew(mine: Mine) -> Response:
    """A fresh address; the earlier one is closed."""
    calendar_feed.renew(mine.context, mine.profile)
    return RedirectResponse("/plan/calendar?done=address", 303)


@router.post("/plan/calendar/close")
def close(mine: Mine) -> Response:
    """No address any more."""
    calendar_feed.take_back(mine.context, mine.profile)
    return RedirectResponse("/plan/calendar?done=closed", 303)


@router.api_route(FEED + "{name}", methods=["GET", "HEAD"])
def feed(mine: Mine, name: str) -> Response:
    """The kept plan; whoever gets here had the key (the guard has looked)."""
    try:
        content = route.calendar(mine.context, mine.profile)
    except NothingKept:
        return PlainTextResponse("No plan is kept.\n", 404)
    return Response(content, media_type="text/calendar")
