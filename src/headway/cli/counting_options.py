"""Options of the commands that count postings."""

from typing import Annotated

import typer

from headway.errors import BadOption

Role = Annotated[str | None, typer.Argument(help="Role id or job title; none: all postings.")]
Country = Annotated[str | None, typer.Option("--country", help="Two-letter code; only postings for this country.")]
Seniority = Annotated[str | None, typer.Option("--seniority", help="Only postings of this seniority.")]
Workplace = Annotated[str | None, typer.Option("--workplace", help="remote, hybrid or onsite.")]
Remote = Annotated[bool, typer.Option("--remote", help="The same as --workplace remote.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Only postings dated from this day on.")]
Before = Annotated[str | None, typer.Option("--before", metavar="DATE", help="Only postings dated before this day.")]
By = Annotated[str, typer.Option("--by", help="What counts: named, asked (required or preferred) or required.")]
Limit = Annotated[int, typer.Option("--limit", help="How many to list.")]


def one_workplace(workplace: str | None, remote: bool) -> str | None:
    """The workplace that is asked for. Raises BadOption where --remote and --workplace contradict each other."""
    if remote and workplace is not None and workplace.casefold() != "remote":
        raise BadOption(f"--remote and --workplace {workplace} contradict each other.", "Give one.")
    return "remote" if remote else workplace
