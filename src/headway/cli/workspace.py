"""Commands that keep a person's progress: log, undo, status, plans."""

from typing import Annotated

import typer

from headway.cli.options import AsJson, Profile, Today


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    for command in (log, undo, status, plans):
        app.command()(command)


def log(
    what: Annotated[
        str | None,
        typer.Argument(help="hours, started, finished, dropped, paused, resumed, know or lack; without: show the log."),
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="VALUE",
            help="hours: a number, then the course. started, finished, dropped: its title, id or number in the plan. "
            "know: python=2. lack: a skill you do not have.",
        ),
    ] = None,
    hours: Annotated[float | None, typer.Option("--hours", help="With finished: the hours it took in all.")] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="When it was (today).")] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="With paused: the last day of it.")
    ] = None,
    note: Annotated[str, typer.Option("--note", help="A few words of your own.")] = "",
    last: Annotated[int | None, typer.Option("--last", min=1, help="Show only so many entries.")] = None,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Write down what you did, or show what is written."""
    from headway.app.context import open_context
    from headway.app.log import LogQuestion
    from headway.app.log import log as write
    from headway.cli import show_workspace

    question = LogQuestion(
        what=what, values=tuple(values or ()), hours=hours, date=date, until=until, note=note, last=last
    )
    show_workspace.log(write(open_context(today), profile, question), as_json=json)


def undo(
    entry: Annotated[
        str | None, typer.Argument(help="Number of an entry in 'headway log'; without: the last one.")
    ] = None,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Take back the last entry of the log, or the one named; undo its undoing to bring it back."""
    from headway.app.context import open_context
    from headway.app.log import undo as take_back
    from headway.cli import show_workspace

    show_workspace.undo(take_back(open_context(today), profile, entry), as_json=json)


def status(profile: Profile = None, today: Today = None, json: AsJson = False) -> None:
    """Where you are against your plan, what is next, and when you will be done as things go."""
    from headway.app.context import open_context
    from headway.app.status import status as look
    from headway.cli import show_workspace

    show_workspace.status(look(open_context(today), profile), as_json=json)


def plans(
    number: Annotated[int | None, typer.Argument(help="Only this plan, with its steps.")] = None,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """The plans you kept: what changed from one to the next, and why."""
    from headway.app.context import open_context
    from headway.app.status import plans as look
    from headway.cli import show_workspace

    show_workspace.plans(look(open_context(today), profile, number), as_json=json)
