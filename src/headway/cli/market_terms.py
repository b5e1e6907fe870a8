"""`headway market new-terms`."""

from pathlib import Path
from typing import Annotated

import typer

from headway.cli.counting_options import Before, Country, Limit, Role, Seniority, Since
from headway.cli.options import AsJson, Today


def register(market: typer.Typer) -> None:
    """Add this file's commands."""
    market.command("new-terms")(new_terms)


def new_terms(
    role: Role = None,
    country: Country = None,
    seniority: Seniority = None,
    since: Since = None,
    before: Before = None,
    companies: Annotated[
        int, typer.Option("--min-companies", help="Fewest companies that name a term beside a known skill.")
    ] = 1,
    most: Annotated[int, typer.Option("--most", help="Read at most so many postings.")] = 20_000,
    limit: Limit = 50,
    accept: Annotated[str | None, typer.Option("--accept", help="Write a draft skill file of this term.")] = None,
    area: Annotated[str | None, typer.Option("--area", help="Area of the skill map for the draft.")] = None,
    kind: Annotated[str, typer.Option("--kind", help="tech, concept or human, for the draft.")] = "tech",
    to: Annotated[
        Path | None, typer.Option("--to", help="Folder for drafts (default: drafts in your Headway folder).")
    ] = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Skill-like names in postings that the skill map does not have."""
    from headway.app.context import open_context
    from headway.app.market_scope import Wishes
    from headway.app.market_terms import Acceptance, Search, market_terms
    from headway.cli import output, show_terms

    wishes = Wishes(role=role, country=country, seniority=seniority, since=since, before=before)
    accepted = Acceptance(term=accept, area=area, kind=kind, folder=to) if accept is not None else None
    search = Search(companies=companies, limit=limit, most=most)
    result = market_terms(open_context(today), wishes, search, accepted, output.note)
    show_terms.terms(result, as_json=json)
    if not result["terms"] and result["accepted"] is None:
        raise typer.Exit(1)
