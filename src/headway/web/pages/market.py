"""Market: what postings ask for, which of them fit, what the next hours are worth."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from headway.app import keep_person, look
from headway.app.market_demand import Question, market_demand
from headway.app.market_import import import_postings
from headway.app.market_jobs import JobsQuestion, market_jobs
from headway.app.market_scope import Wishes
from headway.app.market_value import ValueQuestion, market_value
from headway.app.market_wishes import JobsWish
from headway.app.person import PersonQuestion
from headway.errors import MissingExtra, NothingImported
from headway.web.desk import Mine, Whose
from headway.web.notices import notice
from headway.web.render import page

router = APIRouter()
SHOWN = 12


@router.get("/market")
def market(request: Request, mine: Mine, role: str = "", country: str = "", done: str = "") -> HTMLResponse:
    """Demand, jobs and value; where nothing is imported, how to begin."""
    shown: dict[str, Any] = {
        "roles": look.roles(mine.context)["roles"],
        "chosen": role,
        "country": country,
        "notice": notice(done),
        "trouble": "",
        "can_try": False,
        "jobs": None,
        "value": None,
    }
    try:
        wishes = Wishes(role=role or None, country=country or None)
        shown["demand"] = market_demand(mine.context, wishes, Question(limit=25))
        shown |= _mine(mine, JobsWish(role=role or None, country=country or None))
    except (NothingImported, MissingExtra) as error:
        shown |= {"trouble": str(error), "can_try": isinstance(error, NothingImported)}
    return page(request, "market.html", **shown)


def _mine(mine: Whose, wish: JobsWish) -> dict[str, Any]:
    """What it means for the person of the workspace, if there is one."""
    if not keep_person.is_somebody(mine.context, mine.profile):
        return {}
    who = PersonQuestion(profile=mine.profile)
    return {
        "jobs": market_jobs(mine.context, who, JobsQuestion(wish=wish, limit=SHOWN)),
        "value": market_value(mine.context, who, ValueQuestion(wish=wish, limit=SHOWN)),
    }


@router.post("/market/examples")
def examples(mine: Mine) -> Response:
    """The postings that come with Headway, which are invented."""
    import_postings(mine.context, (), example=True)
    return RedirectResponse("/market?done=imported", 303)
