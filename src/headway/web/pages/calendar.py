"""The calendar that other programs subscribe to: its address, a fresh one, none."""

from fastapi import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from headway.app import calendar_feed, keep_person, route
from headway.app.market_plan_files import found_plan_calendar
from headway.errors import NothingKept
from headway.web.desk import Mine
from headway.web.guard import FEED, OF_MARKET
from headway.web.notices import notice
from headway.web.render import page
from headway.web.routes import Routes

router = Routes(fresh=("/plan/calendar", FEED))


@router.get("/plan/calendar")
def subscription(request: Request, mine: Mine, done: str = "") -> HTMLResponse:
    """The address in force and what to do with it."""
    key = calendar_feed.feed_key(mine.context, mine.profile)
    begin = f"http://{request.url.netloc}{FEED}{key}"
    market = key and calendar_feed.market_calendar_kept(mine.context, mine.profile) is not None
    return page(
        request, "calendar.html", notice=notice(done), address=f"{begin}.ics" if key else "",
        planned=keep_person.plan_role(mine.context, mine.profile) is not None,
        market_address=f"{begin}{OF_MARKET}.ics" if market else "",
    )  # fmt: skip


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


@router.post("/tasks/{word}/calendar")
def keep_market(mine: Mine, word: str) -> Response:
    """A market plan that was searched for goes into the market calendar, in the place of an earlier one."""
    content = found_plan_calendar(mine.context, mine.works.find(word).json())
    calendar_feed.keep_market(mine.context, mine.profile, content)
    return RedirectResponse("/plan/calendar?done=market", 303)


@router.post("/plan/calendar/market/close")
def drop_market(mine: Mine) -> Response:
    """The market calendar is empty again; the key stays."""
    calendar_feed.drop_market(mine.context, mine.profile)
    return RedirectResponse("/plan/calendar?done=market-closed", 303)


@router.api_route(FEED + "{name}", methods=["GET", "HEAD"])
def feed(mine: Mine, name: str) -> Response:
    """The kept plan, or the market plan put there; whoever gets here had the key (the guard has looked)."""
    if name.removesuffix(".ics").endswith(OF_MARKET):
        kept = calendar_feed.market_calendar_kept(mine.context, mine.profile)
        if kept is None:
            return PlainTextResponse("No market plan is in the calendar.\n", 404)
        return Response(kept, media_type="text/calendar")
    try:
        content = route.calendar(mine.context, mine.profile)
    except NothingKept:
        return PlainTextResponse("No plan is kept.\n", 404)
    return Response(content, media_type="text/calendar")
