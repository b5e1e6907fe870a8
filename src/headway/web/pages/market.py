"""Market: what postings ask for and how that changes, what the next hours are worth; postings in."""

from typing import Annotated, Any

from fastapi import Form, Query, Request, UploadFile
from starlette.responses import HTMLResponse, Response

from headway.app import keep_person, look
from headway.app.market_demand import Question
from headway.app.market_room import needs_market
from headway.app.market_scope import Wishes
from headway.app.market_value import ValueQuestion
from headway.app.market_web import board_word
from headway.app.market_wishes import JobsWish
from headway.app.person import PersonQuestion
from headway.app.uploads import MOST, take_upload
from headway.app.work_model import Asked
from headway.errors import BadOption, MissingExtra, NothingImported
from headway.values import SENIORITIES
from headway.web.desk import Mine, Whose
from headway.web.first_answers import EVERY_SKILL, SKILLS, TRENDS, VALUES, first_questions
from headway.web.notices import notice
from headway.web.pages.work import begun
from headway.web.refusals import on_a_page
from headway.web.render import page
from headway.web.routes import Routes

router = Routes(larger={"/market/import": MOST})
SECONDS = (10, 30, 120)
"""How long a search for a plan may take, as the form offers it."""


class Scope:
    """The filter that demand, trends and the next hours share, as the form sends it."""

    def __init__(self, role: str = "", country: str = "", seniority: str = "") -> None:
        self.role, self.country, self.seniority = role.strip(), country.strip(), seniority.strip()

    @property
    def wishes(self) -> Wishes:
        """For counting."""
        return Wishes(role=self.role or None, country=self.country or None, seniority=self.seniority or None)

    @property
    def jobs(self) -> JobsWish:
        """For ranking."""
        seniority = (self.seniority,) if self.seniority else ()
        return JobsWish(role=self.role or None, country=self.country or None, seniority=seniority)


def scoped(request: Request) -> Scope:
    """From the address."""
    return Scope(*(request.query_params.get(name, "") for name in ("role", "country", "seniority")))


def market_page(request: Request, mine: Whose, template: str, make: Any, **shown: Any) -> HTMLResponse:
    """A page of the market; where nothing is imported or a package is missing, how to begin instead."""
    shown |= {
        "roles": look.roles(mine.context)["roles"],
        "seniorities": SENIORITIES,
        "scope": scoped(request),
        "known": keep_person.is_somebody(mine.context, mine.profile),
        "trouble": "",
        "can_try": False,
    }
    try:
        shown |= make()
        mine.aside.ahead(first_questions(mine.profile))
    except (NothingImported, MissingExtra) as error:
        shown |= {"trouble": " ".join(on_a_page(error)), "can_try": isinstance(error, NothingImported)}
        return page(request, "market_empty.html", **shown)
    return page(request, template, **shown)


@router.get("/market")
def market(
    request: Request, mine: Mine, done: str = "", all_skills: Annotated[str, Query(alias="all")] = ""
) -> HTMLResponse:
    """What is asked for, and what changed."""
    asked = Question(by="asked", limit=EVERY_SKILL if all_skills else SKILLS)
    return market_page(
        request, mine, "market.html",
        lambda: {"demand": mine.aside.ask("demand", scoped(request).wishes, asked)}, notice=notice(done),
        all_address=str(request.url.include_query_params(all="yes").replace(scheme="", netloc="")),
    )  # fmt: skip


@router.get("/market/trends")
def trends(request: Request, mine: Mine, skill: str = "") -> HTMLResponse:
    """What rises and falls over the months."""
    words = (skill.strip(),) if skill.strip() else ()
    return market_page(
        request, mine, "trends.html",
        lambda: {"trends": mine.aside.ask("trends", scoped(request).wishes, words, "named", TRENDS)}, skill=skill,
    )  # fmt: skip


@router.get("/market/hours")
def hours(request: Request, mine: Mine) -> HTMLResponse:
    """What the next hours of study are worth in postings, and the search for a plan that opens most."""
    who = PersonQuestion(profile=mine.profile)

    def make() -> dict[str, Any]:
        needs_market()
        if not keep_person.is_somebody(mine.context, mine.profile):
            return {"demand": mine.aside.ask("demand", scoped(request).wishes, Question(limit=1)), "value": None}
        return {"value": mine.aside.ask("value", who, ValueQuestion(wish=scoped(request).jobs, limit=VALUES))}

    return market_page(request, mine, "hours.html", make, seconds=SECONDS)


@router.post("/market/examples")
def examples(mine: Mine) -> Response:
    """The postings that come with Headway, which are invented."""
    needs_market()
    title = "Reading the invented postings"
    fields = {"example": True}
    then = "/market?done=examples"
    return begun(mine, Asked(kind="import", title=title, fields=fields, unit="postings", then=then))


@router.get("/market/import")
def import_form(request: Request, mine: Mine) -> HTMLResponse:
    """A file or a board."""
    needs_market()
    return page(request, "import.html", most=MOST >> 20)


@router.post("/market/import")
def import_file(
    mine: Mine, file: UploadFile | None = None, board: Annotated[str, Form(max_length=500)] = ""
) -> Response:
    """Postings in: from a file that comes as bytes, or from a board that is fetched."""
    return begun(mine, wanted_import(mine, file, board))


def wanted_import(mine: Mine, file: UploadFile | None, board: str) -> Asked:
    """The work that was asked for. Raises BadOption, DiskFull, UnreadableFile, MissingExtra."""
    needs_market()
    given = file is not None and bool(file.filename)
    if given == bool(board.strip()):
        raise BadOption("Give either a file or the name of a board.", "One at a time.")
    then = "/market?done=imported"
    if file is None or not given:
        name = board_word(board)
        return Asked(kind="import", title=f"Fetching {name}", fields={"names": [name]}, unit="postings", then=then)
    path = take_upload(mine.context, file.filename or "", file.file, MOST)
    return Asked(
        kind="import", title=f"Reading {path.name}", fields={"names": [str(path)]}, unit="postings", then=then,
        folder=path.parent,
    )  # fmt: skip


@router.post("/market/plan")
def plan(
    mine: Mine,
    seconds: Annotated[int, Form(ge=1, le=600)] = SECONDS[0],
    role: Annotated[str, Form(max_length=200)] = "",
    country: Annotated[str, Form(max_length=2)] = "",
    hours: Annotated[float, Form(gt=0, le=168)] = 10.0,
) -> Response:
    """Search for the steps that bring most postings within reach; nothing is kept."""
    fields = {"seconds": seconds, "role": role, "country": country, "hours": hours}
    return begun(mine, Asked(kind="market-plan", title="A plan that opens the most postings", fields=fields))
