"""My data: where it lies, all of it out, all of it erased."""

from typing import Annotated

from fastapi import Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from headway.app.moving import forget
from headway.app.my_data import FILE, export_zip, places
from headway.errors import BadOption, NothingKept
from headway.web.desk import Mine
from headway.web.notices import notice
from headway.web.render import page
from headway.web.routes import Routes

router = Routes(fresh=("/data",))


@router.get("/data")
def data(request: Request, mine: Mine, done: str = "") -> HTMLResponse:
    """What is kept where, and what would go."""
    try:
        going = forget(mine.context, mine.profile, (), sure=False)
    except NothingKept:
        going = None
    where = places(mine.context, mine.profile)["places"]
    return page(request, "data.html", notice=notice(done), places=where, going=going)


@router.post("/data/export")
def export(mine: Mine) -> Response:
    """One zip. A POST, because that a copy was taken is written down."""
    named = {"content-disposition": f'attachment; filename="{FILE}"'}
    return Response(export_zip(mine.context, mine.profile), media_type="application/zip", headers=named)


@router.post("/data/forget")
def erase(mine: Mine, sure: Annotated[str, Form()] = "") -> Response:
    """Only with the box ticked."""
    if sure != "yes":
        raise BadOption("The box was not ticked, so nothing was erased.", "Tick it if you are sure.")
    forget(mine.context, mine.profile, (), sure=True)
    return RedirectResponse("/data?done=forgotten", 303)
