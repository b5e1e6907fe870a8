"""Long work: how far it is, and the button that stops it."""

from fastapi import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from headway.app.work_here import Run
from headway.app.work_model import OVER, Asked
from headway.app.work_piece import Work
from headway.values import Json
from headway.web.desk import Mine, Whose
from headway.web.refusals import on_a_page
from headway.web.render import page
from headway.web.routes import Routes

router = Routes(fresh=("/tasks",))
GO_ON = ("cv", "plan", "keep-plan", "test")
"""Kinds of which nothing is shown here at the end: their result has a page of its own, which it may name."""
AT_ONCE = 2.5
"""Seconds in which work that is soon over needs no page of its own."""
SOON = 2.5
"""The same for what is worked out in this process."""


@router.get("/tasks")
def all_work(request: Request, mine: Mine) -> HTMLResponse:
    """Everything that was begun since Headway was started."""
    return page(request, "works.html", works=[work.json() for work in mine.works.all()])


@router.get("/tasks/{word}")
def work(request: Request, mine: Mine, word: str) -> Response:
    """One piece: how far it is; at its end what came of it."""
    found = mine.works.find(word)
    if found.state in OVER:
        first, found.seen = not found.seen, True
        if first and found.fault is not None:
            raise found.fault
        if found.state == "done" and found.asked.kind in GO_ON:
            return RedirectResponse((found.result or {}).get("then", found.asked.then), 303)
    wrong = " ".join(on_a_page(found.error)) if found.error else ""
    return page(request, "work.html", work=found.json(), wrong=wrong)


@router.post("/tasks/{word}/stop")
def stop(mine: Mine, word: str) -> Response:
    """It stops at its next step, or is ended."""
    mine.works.stop(word)
    return RedirectResponse(f"/tasks/{word}", 303)


def begun(mine: Whose, asked: Asked) -> Response:
    """Where to look next: at the end if that comes at once, else at how far it is. Raises what failed."""
    work: Work = mine.works.start(asked)
    if work.over.wait(AT_ONCE):
        if work.error is not None:
            work.seen = True
            raise work.error
        if work.state == "done" and asked.then:
            work.seen = True
            return RedirectResponse(asked.then, 303)
    return RedirectResponse(f"/tasks/{work.id}", 303)


def at_once(mine: Whose, asked: Asked, run: Run, or_else: Asked | None = None) -> Json | RedirectResponse:
    """What comes of it where that is soon, else where to look how far it is. or_else: a question whose answer does as
    well. Raises what failed."""
    work: Work = mine.works.here(asked, run, SOON, or_else)
    if not work.over.is_set() or work.state == "stopped":
        return RedirectResponse(f"/tasks/{work.id}", 303)
    work.seen = True
    if work.error is not None:
        raise work.fault or work.error
    assert work.result is not None
    return work.result
