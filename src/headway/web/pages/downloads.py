"""Files to take away: the way so far as a PDF, and what can be shown of the person."""

from fastapi import APIRouter
from starlette.responses import Response

from headway.app.person import PersonQuestion
from headway.app.profile import profile_docx, profile_of, profile_resume
from headway.app.status import status_pdf
from headway.web.desk import Mine, Whose

router = APIRouter()
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@router.get("/progress.pdf")
def progress(mine: Mine) -> Response:
    """Where the person is against the plan, for paper."""
    return _file(status_pdf(mine.context, mine.profile), "headway-progress.pdf", "application/pdf")


@router.get("/data/profile.docx")
def document(mine: Mine) -> Response:
    """What can be shown, each line with its evidence, to edit further."""
    return _file(profile_docx(profile_of(mine.context, _who(mine))), "headway-profile.docx", DOCX)


@router.get("/data/profile.json")
def resume(mine: Mine) -> Response:
    """The same as JSON Resume, for other programs."""
    return _file(profile_resume(profile_of(mine.context, _who(mine))), "headway-profile.json", "application/json")


def _who(mine: Whose) -> PersonQuestion:
    return PersonQuestion(profile=mine.profile)


def _file(content: bytes, name: str, kind: str) -> Response:
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
