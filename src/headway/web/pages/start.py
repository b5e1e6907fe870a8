"""Start: a CV or answers in, what was understood out, and every correction of it."""

from typing import Annotated, Any

from fastapi import Form, Path, Request, UploadFile
from starlette.responses import HTMLResponse, RedirectResponse, Response

from headway.app import keep_person, look, questionnaire
from headway.app.log import undo
from headway.app.plan_question import DEFAULT_ROLE
from headway.app.work_model import Asked
from headway.errors import BadOption
from headway.web.desk import Mine, Whose
from headway.web.notices import notice
from headway.web.pages.work import begun
from headway.web.render import page
from headway.web.routes import Routes

router = Routes()


@router.get("/")
def start(request: Request, mine: Mine, done: str = "", role: str = "") -> HTMLResponse:
    """A newcomer is asked for a CV; whoever is known sees what was understood. role: the one that was asked about."""
    context, profile = mine.context, mine.profile
    if not keep_person.is_somebody(context, profile):
        return page(request, "start.html", roles=look.roles(context)["roles"], chosen=DEFAULT_ROLE, notice=notice(done))
    who = keep_person.person(context, profile)
    aim = role if role in context.knowledge.roles else ""
    names = [skill.label for skill in context.knowledge.skills.values()]
    shown: dict[str, Any] = {
        "who": who,
        "aim": aim,
        "names": names,
        "levels": look.levels(context),
        "notice": notice(done),
    }
    return page(request, "person.html", **shown, **_sorted(who["skills"]))


def _sorted(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """What counts, what was named and is not sure enough, what was taken away. What no line names follows from others
    and is not shown for correction."""
    rows = sorted(rows, key=lambda s: (-s["level"], s["label"].casefold()))
    shown = [s for s in rows if not s["removed"] and (s["named"] or s["said"] is not None)]
    return {
        "skills": [s for s in shown if s["level"]],
        "unsure": [s for s in shown if not s["level"]],
        "removed": [s for s in rows if s["removed"]],
    }


@router.get("/start/page/{number}")
def picture(mine: Mine, number: Annotated[int, Path(ge=1, le=keep_person.MOST_PAGES * 40)]) -> Response:
    """A page of the CV as it looks."""
    return Response(keep_person.cv_page(mine.context, mine.profile, number), media_type="image/png")


@router.get("/questions")
def questions(request: Request, mine: Mine, role: str = "") -> HTMLResponse:
    """The few questions that decide most for a role: the one asked, else that of the kept plan."""
    context = mine.context
    role = role or keep_person.plan_role(context, mine.profile) or DEFAULT_ROLE
    rows = questionnaire.questions(context, role)
    id_ = look.role_id(context, role)
    label = context.knowledge.roles[id_].label
    return page(request, "questions.html", questions=rows, levels=look.levels(context), role=id_, label=label)


@router.post("/start/cv")
def cv(mine: Mine, cv: UploadFile) -> Response:
    """A CV comes as bytes; its name is a label only. Read in a process of its own, which can be stopped."""
    name = keep_person.plain_name(cv.filename or "")
    asked = Asked(kind="cv", title=f"Reading {name}", fields={"name": name}, content=cv.file.read(), then="/?done=read")
    return begun(mine, asked)


@router.post("/start/answers")
def answers(
    mine: Mine, answer: Annotated[list[str] | None, Form()] = None, role: Annotated[str, Form()] = ""
) -> Response:
    """The answered ones of the questions, each `skill=level`."""
    levels: dict[str, int] = {}
    for pair in filter(None, answer or ()):
        skill, _, level = pair.partition("=")
        if level not in {"0", "1", "2", "3", "4"}:
            raise BadOption("An answer is no level.", "Choose one of the levels.")
        levels[skill] = int(level)
    keep_person.keep_levels(mine.context, mine.profile, levels)
    aim = f"&role={role}" if role in mine.context.knowledge.roles else ""
    return RedirectResponse(f"/?done=answers{aim}", 303)


@router.post("/start/level")
def level(mine: Mine, skill: Annotated[str, Form()], level: Annotated[int, Form(ge=0, le=4)]) -> Response:
    """One click: another level, or not mine at all."""
    note = "" if level else keep_person.NOT_MINE
    keep_person.keep_levels(mine.context, mine.profile, {skill: level}, note=note)
    return RedirectResponse("/?done=level" if level else "/?done=removed", 303)


@router.post("/start/add")
def add(
    mine: Mine, skill: Annotated[str, Form(max_length=120)], level: Annotated[int, Form(ge=0, le=4)], then: str = ""
) -> Response:
    """A skill that no CV named, by any of its names. then: `skill` leads back to its own page."""
    id_ = look.skill_id(mine.context, skill)
    keep_person.keep_levels(mine.context, mine.profile, {id_: level})
    return RedirectResponse(f"/skills/{id_}?done=level" if then == "skill" else "/?done=level", 303)


@router.post("/start/undo")
def bring_back(mine: Mine, entry: Annotated[str, Form()]) -> Response:
    """A correction taken back."""
    return take_back(mine, entry, "/?done=undone")


def take_back(mine: Whose, entry: str, then: str) -> Response:
    """Undo one entry and go on."""
    undo(mine.context, mine.profile, entry)
    return RedirectResponse(then, 303)
