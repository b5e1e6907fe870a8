"""`headway market demand`."""

from typing import Annotated

import typer

from headway.cli.counting_options import (
    Before,
    By,
    Country,
    Limit,
    Remote,
    Role,
    Seniority,
    Since,
    Workplace,
    one_workplace,
)
from headway.cli.options import AsJson, Today


def register(market: typer.Typer) -> None:
    """Add this file's commands."""
    market.command("demand")(demand)


def demand(
    role: Role = None,
    country: Country = None,
    seniority: Seniority = None,
    workplace: Workplace = None,
    remote: Remote = False,
    since: Since = None,
    before: Before = None,
    split: Annotated[
        str | None,
        typer.Option("--split", metavar="DATE", help="Compare before this day with from it on (default: halves)."),
    ] = None,
    skill: Annotated[str | None, typer.Option("--skill", help="Only this skill, and what goes with it.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="tech, concept or human.")] = None,
    by: By = "named",
    limit: Limit = 20,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """What postings ask for: shares with intervals, what goes together, what changed."""
    from headway.app.context import open_context
    from headway.app.market_demand import Question, market_demand
    from headway.app.market_scope import Wishes
    from headway.cli import show_demand

    wishes = Wishes(
        role=role,
        country=country,
        seniority=seniority,
        workplace=one_workplace(workplace, remote),
        since=since,
        before=before,
    )
    question = Question(skill=skill, kind=kind, by=by, limit=limit, split=split)
    result = market_demand(open_context(today), wishes, question)
    show_demand.demand(result, as_json=json)
    if not result["skills"]:
        raise typer.Exit(1)
