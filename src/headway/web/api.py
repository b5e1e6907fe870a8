"""The use cases as JSON under /api: the answers are those of the command line with --json."""

from typing import Annotated

from fastapi import File, Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from headway.app import facts as every
from headway.app import fit as fits
from headway.app import keep_person, look, route, skills_map
from headway.app.log import LogQuestion, log, undo
from headway.app.moving import forget
from headway.app.my_data import export_zip, places
from headway.app.person import PersonQuestion
from headway.app.status import plans, status
from headway.app.swap import swap
from headway.app.two_roles import Pair, two_roles
from headway.values import Json
from headway.web.api_words import WRONG, Word
from headway.web.desk import Mine, Open
from headway.web.fact_words import Asked
from headway.web.routes import Routes

router = Routes(prefix="/api", responses=WRONG, fresh=("/api/data",))


class Levels(BaseModel):
    """Skill (id or any name of it) to level; 0: I do not have it."""

    levels: dict[Annotated[str, Field(max_length=200)], Annotated[int, Field(ge=0, le=4)]]


class Logged(BaseModel):
    """One entry of the log, as `headway log WHAT VALUES` takes it. Files cannot be named here."""

    what: Annotated[str, Field(pattern="^(hours|started|finished|dropped|swapped|paused|resumed|know|lack)$")]
    values: list[Annotated[str, Field(max_length=200)]] = []
    hours: float | None = None
    date: Annotated[str | None, Field(max_length=10)] = None
    until: Annotated[str | None, Field(max_length=10)] = None
    note: Annotated[str, Field(max_length=500)] = ""


class Wish(BaseModel):
    """What the plan is asked for; null: as it is. deadline `none`, budget below 0: no limit."""

    role: Annotated[str | None, Field(max_length=200)] = None
    seniority: Annotated[str | None, Field(max_length=20)] = None
    hours: float | None = None
    deadline: Annotated[str | None, Field(max_length=10)] = None
    budget: float | None = None
    currency: Annotated[str | None, Field(max_length=3)] = None
    free_only: bool | None = None

    @property
    def asked(self) -> route.Wish:
        """For app."""
        return route.Wish(**self.model_dump())


class Which(BaseModel):
    """An entry of the log by number or id; null: the last one."""

    entry: Annotated[str | None, Field(max_length=40)] = None


class Sure(BaseModel):
    """sure: erase; without it only what would go is told."""

    sure: bool = False


@router.get("/roles", summary="All roles")
def roles(context: Open) -> Json:
    return look.roles(context)


@router.get("/roles/{word}", summary="One role")
def role(context: Open, word: Word) -> Json:
    return look.role(context, word)


@router.get("/skills/{word}", summary="One skill")
def skill(context: Open, word: Word) -> Json:
    return look.skill(context, word)


@router.get("/sources", summary="Sources and claims")
def sources(context: Open) -> Json:
    return look.sources(context)


@router.get("/facts", summary="Every fact with its source")
def facts(context: Open, asked: Annotated[Asked, Query()]) -> Json:
    return every.facts(context, asked.question())


@router.get("/person", summary="What is understood of the person")
def person(mine: Mine) -> Json:
    return keep_person.person(mine.context, mine.profile)


@router.post("/person/cv", summary="Read and keep a CV")
def cv(
    mine: Mine,
    cv: Annotated[bytes, File(description="The file")],
    name: Annotated[str, Query(max_length=200, description="A label for it")] = "cv",
) -> Json:
    return keep_person.keep_cv(mine.context, mine.profile, name, cv)


@router.post("/person/levels", summary="Say one's own levels")
def levels(mine: Mine, said: Levels) -> Json:
    return keep_person.keep_levels(mine.context, mine.profile, said.levels)


@router.get("/fit", summary="How far each role is")
def fit(mine: Mine, role: str | None = None, seniority: str | None = None) -> Json:
    return fits.fit(mine.context, PersonQuestion(profile=mine.profile), role=role, seniority=seniority)


@router.get("/roles/{word}/beside/{other}", summary="Two roles side by side")
def beside(mine: Mine, word: Word, other: Word, seniority: str = "mid") -> Json:
    return two_roles(mine.context, mine.profile, Pair(one=word, other=other, seniority=seniority))


@router.get("/why/{word}", summary="The evidence behind one belief")
def why(mine: Mine, word: Word) -> Json:
    return fits.why(mine.context, word, PersonQuestion(profile=mine.profile))


@router.get("/map", summary="The skill map: a route, an area, around one skill, or all of it")
def the_map(
    mine: Mine, skill: str | None = None, area: str | None = None, role: str | None = None, whole: bool = False
) -> Json:
    view = skills_map.View(skill=skill, area=area, role=role, whole=whole)
    return skills_map.map_of(mine.context, mine.profile, view)


@router.get("/plan", summary="The plan; the kept one, or what would come with a wish")
def plan(mine: Mine, wish: Annotated[Wish, Query()]) -> Json:
    return route.route(mine.context, mine.profile, wish.asked)


class Kept(Wish):
    """late: where only time is short, also a plan that ends after the deadline, marked as such."""

    late: bool = False

    @property
    def asked(self) -> route.Wish:
        """For app."""
        return route.Wish(**self.model_dump(exclude={"late"}))


@router.post("/plan", summary="Keep the plan for a wish")
def keep_plan(mine: Mine, wish: Kept) -> Json:
    return route.keep_route(mine.context, mine.profile, wish.asked, late=wish.late)


class Swap(BaseModel):
    """A step of the kept plan (its id) and what takes its place. dry: only tell what would change."""

    step: Annotated[str, Field(max_length=200)]
    instead: Annotated[str, Field(max_length=200)]
    dry: bool = False


@router.post("/plan/swap", summary="Take another resource in the place of a step")
def swap_step(mine: Mine, which: Swap) -> Json:
    return swap(mine.context, mine.profile, which.step, which.instead, dry=which.dry)


@router.get("/plans", summary="All plans kept")
def all_plans(mine: Mine) -> Json:
    return plans(mine.context, mine.profile, None)


@router.get("/status", summary="Against the plan")
def how_far(mine: Mine) -> Json:
    return status(mine.context, mine.profile)


@router.get("/log", summary="The log")
def the_log(mine: Mine, last: Annotated[int | None, Query(ge=1, le=100_000)] = None) -> Json:
    return log(mine.context, mine.profile, LogQuestion(last=last))


@router.post("/log", summary="Write an entry")
def write(mine: Mine, said: Logged) -> Json:
    question = LogQuestion(**(said.model_dump() | {"values": tuple(said.values)}))
    return log(mine.context, mine.profile, question)


@router.post("/undo", summary="An entry that does not count any more")
def take_back(mine: Mine, which: Which) -> Json:
    return undo(mine.context, mine.profile, which.entry)


@router.get("/data", summary="What is kept where")
def where(mine: Mine) -> Json:
    return places(mine.context, mine.profile)


@router.post(
    "/data/export", summary="Everything as a zip", responses={200: {"content": {"application/zip": {}}}},
    response_class=Response,
)  # fmt: skip
def export(mine: Mine) -> Response:
    return Response(export_zip(mine.context, mine.profile), media_type="application/zip")


@router.post("/data/forget", summary="Erase everything of the person")
def erase(mine: Mine, sure: Sure) -> Json:
    return forget(mine.context, mine.profile, (), sure=sure.sure)
