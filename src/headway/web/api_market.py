"""The market, the tracker of applications and long work as JSON under /api."""

from typing import Annotated

from fastapi import Form, Path, UploadFile
from pydantic import BaseModel, Field

from headway.app.applications import ApplyQuestion, apply
from headway.app.market_demand import Question
from headway.app.market_jobs import JobsQuestion
from headway.app.market_scope import Wishes
from headway.app.market_value import ValueQuestion
from headway.app.market_wishes import JobsWish
from headway.app.person import PersonQuestion
from headway.app.uploads import MOST
from headway.values import Json
from headway.web.api_words import WRONG, Word
from headway.web.desk import Mine, Whose
from headway.web.pages.market import wanted_import
from headway.web.routes import Routes

router = Routes(prefix="/api", responses=WRONG, fresh=("/api/tasks",), larger={"/api/market/import": MOST})
Number = Annotated[int, Path(ge=1, le=10_000_000)]
Day = Annotated[str | None, Field(max_length=10)]


class Save(BaseModel):
    """An imported posting by its id, or one that is only named. No file can be named here."""

    posting: Annotated[str | None, Field(min_length=1, max_length=200)] = None
    title: Annotated[str | None, Field(min_length=1, max_length=200)] = None
    company: Annotated[str | None, Field(max_length=200)] = None
    note: Annotated[str, Field(max_length=2000)] = ""


class Happened(BaseModel):
    """What happened to an application."""

    what: Annotated[str, Field(pattern="^(applied|interview|offer|closed|note)$")]
    date: Day = None
    next: Day = None
    outcome: Annotated[str, Field(max_length=200)] = ""
    note: Annotated[str, Field(max_length=2000)] = ""


@router.get("/market/demand", summary="What postings ask for")
def demand(mine: Mine, role: str | None = None, country: str | None = None) -> Json:
    return mine.aside.ask("demand", Wishes(role=role, country=country), Question())


@router.get("/market/trends", summary="What rises and falls over the months")
def trends(mine: Mine, role: str | None = None, country: str | None = None, skill: str | None = None) -> Json:
    return mine.aside.ask("trends", Wishes(role=role, country=country), (skill,) if skill else (), "named", 15)


@router.get("/market/jobs", summary="Postings by fit")
def jobs(mine: Mine, role: str | None = None, country: str | None = None) -> Json:
    return mine.aside.ask("jobs", _who(mine), JobsQuestion(wish=JobsWish(role=role, country=country)))


@router.get("/market/jobs/{word}", summary="One posting, with what to prepare for it")
def posting(mine: Mine, word: Word) -> Json:
    return mine.aside.ask("posting", mine.profile, word)


@router.get("/market/value", summary="What the next hours are worth")
def value(mine: Mine, role: str | None = None, country: str | None = None) -> Json:
    return mine.aside.ask("value", _who(mine), ValueQuestion(wish=JobsWish(role=role, country=country)))


def _who(mine: Whose) -> PersonQuestion:
    return PersonQuestion(profile=mine.profile)


@router.post("/market/import", summary="Begin to import a file or a board", status_code=202)
def begin_import(mine: Mine, file: UploadFile | None = None, board: Annotated[str, Form(max_length=500)] = "") -> Json:
    return mine.works.start(wanted_import(mine, file, board)).json()


@router.get("/tasks", summary="Long work since the start")
def all_work(mine: Mine) -> Json:
    return {"schema": "headway.works/1", "works": [work.json() for work in mine.works.all()]}


@router.get("/tasks/{word}", summary="How far a piece of long work is")
def one_work(mine: Mine, word: Word) -> Json:
    return mine.works.find(word).json()


@router.post("/tasks/{word}/stop", summary="Stop it")
def stop(mine: Mine, word: Word) -> Json:
    return mine.works.stop(word).json()


@router.get("/applications", summary="The tracker of applications")
def applications(mine: Mine) -> Json:
    return apply(mine.context, mine.profile, ApplyQuestion())


@router.post("/applications", summary="Save a posting")
def save(mine: Mine, said: Save) -> Json:
    asked = ApplyQuestion(what="save", market=said.posting, title=said.title, company=said.company, note=said.note)
    return mine.aside.ask("apply", mine.profile, asked) if said.posting else apply(mine.context, mine.profile, asked)


@router.get("/applications/{which}", summary="One application, with what to prepare")
def application(mine: Mine, which: Number) -> Json:
    return apply(mine.context, mine.profile, ApplyQuestion(what="show", which=str(which)))


@router.post("/applications/{which}", summary="What happened to it")
def happened(mine: Mine, which: Number, said: Happened) -> Json:
    return apply(mine.context, mine.profile, ApplyQuestion(which=str(which), **said.model_dump()))
