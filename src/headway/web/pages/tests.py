"""Tests: an adaptive test question by question; what it showed, with every answer."""

import time
from typing import Annotated, Any

from fastapi import Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from headway.app import look
from headway.app.keep_person import is_somebody, plan_role
from headway.app.plan_question import DEFAULT_ROLE
from headway.app.status import reviews
from headway.app.test_steps import all_tests, answer_test, begin_test, look_at_test, stop_test
from headway.app.work_model import Asked
from headway.errors import BadOption
from headway.web.desk import Mine
from headway.web.pages.work import at_once
from headway.web.render import page
from headway.web.routes import Routes

router = Routes(fresh=("/tests",))
DONT_KNOW, SKIP = "?", "-"


@router.get("/tests")
def tests(request: Request, mine: Mine) -> HTMLResponse:
    """Begin one, go on with one, look at one that is over. about: the skill that stands chosen in the form."""
    roles = look.roles(mine.context)["roles"]
    known = is_somebody(mine.context, mine.profile)
    chosen = plan_role(mine.context, mine.profile) or DEFAULT_ROLE
    found = all_tests(mine.context, mine.profile)
    skill = request.query_params.get("about") or max(found["about"], key=lambda row: row["items"])["skill"]
    shown: dict[str, Any] = {"review": reviews(mine.context, mine.profile), "words": look.other_names(mine.context)}
    return page(request, "tests.html", roles=roles, chosen=chosen, skill=skill, known=known, **shown, **found)


@router.post("/tests")
def begin(
    mine: Mine,
    about: Annotated[str, Form(max_length=200)] = "",
    questions: Annotated[int | None, Form(ge=1, le=60)] = None,
) -> Response:
    """A new test of a skill, a role or the plan; one of the plan works a plan out first."""
    fields = {"about": about, "questions": questions, "begun": time.monotonic()}
    asked = Asked(kind="test", title="Choosing what to test", fields=fields, then="/tests")

    def run() -> dict[str, Any]:
        return {"then": f"/tests/{begin_test(mine.context, mine.profile, about or None, questions)}"}

    answer = at_once(mine, asked, run)
    return answer if isinstance(answer, Response) else RedirectResponse(answer["then"], 303)


@router.get("/tests/{word}")
def test(request: Request, mine: Mine, word: str) -> HTMLResponse:
    """The next question; at the end the result."""
    step = look_at_test(mine.context, mine.profile, word)
    about = step.result["about"] if step.result else ""
    role = about if about in mine.context.knowledge.roles else ""
    return page(request, "test_result.html" if step.turn is None else "test.html", step=step, about_role=role)


@router.post("/tests/{word}")
def answer(
    request: Request,
    mine: Mine,
    word: str,
    number: Annotated[int, Form(ge=1, le=1000)],
    answer: Annotated[str, Form(max_length=20_000)] = "",
    instead: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """An answer, `I do not know`, or skipping. What cannot be read is asked again and counts as nothing."""
    if instead not in ("", "dont-know", "skip", "end"):
        raise BadOption("That is nothing that can be done with a question.", "Use the buttons below it.")
    if instead == "end":
        stop_test(mine.context, mine.profile, word)
        return RedirectResponse(f"/tests/{word}", 303)
    text = {"dont-know": DONT_KNOW, "skip": SKIP}.get(instead, answer)
    complaint = answer_test(mine.context, mine.profile, word, number, text)
    if not complaint:
        return RedirectResponse(f"/tests/{word}", 303)
    step = look_at_test(mine.context, mine.profile, word, complaint)
    about = step.result["about"] if step.result else ""
    role = about if about in mine.context.knowledge.roles else ""
    return page(request, "test_result.html" if step.turn is None else "test.html", step=step, about_role=role)
