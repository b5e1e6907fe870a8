"""Tools about a person: their CV read, what is believed and why, how far roles are, the plan."""

from typing import Annotated, Any

from pydantic import Field

from headway.app import fit as fits
from headway.app import plan as planning
from headway.app import profile as profiles
from headway.app.plan_json import plan_json
from headway.app.plan_question import PlanQuestion
from headway.app.posting import posting_in_files
from headway.app.read import read_files
from headway.app.skills import skills_in_files
from headway.errors import BadOption
from headway.mcp_server.desk import Desk
from headway.mcp_server.use import (
    Country,
    CvFile,
    CvText,
    Date,
    File,
    Know,
    Late,
    Role,
    Seniority,
    Texts,
    Use,
    Word,
)
from headway.values import Json

Confidence = Annotated[float, Field(ge=0.5, le=0.99, description="How sure a level must be to count as known.")]
Text = Annotated[str | None, Field(description="The text instead of a file.")]


def _needed(path: str | None, kind: str) -> str:
    if path is None:
        raise BadOption(f"No {kind} is given.", "Give text, or file where the person opened a folder.")
    return path


def read_cv(desk: Desk, file: File = None, text: Text = None) -> Json:
    """A CV as Headway sees it: jobs, studies, certificates, skills with their quoted lines, findings (hidden text,
    orders to machine readers)."""
    with desk.document(file, text, "cv") as path:
        return read_files(desk.context, (_needed(path, "CV"),))


def find_skills(desk: Desk, file: File = None, text: Text = None, thorough: bool = False) -> Json:
    """Where a text names skills: positions, skill, confidence. thorough: slower, and finds more."""
    with desk.document(file, text, "text") as path:
        return skills_in_files(desk.context, (_needed(path, "text"),), thorough=thorough)


def read_posting(desk: Desk, file: File = None, text: Text = None) -> Json:
    """A job posting understood: role, seniority, requirements, years, degree, pay, place, each with its line."""
    with desk.document(file, text, "posting") as path:
        return posting_in_files(desk.context, (_needed(path, "posting"),))


def profile(desk: Desk, cv_file: CvFile = None, cv_text: CvText = None, know: Know = None) -> Json:
    """What the person can show: each skill with the line, test or lab behind it, claims and proof apart. A skill
    that is not in this answer has no evidence: do not credit it."""
    with desk.person(cv_file, cv_text, know) as who:
        return profiles.profile_json(profiles.profile_of(desk.context, who))


def why(desk: Desk, skill: Word, cv_file: CvFile = None, cv_text: CvText = None, know: Know = None) -> Json:
    """Why a level of a skill is believed: every piece of evidence with its share, claim or proof, quoted."""
    with desk.person(cv_file, cv_text, know) as who:
        return fits.why(desk.context, skill, who)


def fit(
    desk: Desk,
    role: Role = None,
    seniority: Seniority = None,
    cv_file: CvFile = None,
    cv_text: CvText = None,
    know: Know = None,
    confidence: Confidence = 0.6,
) -> Json:
    """How far the person covers each role (or one), with an 80 % interval and the reason for each point won or
    lost."""
    with desk.person(cv_file, cv_text, know) as who:
        return fits.fit(desk.context, who, role=role, seniority=seniority, confidence=confidence)


def plan(
    desk: Desk,
    role: Role = None,
    seniority: Seniority = None,
    hours: Annotated[float | None, Field(description="Study hours a week (10).")] = None,
    weekdays: Annotated[str | None, Field(description="Hours by weekday, Monday first: 2,2,0,2,0,4,0.")] = None,
    off: Annotated[Texts | None, Field(description="Days off: 2026-12-20:2027-01-03.")] = None,
    start: Date = None,
    deadline: Date = None,
    budget: Annotated[float | None, Field(description="Money for courses and books.")] = None,
    currency: str = "USD",
    free_only: bool = False,
    formats: Annotated[Texts | None, Field(description="Only these: video, reading, interactive, ...")] = None,
    languages: Annotated[Texts | None, Field(description="Languages to study in (en).")] = None,
    done: Annotated[Texts | None, Field(description="Resources that are finished, by id.")] = None,
    skip: Annotated[Texts | None, Field(description="Resources that are not wanted.")] = None,
    prefer: Annotated[Texts | None, Field(description="Resources that are liked.")] = None,
    drop: Annotated[Texts | None, Field(description="Skills of the role to give up.")] = None,
    country: Country = None,
    confidence: Confidence = 0.6,
    cv_file: CvFile = None,
    cv_text: CvText = None,
    know: Know = None,
    late: Late = False,
) -> Json:
    """The fastest dated plan to a role, with the proof of how good it is (bound and gap), what it leans on, pay and
    the gap. status infeasible: what would make it fit is under plan.reliefs. Nothing is kept by this."""
    with desk.person(cv_file, cv_text, know) as who:
        question = plan_question(
            cv=who.cv, know=who.know, profile=who.profile, role=role, seniority=seniority, hours=hours,
            weekdays=weekdays, off=off, start=start, deadline=deadline, budget=budget, currency=currency,
            free_only=free_only, formats=formats, languages=languages, done=done, skip=skip, prefer=prefer, drop=drop,
            country=country, confidence=confidence, late=late,
        )  # fmt: skip
        return plan_json(planning.plan(desk.context, question))


def plan_question(**given: Any) -> PlanQuestion:
    """The question for app: lists become tuples, nothing said stays unsaid."""
    many = ("off", "formats", "languages", "done", "skip", "prefer", "drop")
    asked: dict[str, Any] = {key: tuple(value or ()) if key in many else value for key, value in given.items()}
    return PlanQuestion(**asked)


USES = (
    Use(read_cv, "headway read", "A CV read", untrusted=True),
    Use(find_skills, "headway skills", "Skills in a text", untrusted=True),
    Use(read_posting, "headway posting", "A posting understood", untrusted=True),
    Use(profile, "headway profile", "What can be shown", untrusted=True),
    Use(why, "headway why", "Why a level is believed", untrusted=True),
    Use(fit, "headway fit", "How far each role is", untrusted=True),
    Use(plan, "headway plan", "The plan for a role", untrusted=True),
)
