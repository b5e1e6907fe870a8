"""Roles, one role, the sources: looking into the knowledge base."""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query, Request
from starlette.responses import HTMLResponse

from headway.app import facts as every
from headway.app import fit as fits
from headway.app import keep_person, look
from headway.app.market_demand import Question
from headway.app.market_room import holds_postings
from headway.app.market_scope import Wishes
from headway.app.person import PersonQuestion
from headway.app.plan_question import DEFAULT_ROLE
from headway.app.two_roles import Pair, two_roles
from headway.errors import MissingExtra, NothingImported
from headway.values import SENIORITIES
from headway.web.desk import Mine, Open, Whose
from headway.web.fact_words import Asked
from headway.web.first_answers import EVERY_SKILL
from headway.web.notices import notice
from headway.web.render import page
from headway.web.routes import Routes

router = Routes()


@router.get("/roles")
def roles(request: Request, mine: Mine) -> HTMLResponse:
    """Every role as a card; the nearest first where somebody is known."""
    found = look.roles(mine.context)["roles"]
    known = _fits(mine)
    found.sort(key=lambda r: -known[r["id"]]["score"] if known else 0.0)
    return page(request, "roles.html", roles=found, fits=known)


def _fits(mine: Whose, role: str | None = None) -> dict[str, dict[str, Any]]:
    """How far each role is, by id; nothing where nobody is known."""
    if not keep_person.is_somebody(mine.context, mine.profile):
        return {}
    rows = fits.role_rows(mine.context, PersonQuestion(profile=mine.profile), role)
    return {row["role"]: row for row in rows}


@router.get("/roles/{word}")
def role(request: Request, mine: Mine, word: str) -> HTMLResponse:
    """One role, whole, with what of it the person has and lacks."""
    found = look.role(mine.context, word)
    labels = {r["id"]: r["label"] for r in look.roles(mine.context)["roles"]}
    fit = _fits(mine, found["role"]["id"]).get(found["role"]["id"])
    names = mine.context.knowledge.skills
    missing = [{**p, "label": names[p["best"]].label} for p in fit["lost"]] if fit else []
    missing.sort(key=lambda p: -p["weight"])
    cited = {id_ for part in (*found["role"]["duties"], *found["role"]["grades"]) for id_ in part["sources"]}
    cited |= {row["source"] for row in found["pay"]} | {id_ for claim in found["claims"] for id_ in claim["guides"]}
    found["sources"] = _titles(mine, cited)  # those with a number on the page, not all that its texts speak of
    return page(request, "role.html", fit=fit, missing=missing, role_labels=labels, **found)


def _titles(mine: Whose, cited: set[str]) -> dict[str, str]:
    """What each short name of a source stands for."""
    known = mine.context.knowledge.sources
    return {id_: known[id_].title for id_ in sorted(cited) if id_ in known}


@router.get("/compare")
def compare(
    request: Request, mine: Mine, one: str = "data-scientist", other: str = DEFAULT_ROLE, seniority: str = "mid"
) -> HTMLResponse:
    """Two roles side by side, and the way from one to the other."""
    found = two_roles(mine.context, mine.profile, Pair(one=one, other=other, seniority=seniority))
    choice = look.roles(mine.context)["roles"]
    titles = _titles(mine, {f["row"]["source"] for side in found["pay"] for f in side["figures"]})
    return page(request, "compare.html", two=found, choice=choice, seniorities=SENIORITIES, sources=titles)


@router.get("/skills/{word}")
def skill(request: Request, mine: Mine, word: str, done: str = "") -> HTMLResponse:
    """One skill, whole, with what is believed of it where somebody is known."""
    found = look.skill(mine.context, word)
    known = keep_person.is_somebody(mine.context, mine.profile)
    who = PersonQuestion(profile=mine.profile)
    reasons = fits.why(mine.context, found["skill"]["id"], who) if known else None
    asked = _demand(mine, found["skill"]["id"])
    tested = any(item.skill == found["skill"]["id"] for item in mine.context.items.items.values())
    shown: dict[str, Any] = {"why": reasons, "demand": asked, "tested": tested, "notice": notice(done)}
    return page(request, "skill.html", **shown, **found)


def _demand(mine: Whose, skill: str) -> dict[str, Any] | None:
    """How many of the imported postings name a skill; nothing where there are none or the extra is missing. Counted
    for all skills at once, so that the next one is there already."""
    if not holds_postings(mine.context):
        return None
    try:
        every = mine.aside.ask("demand", Wishes(), Question(limit=EVERY_SKILL))
    except (NothingImported, MissingExtra):
        return None
    return every | {"skills": [row for row in every["skills"] if row["skill"] == skill]}


@router.get("/sources")
def sources(request: Request, context: Open) -> HTMLResponse:
    """Every source and claim; claims that contradict each other are linked."""
    found = look.sources(context)
    titles = {c["id"]: c["text"] for c in found["claims"]}
    names = {s["id"]: s["title"] for s in found["sources"]}
    guides = {id_ for claim in found["claims"] for id_ in claim["guides"]}
    return page(request, "sources.html", titles=titles, names=names, guides=guides, **found)


@router.get("/sources/facts")
def facts(request: Request, context: Open, asked: Annotated[Asked, Query()]) -> HTMLResponse:
    """Every fact, fifty a page, with who says so, when, and what speaks against it."""
    found = every.facts(context, asked.question())
    here = {key: value for key, value in asked.model_dump(exclude={"page"}).items() if value}

    def link(**changed: object) -> str:
        return "/sources/facts?" + urlencode({key: value for key, value in {**here, **changed}.items() if value})

    addresses = {id_: source.url for id_, source in context.knowledge.sources.items()}
    return page(request, "facts.html", asked=asked, link=link, words=every.KIND_WORDS, addresses=addresses, found=found)
