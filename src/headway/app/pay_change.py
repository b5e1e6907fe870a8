"""Pay of what fits a person today and of the target, each source by itself, and the difference as a range."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from headway.app.context import Context
from headway.app.experience import years_close_to
from headway.app.pay_market import MarketOffers
from headway.app.pay_model import model_of
from headway.app.pay_sourced import sourced_pay
from headway.app.person import Person
from headway.errors import UnreadableFile, WorkerFailed
from headway.fit.model import RoleFit
from headway.knowledge.model import Role
from headway.pay.change import PayChange, PayInterval, PaySide, change
from headway.pay.model import PayModel
from headway.pay.serve import Question, estimate
from headway.pay.tables import PayFigure
from headway.values import SENIORITIES, Seniority

LOOKED_AT = 5
"""So many jobs of today are looked at for one whose pay a source knows beside the target's."""
USUAL = ("junior", "mid", "senior")
"""Grades that years alone lead to."""
FITS, HELD, WANTED = "within reach today", "the current job on the CV", "the target"


class JobToday(NamedTuple):
    """A job that a person has or could have now, and why it is taken for one."""

    role: str
    seniority: Seniority
    because: str


def pay_change(context: Context, person: Person, fits: Iterable[RoleFit], target: tuple[str, Seniority]) -> PayChange:
    """What is known of both. fits: all roles, best first. A model or market that cannot be read counts as absent here:
    `headway pay` says what is wrong with it."""
    jobs = jobs_today(person, fits)[:LOOKED_AT]
    sides = _Sides(context, person.country, [target[0], *(job.role for job in jobs)])
    then = sides.of(JobToday(*target, WANTED))
    found = [change(sides.of(job), then) for job in jobs]
    return next((each for each in found if each.low is not None), found[0] if found else change(None, then))


def jobs_today(person: Person, fits: Iterable[RoleFit]) -> list[JobToday]:
    """Roles within reach at their highest seniority, best first; then the job held; internships last."""
    within = [JobToday(fit.role, fit.reachable_now, FITS) for fit in fits if fit.reachable_now]
    jobs = [job for job in within if job.seniority != "intern"]
    return [*jobs, *_held(person), *(job for job in within if job.seniority == "intern")]


def _held(person: Person) -> list[JobToday]:
    """Current jobs of the CV whose title names a role; the seniority of the title, else of the years in such work."""
    found = []
    for job in person.reading.jobs if person.reading else ():
        role = person.context.knowledge.roles.get(job.role or "")
        if role is not None and job.current:
            found.append(JobToday(role.id, _seniority(job.seniority, role, person), HELD))
    return found


def _seniority(stated: str | None, role: Role, person: Person) -> Seniority:
    if stated in SENIORITIES:
        return next(each for each in SENIORITIES if each == stated)
    years = years_close_to(role, person) or 0.0
    met = [grade.seniority for grade in role.grades if grade.seniority in USUAL and grade.years[0] <= years]
    return met[-1] if met else "junior"


class _Sides:
    """What each source says of a job, the sources opened once."""

    def __init__(self, context: Context, country: str | None, roles: Sequence[str]) -> None:
        self.context = context
        self.country = country
        self.model = _model(context)
        self.market = _market(context, roles)

    def of(self, job: JobToday) -> PaySide:
        role, seniority, because = job
        found = [*self._modelled(job), *self._stated(job), *self._sourced(job)]
        return PaySide(
            role=role,
            label=self.context.knowledge.roles[role].label,
            seniority=seniority,
            because=because,
            intervals=tuple(found),
        )

    def _modelled(self, job: JobToday) -> list[PayInterval]:
        if self.model is None:
            return []
        found = estimate(self.model, Question(role=job[0], seniority=job[1], country=self.country))
        if found.low is None or found.high is None:
            return []
        held = (
            f"; such intervals held for {100 * found.coverage.measured:.0f} % of figures it had not seen"
            if found.coverage
            else ""
        )
        return [
            PayInterval(
                kind="model",
                source=f"the model fitted to {found.source}",
                currency=found.currency,
                country=found.country,
                low=found.low,
                high=found.high,
                n=found.similar,
                years=f"{found.years[0]} to {found.years[1]}",
                says=f"80 % interval{held}",
            )
        ]

    def _stated(self, job: JobToday) -> list[PayInterval]:
        market, _ = self.market.pay(job.role, job.seniority, self.country, None) if self.market else (None, "")
        return [
            PayInterval(
                kind="market",
                source="imported postings" if not group.invented else "the invented example postings",
                currency=group.currency,
                country=group.country,
                low=group.lows.p10,
                high=group.highs.p90,
                n=group.n,
                years=f"{group.first} to {group.last}" if group.first else "",
                says="from the lower ends' 10 % quantile to the upper ends' 90 % quantile",
            )
            for group in (market.groups if market else ())
            if group.seniority == job[1] and group.lows.p10 is not None and group.highs.p90 is not None
        ]

    def _sourced(self, job: JobToday) -> list[PayInterval]:
        answer = sourced_pay(self.context.knowledge, job[0], job[1], self.country)
        own = [figure for figure in answer.figures if figure.scope != "elsewhere"]
        titles = self.context.knowledge.sources
        return [
            _interval(figure, titles[figure.row.source].title)
            for figure in own
            if figure.high is not None and _is_of_a_grade(figure)
        ]


def _is_of_a_grade(figure: PayFigure) -> bool:
    """Figures over all seniorities say nothing of what a step from one to another is worth."""
    return len(figure.row.seniority) < len(SENIORITIES)


def _interval(figure: PayFigure, title: str) -> PayInterval:
    row = figure.row
    says = "range as printed" if row.n is None else "10 % to 90 % quantile of advertised middles"
    assert figure.high is not None
    return PayInterval(
        kind="table",
        source=title,
        currency=row.currency,
        country=row.country,
        low=figure.low,
        high=figure.high,
        n=row.n,
        years=str(row.year),
        says=says,
    )


def _market(context: Context, roles: Sequence[str]) -> MarketOffers | None:
    try:
        return MarketOffers(context, roles)
    except (UnreadableFile, WorkerFailed):
        return None


def _model(context: Context) -> PayModel | None:
    try:
        return model_of(context)
    except UnreadableFile:
        return None
