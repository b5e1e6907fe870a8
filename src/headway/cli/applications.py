"""`headway apply`."""

from typing import Annotated

import typer

from headway.cli.options import AsJson, Profile, Today


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    app.command()(apply)


def apply(
    what: Annotated[
        str | None,
        typer.Argument(help="save, show, note, applied, interview, offer or closed; without: list your applications."),
    ] = None,
    which: Annotated[
        str | None,
        typer.Argument(help="save: an imported posting's id, a file with its text, or -. Else: the number."),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="With save: the job's title.")] = None,
    company: Annotated[str | None, typer.Option("--company", help="With save: whose job it is.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="With save: where the posting stands.")] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="When it was (today).")] = None,
    next_day: Annotated[
        str | None, typer.Option("--next", metavar="DATE", help="The next day to be ready for, such as an interview.")
    ] = None,
    outcome: Annotated[str, typer.Option("--outcome", help="With closed: how it ended, in your words.")] = "",
    note: Annotated[str, typer.Option("--note", help="A few words of your own.")] = "",
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Keep track of applications, and see what to prepare for each."""
    from headway.app.applications import ApplyQuestion
    from headway.app.applications import apply as track
    from headway.app.context import open_context
    from headway.cli import show_applications

    question = ApplyQuestion(
        what=what,
        which=which,
        title=title,
        company=company,
        url=url,
        date=date,
        next=next_day,
        outcome=outcome,
        note=note,
    )
    show_applications.apply(track(open_context(today), profile, question), as_json=json)
