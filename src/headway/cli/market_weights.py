"""`headway market weights`."""

import typer

from headway.cli.counting_options import Before, By, Country, Role, Seniority, Since
from headway.cli.options import AsJson, Today


def register(market: typer.Typer) -> None:
    """Add this file's commands."""
    market.command("weights")(weights)


def weights(
    role: Role = None,
    country: Country = None,
    seniority: Seniority = None,
    since: Since = None,
    before: Before = None,
    by: By = "named",
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Our weights of what a role needs, beside what postings name."""
    from headway.app.context import open_context
    from headway.app.market_scope import Wishes
    from headway.app.market_weights import market_weights
    from headway.cli import show_weights

    wishes = Wishes(role=role, country=country, seniority=seniority, since=since, before=before)
    result = market_weights(open_context(today), wishes, by)
    show_weights.weights(result, as_json=json)
    if not result["roles"]:
        raise typer.Exit(1)
