"""Tools that ask the imported postings. Importing is the person's: it takes long and may use the network."""

from typing import Annotated

from pydantic import Field

from headway.app import market_plan as plans
from headway.app.market_demand import Question, market_demand
from headway.app.market_jobs import JobsQuestion, market_jobs
from headway.app.market_plan_json import market_plan_json
from headway.app.market_scope import Wishes
from headway.app.market_terms import Search, market_terms
from headway.app.market_trends import market_trends
from headway.app.market_value import ValueQuestion, market_value
from headway.app.market_weights import market_weights
from headway.app.market_wishes import JobsWish
from headway.mcp_server.desk import Desk
from headway.mcp_server.tools.person import plan_question
from headway.mcp_server.use import Country, CvFile, CvText, Date, Know, Role, Seniority, Texts, Use
from headway.values import Json

Limit = Annotated[int, Field(ge=1, le=200)]
Workplace = Annotated[str | None, Field(max_length=20, description="remote, hybrid or onsite.")]
By = Annotated[str, Field(description="named, required or preferred: which mentions count.")]
Grades = Annotated[Texts | None, Field(description="intern, junior, mid, senior, ...; any of these.")]
Company = Annotated[str | None, Field(max_length=200)]
Floor = Annotated[float | None, Field(ge=0, description="Least pay a year, in currency.")]
Currency = Annotated[str | None, Field(max_length=3)]


def market_demand_(
    desk: Desk,
    role: Role = None,
    country: Country = None,
    seniority: Seniority = None,
    workplace: Workplace = None,
    since: Date = None,
    before: Date = None,
    skill: Annotated[str | None, Field(max_length=200, description="Only this skill and what goes with it.")] = None,
    kind: Annotated[str | None, Field(description="tech, concept or human.")] = None,
    by: By = "named",
    limit: Limit = 20,
) -> Json:
    """Which skills imported postings ask for: shares with 95 % intervals, what goes together, what changed."""
    wishes = Wishes(role=role, country=country, seniority=seniority, workplace=workplace, since=since, before=before)
    return market_demand(desk.context, wishes, Question(skill=skill, kind=kind, by=by, limit=limit))


def market_trends_(
    desk: Desk,
    role: Role = None,
    country: Country = None,
    seniority: Seniority = None,
    since: Date = None,
    before: Date = None,
    skills: Texts | None = None,
    by: By = "named",
    limit: Limit = 15,
) -> Json:
    """What rises and falls over the months, tested and corrected for looking many times."""
    wishes = Wishes(role=role, country=country, seniority=seniority, since=since, before=before)
    return market_trends(desk.context, wishes, tuple(skills or ()), by, limit)


def market_jobs_(
    desk: Desk,
    role: Role = None,
    country: Country = None,
    seniority: Grades = None,
    remote: bool = False,
    company: Company = None,
    since: Date = None,
    pay_floor: Floor = None,
    currency: Currency = None,
    reachable: Annotated[bool, Field(description="Only those within reach today.")] = False,
    limit: Limit = 20,
    cv_file: CvFile = None,
    cv_text: CvText = None,
    know: Know = None,
) -> Json:
    """Imported postings by how well the person fits, the reason for each requirement, and near misses."""
    wish = JobsWish(
        role=role, country=country, seniority=tuple(seniority or ()), remote=remote, company=company, since=since,
        pay_floor=pay_floor, currency=currency,
    )  # fmt: skip
    with desk.person(cv_file, cv_text, know) as who:
        return market_jobs(desk.context, who, JobsQuestion(wish=wish, reachable=reachable, limit=limit))


def market_value_(
    desk: Desk,
    role: Role = None,
    country: Country = None,
    seniority: Grades = None,
    limit: Limit = 15,
    cv_file: CvFile = None,
    cv_text: CvText = None,
    know: Know = None,
) -> Json:
    """What the next hours of study are worth: which skill opens how many more imported postings an hour."""
    wish = JobsWish(role=role, country=country, seniority=tuple(seniority or ()))
    with desk.person(cv_file, cv_text, know) as who:
        return market_value(desk.context, who, ValueQuestion(wish=wish, limit=limit))


def market_weights_(desk: Desk, role: Role = None, country: Country = None, by: By = "named") -> Json:
    """Our own weights of what a role needs beside what imported postings name."""
    return market_weights(desk.context, Wishes(role=role, country=country), by)


def market_new_terms(desk: Desk, role: Role = None, country: Country = None, limit: Limit = 50) -> Json:
    """Names in imported postings that look like skills and that the skill map does not have."""
    return market_terms(desk.context, Wishes(role=role, country=country), Search(limit=limit), None)


def plan_market(
    desk: Desk,
    role: Role = None,
    seniority: Seniority = None,
    country: Country = None,
    hours: Annotated[float | None, Field(description="Study hours a week (10).")] = None,
    deadline: Date = None,
    budget: Annotated[float | None, Field(description="Money for courses and books.")] = None,
    free_only: bool = False,
    iterations: Annotated[
        int, Field(ge=0, le=2000, description="Steps of search; the same number, the same plan.")
    ] = 200,
    proof: Annotated[int, Field(ge=1, le=100, description="How hard to prove it; less is quicker.")] = 100,
    coverage: Annotated[float | None, Field(gt=0, le=1, description="Share of required skills to cover (0.8).")] = None,
    cv_file: CvFile = None,
    cv_text: CvText = None,
    know: Know = None,
) -> Json:
    """The plan that brings the most imported postings within reach, soonest, with its bound and the fixed roadmaps
    beside it. Takes some seconds to a minute."""
    with desk.person(cv_file, cv_text, know) as who:
        question = plan_question(
            cv=who.cv, know=who.know, profile=who.profile, role=role, seniority=seniority, country=country, hours=hours,
            deadline=deadline, budget=budget, free_only=free_only,
        )  # fmt: skip
        effort = plans.Effort(iterations=iterations, proof=proof, coverage=coverage)
        return market_plan_json(plans.plan_market(desk.context, question, effort))


USES = (
    Use(market_demand_, "headway market demand", "What postings ask for"),
    Use(market_trends_, "headway market trends", "What rises and falls"),
    Use(market_jobs_, "headway market jobs", "Postings by fit", untrusted=True),
    Use(market_value_, "headway market value", "What the next hours are worth"),
    Use(market_weights_, "headway market weights", "Our weights beside the market's"),
    Use(market_new_terms, "headway market new-terms", "New names in postings", untrusted=True),
    Use(plan_market, "headway plan --market", "The plan for the market"),
)
