"""`headway market demand`."""

from typing import Annotated

import typer

from headway.cli.options import AsJson

Country = Annotated[str | None, typer.Option("--country", help="Two-letter code; only postings for this country.")]
Seniority = Annotated[str | None, typer.Option("--seniority", help="Only postings of this seniority.")]
Workplace = Annotated[str | None, typer.Option("--workplace", help="remote, hybrid or onsite.")]
Remote = Annotated[bool, typer.Option("--remote", help="The same as --workplace remote.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Only postings dated from this day on.")]
Before = Annotated[str | None, typer.Option("--before", metavar="DATE", help="Only postings dated before this day.")]


def register(market: typer.Typer) -> None:
    """Add this file's commands."""
    market.command("demand")(demand)


def demand(
    role: Annotated[str | None, typer.Argument(help="Role id or job title; none: all postings.")] = None,
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
    by: Annotated[str, typer.Option("--by", help="Order: named, asked (required or preferred) or required.")] = "named",
    limit: Annotated[int, typer.Option("--limit", help="How many skills to list.")] = 20,
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
        workplace="remote" if remote else workplace,
        since=since,
        before=before,
    )
    question = Question(skill=skill, kind=kind, by=by, limit=limit, split=split)
    result = market_demand(open_context(), wishes, question)
    show_demand.demand(result, as_json=json)
    if not result["skills"]:
        raise typer.Exit(1)
