"""Class: a learner's own file to read and take away; a coach's files put together. Of others nothing is kept here."""

from typing import Annotated, Any

from fastapi import Form, Request, UploadFile
from starlette.responses import HTMLResponse, Response

from headway.app import keep_person, look
from headway.app.classroom import ClassQuestion, class_of_uploads, class_page
from headway.app.plan_question import DEFAULT_ROLE
from headway.app.share import FILE, ShareQuestion, share, share_download
from headway.errors import BadOption
from headway.web.desk import Mine, Whose
from headway.web.render import page
from headway.web.routes import Routes

router = Routes()
REPORT = "headway-class.html"


@router.get("/class")
def classroom(request: Request, mine: Mine) -> HTMLResponse:
    """Both sides: hand over, put together."""
    return _page(request, mine)


def _page(request: Request, mine: Whose, **more: Any) -> HTMLResponse:
    shown: dict[str, Any] = {"own": None, "found": None, "name": "", "role": _role(mine)}
    known = keep_person.is_somebody(mine.context, mine.profile)
    return page(request, "class.html", **shown | more, known=known, roles=look.roles(mine.context)["roles"])


def _role(mine: Whose) -> str:
    return keep_person.plan_role(mine.context, mine.profile) or DEFAULT_ROLE


@router.post("/class/mine")
def read_own(
    request: Request,
    mine: Mine,
    role: Annotated[str, Form(max_length=200)],
    name: Annotated[str, Form(max_length=200)] = "",
) -> HTMLResponse:
    """What the file would say; nothing is written yet."""
    made = share(mine.context, _asked(mine, role, name))
    return _page(request, mine, own=made, role=made["share"]["role"], name=made["share"]["name"] or "")


@router.post("/class/mine/file")
def own_file(
    mine: Mine, role: Annotated[str, Form(max_length=200)], name: Annotated[str, Form(max_length=200)] = ""
) -> Response:
    """The file to take away. A POST, because that a copy was taken is written down."""
    content = share_download(mine.context, _asked(mine, role, name))
    named = {"content-disposition": f'attachment; filename="{FILE}"'}
    return Response(content, media_type="application/json", headers=named)


def _asked(mine: Whose, role: str, name: str) -> ShareQuestion:
    return ShareQuestion(role=role, name=name.strip() or None, profile=mine.profile)


@router.post("/class")
def together(
    request: Request,
    mine: Mine,
    files: list[UploadFile],
    role: Annotated[str, Form(max_length=200)] = "",
    hours: Annotated[float, Form(gt=0, le=168)] = 10.0,
    percent: Annotated[int, Form(ge=1, le=100)] = 50,
    to_keep: Annotated[str, Form()] = "",
) -> Response:
    """The class, or with `to_keep` the same as a page to keep. Nothing of the files stays here."""
    given = [(file.filename or "", file.file.read()) for file in files if file.filename]
    if not given:
        raise BadOption("No file was chosen.", "Choose the files that the people of the class handed over.")
    question = ClassQuestion(role=role or None, hours=hours, part=percent / 100)
    found = class_of_uploads(mine.context, question, given)
    if to_keep:
        named = {"content-disposition": f'attachment; filename="{REPORT}"'}
        return Response(class_page(found), media_type="text/html", headers=named)
    return _page(request, mine, found=found)
