"""Labs: the list, and one lab with its brief and the last result."""

from fastapi import Request
from starlette.responses import HTMLResponse

from headway.app import labs as use
from headway.web.brief import as_html
from headway.web.desk import Mine
from headway.web.render import page
from headway.web.routes import Routes

router = Routes(fresh=("/labs",))


@router.get("/labs")
def labs(request: Request, mine: Mine) -> HTMLResponse:
    """Every lab as a card, with where the person stands."""
    return page(request, "labs.html", **use.lab_list(mine.context, mine.profile))


@router.get("/labs/{word}")
def lab(request: Request, mine: Mine, word: str) -> HTMLResponse:
    """One lab: what it asks, what a pass proves, the last result."""
    found = use.lab_show(mine.context, mine.profile, word)
    return page(request, "lab.html", lab=found, task=as_html(found["brief"]))
