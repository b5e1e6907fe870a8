"""`headway market trends`."""

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
    market.command("trends")(trends)


def trends(
    role: Role = None,
    country: Country = None,
    seniority: Seniority = None,
    workplace: Workplace = None,
    remote: Remote = False,
    since: Since = None,
    before: Before = None,
    skill: Annotated[list[str] | None, typer.Option("--skill", help="Show this skill's months; repeatable.")] = None,
    by: By = "named",
    limit: Limit = 15,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """What rises and falls over the months (the last 24, or from --since), tested and corrected."""
    from headway.app.context import open_context
    from headway.app.market_scope import Wishes
    from headway.app.market_trends import market_trends
    from headway.cli import show_trends

    wishes = Wishes(
        role=role,
        country=country,
        seniority=seniority,
        workplace=one_workplace(workplace, remote),
        since=since,
        before=before,
    )
    result = market_trends(open_context(today), wishes, tuple(skill or ()), by, limit)
    show_trends.trends(result, as_json=json)
    if not result["enough"]:
        raise typer.Exit(1)
