"""`headway market value`."""

from typing import Annotated

import typer

from headway.cli import market_options as wish
from headway.cli.options import AsJson, Today
from headway.cli.person import Confidence, Know, OptionalCv


def register(market: typer.Typer) -> None:
    """Add this file's commands."""
    market.command("value")(value)


def value(
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
    limit: Annotated[int, typer.Option("--limit", help="Rows of each list.")] = 15,
    steps: Annotated[int, typer.Option("--steps", help="How many steps the set may take.")] = 5,
    confidence: Confidence = 0.6,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """What your next hour of study is worth: postings it brings within reach, and their stated pay.

    For each skill and each resource, with everything that has to come first: postings opened, hours, postings for each
    hour, and how the median stated pay of what is within reach changes. The set takes step after step what adds most
    for each hour, and counts no posting and no hour twice.
    """
    from headway.app.context import open_context
    from headway.app.market_value import ValueQuestion, market_value
    from headway.app.market_wishes import JobsWish
    from headway.app.person import PersonQuestion
    from headway.cli import show_value

    typed = JobsWish(
        role=role, seniority=tuple(seniority or ()), country=country, remote=remote, workplaces=tuple(workplace or ()),
        visa=tuple(visa or ()), company=company, since=since, pay_floor=pay_floor, currency=currency,
        include_unpaid=include_unpaid, include_unstated=include_unstated,
    )  # fmt: skip
    question = ValueQuestion(wish=typed, limit=limit, steps=steps, confidence=confidence)
    result = market_value(open_context(today), PersonQuestion(cv=cv, know=tuple(know or ())), question)
    show_value.value(result, as_json=json)
    if not result["skills"] and not result["resources"]:
        raise typer.Exit(1)
