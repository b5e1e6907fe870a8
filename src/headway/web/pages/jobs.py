"""Jobs: postings ranked for the person, one posting with what to prepare, the tracker of applications."""

import re
from typing import Annotated, Any

from fastapi import Form, Path, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from headway.app import keep_person
from headway.app.applications import AlreadySaved, ApplyQuestion, apply, saved_as
from headway.app.market_demand import Question
from headway.app.market_jobs import JobsQuestion
from headway.app.market_scope import Wishes
from headway.app.market_wishes import WORKPLACES, JobsWish
from headway.app.person import PersonQuestion
from headway.errors import BadOption, NothingKept
from headway.web.desk import Mine, Whose
from headway.web.first_answers import JOBS
from headway.web.notices import notice
from headway.web.pages.market import market_page
from headway.web.render import page
from headway.web.routes import Routes

LONGEST_POSTING = 100_000
"""Characters of a copied posting."""
THOUSANDS = re.compile(r"(?<=\d)[.,' \u00a0\u202f](?=\d{3}(?!\d))")
"""Marks between thousands, as people write them in different countries."""
router = Routes()
MORE = 200
STAGES = ("applied", "interview", "offer", "closed")
FIELDS = ("role", "country", "seniority", "workplace", "company", "since", "pay_floor", "currency", "unstated")
Number = Annotated[int, Path(ge=1, le=10_000_000)]


@router.get("/market/jobs")
def jobs(request: Request, mine: Mine, reachable: str = "", limit: int = JOBS) -> HTMLResponse:
    """Every posting that passes the filters, best first, with the reasons; near misses."""
    sent = {name: request.query_params.get(name, "").strip() for name in FIELDS}
    asked = JobsQuestion(wish=_wish(sent), reachable=bool(reachable), limit=min(max(limit, 1), MORE))

    if not keep_person.is_somebody(mine.context, mine.profile):
        return market_page(request, mine, "jobs_nobody.html", lambda: _holds(mine))

    def make() -> dict[str, Any]:
        return {"jobs": mine.aside.ask("jobs", PersonQuestion(profile=mine.profile), asked)}

    shown: dict[str, Any] = {"sent": sent, "reachable": reachable, "workplaces": WORKPLACES, "more": MORE}
    return market_page(request, mine, "jobs.html", make, **shown)


def _holds(mine: Whose) -> dict[str, Any]:
    """Nothing to show; raises NothingImported, MissingExtra where there are no postings either."""
    mine.aside.ask("demand", Wishes(), Question(limit=1))
    return {}


def _wish(sent: dict[str, str]) -> JobsWish:
    """Raises BadOption, in words that suit the form."""
    floor = _amount(sent["pay_floor"]) if sent["pay_floor"] else None
    if floor is not None and not sent["currency"]:
        raise BadOption("The lowest pay needs a currency.", "For example EUR, USD or INR.")
    return JobsWish(
        role=sent["role"] or None,
        country=sent["country"] or None,
        seniority=(sent["seniority"],) if sent["seniority"] else (),
        workplaces=(sent["workplace"],) if sent["workplace"] else (),
        company=sent["company"] or None,
        since=sent["since"] or None,
        pay_floor=floor,
        currency=sent["currency"] or None,
        include_unstated=bool(sent["unstated"]),
    )


def _amount(text: str) -> float:
    """`80,000`, `80.000` and `80 000` are eighty thousand: nobody gives a thousandth of a year's pay."""
    try:
        return float(THOUSANDS.sub("", text).replace(",", "."))
    except ValueError:
        raise BadOption(f"'{text[:40]}' is no number.", "Give the lowest pay a year as a number.") from None


@router.get("/market/jobs/{word}")
def posting(request: Request, mine: Mine, word: str) -> HTMLResponse:
    """One posting: what it asks, what of it is met, what to prepare."""
    return page(request, "posting.html", posting=mine.aside.ask("posting", mine.profile, word))


@router.get("/applications")
def applications(request: Request, mine: Mine) -> HTMLResponse:
    """The tracker."""
    return page(request, "applications.html", applications=_kept(mine), stages=("saved", *STAGES))


def _kept(mine: Whose) -> list[dict[str, Any]]:
    try:
        rows: list[dict[str, Any]] = apply(mine.context, mine.profile, ApplyQuestion())["applications"]
    except NothingKept:
        return []
    return rows


@router.get("/applications/{which}")
def application(request: Request, mine: Mine, which: Number, done: str = "") -> HTMLResponse:
    """One application: how it went so far, what to prepare, what happened next."""
    found = apply(mine.context, mine.profile, ApplyQuestion(what="show", which=str(which)))["application"]
    today = mine.context.today.isoformat()
    return page(request, "application.html", one=found, stages=STAGES, today=today, notice=notice(done))


@router.post("/applications")
def save(
    mine: Mine,
    posting: Annotated[str, Form(max_length=200)] = "",
    title: Annotated[str, Form(max_length=200)] = "",
    company: Annotated[str, Form(max_length=200)] = "",
    text: Annotated[str, Form(max_length=LONGEST_POSTING)] = "",
) -> Response:
    """An imported posting, one whose text was copied, or one that is only named; no file can be named here."""
    if not (posting or title.strip() or text.strip()):
        raise BadOption("Which posting?", "Write its title, copy its text, or save one from the list of jobs.")
    asked = ApplyQuestion(
        what="save", market=posting or None, text=text.strip() or None, title=title.strip() or None,
        company=company.strip() or None,
    )  # fmt: skip
    there = saved_as(mine.context, mine.profile, posting) if posting else None
    if there is not None:
        return RedirectResponse(f"/applications/{there}?done=there", 303)
    try:
        answer = mine.aside.ask("apply", mine.profile, asked) if posting else apply(mine.context, mine.profile, asked)
    except AlreadySaved as found:
        return RedirectResponse(f"/applications/{found.number}?done=there", 303)
    return RedirectResponse(f"/applications/{answer['application']['number']}?done=saved", 303)


@router.post("/applications/{which}")
def move(
    mine: Mine,
    which: Number,
    what: Annotated[str, Form(max_length=20)],
    date: Annotated[str, Form(max_length=10)] = "",
    ahead: Annotated[str, Form(max_length=10)] = "",
    outcome: Annotated[str, Form(max_length=200)] = "",
    note: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """What happened: applied, an interview, an offer, closed; or a note."""
    if what not in (*STAGES, "note"):
        raise BadOption("That is nothing that happens to an application.", "Choose from the list.")
    asked = ApplyQuestion(
        what=what, which=str(which), date=date or None, next=ahead or None, outcome=outcome.strip(), note=note.strip()
    )
    apply(mine.context, mine.profile, asked)
    return RedirectResponse(f"/applications/{which}?done=moved", 303)
