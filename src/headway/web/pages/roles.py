"""Roles, one role, the sources: looking into the knowledge base."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse

from headway.app import look
from headway.web.desk import Open
from headway.web.render import page

router = APIRouter()


@router.get("/")
def start() -> RedirectResponse:
    """The first page."""
    return RedirectResponse("/roles", 303)


@router.get("/roles")
def roles(request: Request, context: Open) -> HTMLResponse:
    """Every role as a card."""
    return page(request, "roles.html", **look.roles(context))


@router.get("/roles/{word}")
def role(request: Request, context: Open, word: str) -> HTMLResponse:
    """One role, whole."""
    return page(request, "role.html", **look.role(context, word))


@router.get("/skills/{word}")
def skill(request: Request, context: Open, word: str) -> HTMLResponse:
    """One skill, whole."""
    return page(request, "skill.html", **look.skill(context, word))


@router.get("/sources")
def sources(request: Request, context: Open) -> HTMLResponse:
    """Every source and claim; claims that contradict each other are linked."""
    found = look.sources(context)
    return page(request, "sources.html", titles={c["id"]: c["text"] for c in found["claims"]}, **found)
