"""Files to take away: plans and the way so far as PDFs, and what can be shown of the person."""

from typing import Annotated

from fastapi import Depends
from starlette.responses import Response

from headway.app import keep_person
from headway.app.market_plan_files import found_plan_calendar, found_plan_html, found_plan_pdf
from headway.app.person import PersonQuestion
from headway.app.plan_pdf import plan_pdf
from headway.app.profile import profile_docx, profile_of, profile_resume
from headway.app.status import status_pdf
from headway.errors import NothingKept
from headway.web.desk import Mine, Whose
from headway.web.pages.plan import Wished, from_query
from headway.web.routes import Routes

router = Routes()
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


@router.get("/plan.pdf")
def whole_plan(mine: Mine, wished: Annotated[Wished, Depends(from_query)], renew: str = "") -> Response:
    """The plan that the Plan page shows at the same address, with everything about it, for paper."""
    _must_be_somebody(mine)
    return _file(plan_pdf(mine.context, mine.profile, wished.wish, renew=bool(renew)), "headway-plan.pdf", PDF)


@router.get("/tasks/{word}/plan.pdf")
def market_plan(mine: Mine, word: str) -> Response:
    """A market plan that was searched for since the start, for paper."""
    return _file(found_plan_pdf(mine.context, mine.works.find(word).json()), "headway-market-plan.pdf", PDF)


@router.get("/tasks/{word}/plan.html")
def market_report(mine: Mine, word: str) -> Response:
    """The same as one page to keep."""
    return _file(found_plan_html(mine.works.find(word).json()), "headway-market-plan.html", "text/html")


@router.get("/tasks/{word}/plan.ics")
def market_calendar(mine: Mine, word: str) -> Response:
    """The same for a calendar."""
    content = found_plan_calendar(mine.context, mine.works.find(word).json())
    return _file(content, "headway-market-plan.ics", "text/calendar")


@router.get("/progress.pdf")
def progress(mine: Mine) -> Response:
    """Where the person is against the plan, for paper."""
    return _file(status_pdf(mine.context, mine.profile), "headway-progress.pdf", PDF)


@router.get("/data/profile.docx")
def document(mine: Mine) -> Response:
    """What can be shown, each line with its evidence, to edit further."""
    return _file(profile_docx(profile_of(mine.context, _who(mine))), "headway-profile.docx", DOCX)


@router.get("/data/profile.json")
def resume(mine: Mine) -> Response:
    """The same as JSON Resume, for other programs."""
    return _file(profile_resume(profile_of(mine.context, _who(mine))), "headway-profile.json", "application/json")


def _who(mine: Whose) -> PersonQuestion:
    _must_be_somebody(mine)
    return PersonQuestion(profile=mine.profile)


def _must_be_somebody(mine: Whose) -> None:
    if not keep_person.is_somebody(mine.context, mine.profile):
        raise NothingKept(
            "Nothing of you is kept yet, so there is nothing to take away.",
            "Drop a CV on the Start page, or answer a few questions there.",
        )


def _file(content: bytes, name: str, kind: str) -> Response:
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
