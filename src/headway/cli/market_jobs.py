"""`headway market jobs`."""

from typing import Annotated

import typer

from headway.cli import market_options as wish
from headway.cli.options import AsJson, Today
from headway.cli.person import Confidence, Know, OptionalCv


def register(market: typer.Typer) -> None:
    """Add this file's commands."""
    market.command("jobs")(jobs)


def jobs(
    cv: OptionalCv = None,
    know: Know = None,
    role: wish.Role = None,
    seniority: wish.Seniority = None,
    country: wish.Country = None,
    remote: wish.Remote = False,
    workplace: wish.Workplace = None,
    visa: wish.Visa = None,
    company: wish.Company = None,
    since: wish.Since = None,
    pay_floor: wish.PayFloor = None,
    currency: wish.Currency = None,
    include_unpaid: wish.Unpaid = False,
    include_unstated: wish.Unstated = False,
    reachable: Annotated[bool, typer.Option("--reachable", help="Only those within reach today.")] = False,
    limit: Annotated[int, typer.Option("--limit", help="How many to show (the best first).")] = 20,
    confidence: Confidence = 0.6,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Imported postings ranked by how well you fit, with the reason for each requirement.

    Score = skills x years x degree. Skills: the mean share of what is asked (a preferred requirement counts a quarter,
    and one more is assumed, half met, because a posting that names little says little). Each missing year takes a tenth
    (at most seven), one degree step short of a master or doctorate a tenth, any other missing degree three tenths.
    Human skills are shown, not scored: a CV cannot show them either way. Pay, place and date filter; they never score.
    Within reach: four fifths of the required groups are known, and years and degree are met or nearly. A stated proxy,
    not a promise of an offer.
    """
    from headway.app.context import open_context
    from headway.app.market_jobs import JobsQuestion, market_jobs
    from headway.app.market_wishes import JobsWish
    from headway.app.person import PersonQuestion
    from headway.cli import show_jobs

    typed = JobsWish(
        role=role, seniority=tuple(seniority or ()), country=country, remote=remote, workplaces=tuple(workplace or ()),
        visa=tuple(visa or ()), company=company, since=since, pay_floor=pay_floor, currency=currency,
        include_unpaid=include_unpaid, include_unstated=include_unstated,
    )  # fmt: skip
    question = JobsQuestion(wish=typed, reachable=reachable, limit=limit, confidence=confidence)
    result = market_jobs(open_context(today), PersonQuestion(cv=cv, know=tuple(know or ())), question)
    show_jobs.jobs(result, as_json=json)
    if not result["jobs"]:
        raise typer.Exit(1)
