"""Roles, one role, one skill, the sources: looking into the knowledge base."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from headway.app import look
from headway.web.render import page

router = APIRouter()


@router.get("/roles")
def roles(request: Request) -> HTMLResponse:
    return page(request, "roles.html", **look.roles(request.app.state.context))


@router.get("/roles/{word}")
def role(request: Request, word: str) -> HTMLResponse:
    return page(request, "role.html", **look.role(request.app.state.context, word))


@router.get("/skills/{word}")
def skill(request: Request, word: str) -> HTMLResponse:
    return page(request, "skill.html", **look.skill(request.app.state.context, word))


@router.get("/sources")
def sources(request: Request) -> HTMLResponse:
    return page(request, "sources.html", **look.sources(request.app.state.context))
