"""Tools about progress: where the person is, and (only with --write) what they did."""

from typing import Annotated, Literal

from pydantic import Field

from headway.app import applications as applying
from headway.app import log as logs
from headway.app import status as standing
from headway.app.files import there
from headway.app.plan import plan
from headway.app.plan_json import plan_json
from headway.app.replan import ReplanQuestion
from headway.app.replan import replan as again
from headway.app.save_plan import save_plan
from headway.errors import BadOption
from headway.mcp_server.desk import Desk
from headway.mcp_server.tools.person import plan_question
from headway.mcp_server.use import CvFile, CvText, Date, File, Know, Late, Role, Seniority, Short, Texts, Use
from headway.values import Json

Hours = Annotated[float | None, Field(description="Study hours a week from now on.")]
Budget = Annotated[float | None, Field(description="Money for all of it, what is spent included.")]
Deadline = Annotated[str | None, Field(max_length=10, description="As 2027-03-31; none takes it away.")]
Off = Annotated[Texts | None, Field(description="More days off: 2026-12-20:2027-01-03.")]
Drop = Annotated[Texts | None, Field(description="Skills of the role to give up.")]
Logged = Literal["hours", "started", "finished", "dropped", "paused", "resumed", "know", "lack"]
Moved = Literal["save", "applied", "interview", "offer", "closed", "note"]


def status(desk: Desk) -> Json:
    """Where the person is against the plan that is kept: steps, hours, this week, the next step, and the forecast of
    the finish as a range."""
    return standing.status(desk.context, desk.profile)


def plans(desk: Desk, number: Annotated[int | None, Field(ge=1)] = None) -> Json:
    """The plans that were kept, what changed from one to the next and why; the steps of the last, or of one."""
    return standing.plans(desk.context, desk.profile, number)


def show_log(desk: Desk, last: Annotated[int | None, Field(ge=1, le=10_000)] = None) -> Json:
    """What is written in the log: hours, finished, dropped, statements, applications."""
    return logs.log(desk.context, desk.profile, logs.LogQuestion(last=last))


def show_applications(desk: Desk, which: Annotated[str | None, Field(max_length=40)] = None) -> Json:
    """Applications and their stage; one of them by number with what to prepare for it, requirement by requirement."""
    question = applying.ApplyQuestion(what="show" if which else None, which=which)
    return applying.apply(desk.context, desk.profile, question)


def preview_replan(
    desk: Desk,
    role: Role = None,
    seniority: Seniority = None,
    hours: Hours = None,
    off: Off = None,
    deadline: Deadline = None,
    budget: Budget = None,
    drop: Drop = None,
    anew: bool = False,
) -> Json:
    """What the plan would become from today, with the least change, and why. Nothing is kept by this."""
    question = ReplanQuestion(
        role=role, seniority=seniority, hours=hours, off=tuple(off or ()), deadline=deadline, budget=budget,
        drop=tuple(drop or ()), anew=anew, dry=True,
    )  # fmt: skip
    return again(desk.context, desk.profile, question)


def write_log(
    desk: Desk,
    what: Logged,
    values: Texts | None = None,
    hours: float | None = None,
    date: Date = None,
    until: Date = None,
    note: Short = "",
) -> Json:
    """Write down what the person says they did. hours: values = [number, step]; started, finished, dropped: [step];
    know: [skill=level]; lack: [skill]; paused: until. Only what the person told you; a statement is a claim."""
    question = logs.LogQuestion(what=what, values=tuple(values or ()), hours=hours, date=date, until=until, note=note)
    return logs.log(desk.context, desk.profile, question)


def undo(desk: Desk, entry: Annotated[str | None, Field(max_length=40)] = None) -> Json:
    """Take back the last entry of the log, or the one named; undo the undoing to bring it back."""
    return logs.undo(desk.context, desk.profile, entry)


def keep_plan(
    desk: Desk,
    role: Role = None,
    seniority: Seniority = None,
    hours: Hours = None,
    deadline: Date = None,
    budget: Budget = None,
    free_only: bool = False,
    cv_file: CvFile = None,
    cv_text: CvText = None,
    know: Know = None,
    late: Late = False,
) -> Json:
    """Make a plan and keep it in the workspace with the CV and what was said; earlier plans stay in its history.
    One that does not fit (status infeasible) is not kept; plan.days_late says how late a kept one ends.
    kept.added says whether the log grew; where it ends with this very plan already, kept.entry has its number."""
    with desk.person(cv_file, cv_text, know) as who:
        question = plan_question(
            cv=who.cv, know=who.know, profile=who.profile, role=role, seniority=seniority, hours=hours,
            deadline=deadline, budget=budget, free_only=free_only, late=late,
        )  # fmt: skip
        result = plan(desk.context, question)
        return plan_json(result, save_plan(result, desk.profile))


def keep_replan(
    desk: Desk,
    role: Role = None,
    seniority: Seniority = None,
    hours: Hours = None,
    off: Off = None,
    deadline: Deadline = None,
    budget: Budget = None,
    drop: Drop = None,
    anew: bool = False,
) -> Json:
    """Bring the kept plan up to date with the log, changing as little as possible, and keep it."""
    question = ReplanQuestion(
        role=role, seniority=seniority, hours=hours, off=tuple(off or ()), deadline=deadline, budget=budget,
        drop=tuple(drop or ()), anew=anew,
    )  # fmt: skip
    return again(desk.context, desk.profile, question)


def write_application(
    desk: Desk,
    what: Moved,
    which: Annotated[str | None, Field(max_length=200, description="Number; with save: id of a posting.")] = None,
    posting_file: File = None,
    title: Short | None = None,
    company: Short | None = None,
    date: Date = None,
    next: Annotated[str | None, Field(max_length=10, description="Day to be ready for.")] = None,
    outcome: Short = "",
    note: Short = "",
) -> Json:
    """Keep a posting as an application, or move one on: applied, interview, offer, closed, note. With save and no
    posting id, title says what it is."""
    question = applying.ApplyQuestion(
        what=what, which=_posting(desk, what, which, posting_file), title=title, company=company, date=date, next=next,
        outcome=outcome, note=note,
    )  # fmt: skip
    return applying.apply(desk.context, desk.profile, question)


def _posting(desk: Desk, what: str, which: str | None, file: str | None) -> str | None:
    """In the terminal, the word after `save` may also be the name of any file: here only one of an opened folder is."""
    if file is not None:
        if what != "save" or which is not None:
            raise BadOption("A file goes with save, without which.", "Name the file alone.")
        return str(desk.file(file))
    if what == "save" and which is not None and (which == "-" or there(which)):
        raise BadOption(
            f"'{which}' is no id of an imported posting.", "Name its id, a title, or a file with posting_file."
        )
    return which


USES = (
    Use(status, "headway status", "Against the plan"),
    Use(plans, "headway plans", "Plans and their changes"),
    Use(show_log, "headway log", "The log", untrusted=True),
    Use(show_applications, "headway apply", "Applications", untrusted=True),
    Use(preview_replan, "headway replan", "What a new plan would change"),
    Use(write_log, "headway log", "Write an entry", writes=True),
    Use(undo, "headway undo", "Take an entry back", writes=True),
    Use(keep_plan, "headway plan", "Make and keep a plan", writes=True, untrusted=True),
    Use(keep_replan, "headway replan", "Bring the plan up to date", writes=True),
    Use(write_application, "headway apply", "Keep or move an application", writes=True, untrusted=True),
)
