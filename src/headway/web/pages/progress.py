"""Progress: hours and entries in, where the person is against the plan, how the plan came to be."""

from typing import Annotated, Any

from fastapi import Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from headway.app.log import LogQuestion, log
from headway.app.progress_picture import picture
from headway.app.status import plans, reviews, status
from headway.errors import NothingKept
from headway.web.desk import Mine, Whose
from headway.web.notices import notice
from headway.web.pages.start import take_back
from headway.web.render import page
from headway.web.routes import Routes

router = Routes()
SHOWN = 200
"""So many entries of the log are shown, the newest."""


@router.get("/progress")
def progress(request: Request, mine: Mine, done: str = "") -> HTMLResponse:
    """Everything about the way so far; empty parts where nothing is kept yet."""
    return page(request, "progress.html", notice=notice(done), today=mine.context.today.isoformat(), **_parts(mine))


def _parts(mine: Whose) -> dict[str, Any]:
    parts: dict[str, Any] = {"status": None, "entries": [], "plans": [], "steps": [], "picture": ""}
    parts["review"] = reviews(mine.context, mine.profile)
    try:
        entries = log(mine.context, mine.profile, LogQuestion(last=SHOWN))["entries"]
        parts["entries"] = entries[::-1]
        history = plans(mine.context, mine.profile, None)
        parts |= {"plans": history["plans"][::-1], "steps": history["steps"]}
        parts["status"] = status(mine.context, mine.profile)
        parts["picture"] = picture(mine.context, mine.profile)
    except NothingKept:
        pass  # what is there so far is shown
    return parts


@router.post("/progress/hours")
def hours(
    mine: Mine,
    hours: Annotated[float, Form()],
    resource: Annotated[str, Form()] = "",
    date: Annotated[str, Form()] = "",
    note: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Hours studied on a day."""
    values = (f"{hours:g}", resource) if resource else (f"{hours:g}",)
    log(mine.context, mine.profile, LogQuestion(what="hours", values=values, date=date or None, note=note))
    return RedirectResponse("/progress?done=hours", 303)


@router.post("/progress/undo")
def undo_entry(mine: Mine, entry: Annotated[str, Form()], back: Annotated[str, Form(max_length=10)] = "") -> Response:
    """An entry that does not count any more; it stays in the log. back: it is an undoing, so what it undid counts."""
    return take_back(mine, entry, f"/progress?done={'back' if back else 'undone'}")
