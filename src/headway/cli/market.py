"""The `headway market` group; its commands live in a file each."""

import typer

from headway.cli import (
    market_demand,
    market_import,
    market_jobs,
    market_keep,
    market_terms,
    market_trends,
    market_value,
    market_weights,
)
from headway.cli.sections import Whole

market = typer.Typer(name="market", help="Postings imported, counted and ranked.", no_args_is_help=True, cls=Whole)


def register(app: typer.Typer) -> None:
    """Add the group with its commands."""
    for part in (
        market_import,
        market_keep,
        market_demand,
        market_trends,
        market_terms,
        market_weights,
        market_jobs,
        market_value,
    ):
        part.register(market)
    app.add_typer(market)
