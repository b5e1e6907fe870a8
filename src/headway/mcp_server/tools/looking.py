"""Tools that look into the knowledge base: roles, skills, what teaches them, pay, sources."""

from typing import Annotated

import msgspec
from pydantic import Field

from headway.app import career_path, checking, look
from headway.app import facts as every
from headway.app import labs as labs_room
from headway.app import pay as pay_room
from headway.mcp_server.desk import Desk
from headway.mcp_server.use import Country, Texts, Use, Word
from headway.values import Json

Hours = Annotated[float, Field(gt=0, le=100, description="Study hours a week.")]


def roles(desk: Desk) -> Json:
    """All roles, one line each, with the seniorities that they have."""
    return look.roles(desk.context)


def role(desk: Desk, role: Word) -> Json:
    """One role: duties, needed skills with level and weight by seniority, neighbours, claims of guides, pay rows."""
    return look.role(desk.context, role)


def skill(desk: Desk, skill: Word) -> Json:
    """One skill by id or any name: what it is, what it needs first, which roles ask for it, what teaches it."""
    return look.skill(desk.context, skill)


def resources(desk: Desk, skill: str | None = None, kind: str | None = None, free_only: bool = False) -> Json:
    """Courses, books, projects and labs, with hours, price and address where these are known. Give a skill: the
    whole list is long. kind: course, book, documentation, tutorial, lab, project, ..."""
    return look.resources(desk.context, skill=skill, kind=kind, free=free_only)


def glossary(desk: Desk, word: str | None = None) -> Json:
    """Words of the field explained and common questions answered; with a word: the entries that hold it."""
    return look.glossary(desk.context, word)


def sources(desk: Desk) -> Json:
    """Where every fact comes from, and what guides claim, with the claims that contradict each other."""
    return look.sources(desk.context)


def facts(
    desk: Desk,
    words: str = "",
    kind: str | None = None,
    source: str | None = None,
    about: str | None = None,
    unchecked: bool = False,
    conflicts: bool = False,
    older: float | None = None,
    page: int = 1,
) -> Json:
    """Everything the knowledge base says, fifty a page, each with its source, its age and what speaks against it."""
    question = every.FactQuestion(
        words=words, kind=kind, source=source, about=about, unchecked=unchecked, conflicts=conflicts, older=older,
        page=page,
    )  # fmt: skip
    return every.facts(desk.context, question)


def compare_ways(desk: Desk, ways: Texts | None = None) -> Json:
    """Ways into the field side by side: degree, bootcamp, self-taught; each statement with its source."""
    return look.compare(desk.context, tuple(ways or ()))


def career_path_(
    desk: Desk, start: Word, goal: Word, hours: Hours = 10.0, seniority: str = "mid", country: Country = None
) -> Json:
    """The way from one role to another over its neighbours, with study time and pay on each leg."""
    question = career_path.PathQuestion(start, goal, hours, seniority, country)
    return career_path.find_path(desk.context, question)


def audit_guide(desk: Desk, guide: Annotated[str, Field(pattern="^s[0-9]$", description="s0 to s3.")]) -> Json:
    """A published roadmap held against its own arithmetic: hours, months, order, what it teaches nowhere."""
    return {"schema": "headway.audit/1", **msgspec.to_builtins(checking.audit_roadmap(desk.context, guide))}


def pay(
    desk: Desk,
    role: Word,
    seniority: str = "mid",
    country: Country = None,
    remote: Annotated[str | None, Field(description="remote, hybrid or onsite.")] = None,
    size: Annotated[str | None, Field(description="Company size: S, M or L.")] = None,
    company: Annotated[
        str | None, Field(description="Employer; city and industry likewise narrow a fitted model.")
    ] = None,
    city: str | None = None,
    industry: str | None = None,
    skills: bool = False,
    rates: Annotated[Texts | None, Field(description="To convert: EUR=1.08@2026-11-01.")] = None,
) -> Json:
    """Pay of a role: sourced figures with their conflicts, what imported postings state, and an interval by a model
    where one was fitted. Never pooled; pay from elsewhere is marked as such. skills: what skills go with, too."""
    question = pay_room.PayQuestion(
        role=role,
        seniority=seniority,
        country=country,
        remote=remote,
        size=size,
        company=company,
        city=city,
        industry=industry,
        skills=skills,
        rates=tuple(rates or ()),
    )
    return pay_room.pay(desk.context, question)


def labs(desk: Desk) -> Json:
    """The labs (graded exercises whose pass is proof), what each proves, and how far the person is."""
    return labs_room.lab_list(desk.context, desk.profile)


def lab(desk: Desk, lab: Word) -> Json:
    """One lab: its brief, what it proves and what it leaves out. The person does it alone, in the terminal
    (headway lab start): help to understand the task, never write the solution."""
    return labs_room.lab_show(desk.context, desk.profile, lab)


USES = (
    Use(roles, "headway roles", "All roles"),
    Use(role, "headway role", "One role"),
    Use(skill, "headway skill", "One skill"),
    Use(resources, "headway resources", "What teaches a skill"),
    Use(glossary, "headway glossary", "Words explained"),
    Use(sources, "headway sources", "Sources and claims"),
    Use(facts, "headway facts", "Every fact with its source"),
    Use(compare_ways, "headway compare", "Ways into the field"),
    Use(career_path_, "headway path", "From role to role"),
    Use(audit_guide, "headway audit", "A guide held against itself"),
    Use(pay, "headway pay role", "Pay of a role"),
    Use(labs, "headway lab list", "Labs"),
    Use(lab, "headway lab show", "One lab"),
)
