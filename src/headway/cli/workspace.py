"""Commands that keep a person's progress: log, undo, status, plans."""

from pathlib import Path
from typing import Annotated

import typer

from headway.cli.options import AsJson, Profile, Today


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    for command in (log, undo, status, replan, plans):
        app.command()(command)


def log(
    what: Annotated[
        str | None,
        typer.Argument(
            help="hours, started, finished, dropped, swapped, paused, resumed, know, lack, tested; else: show the log."
        ),
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="VALUE",
            help="hours: a number, then the course. started, finished, dropped: its title, id or number in the plan. "
            "swapped: a step, then what takes its place. "
            "know: python=2. lack: a skill you do not have. tested: a file that 'headway test --out' wrote.",
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


def status(
    pdf: Annotated[Path | None, typer.Option("--pdf", help="Write it as a PDF for paper, too.")] = None,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Where you are against your plan, what is next, and when you will be done as things go."""
    from headway.app.context import open_context
    from headway.app.status import reviews, write_status
    from headway.app.status import status as look
    from headway.cli import show_workspace
    from headway.errors import NothingKept

    context = open_context(today)
    try:
        result = look(context, profile)
    except NothingKept:
        # What was shown fades with or without a plan; a JSON reader gets the error alone, as every other.
        if not json:
            show_workspace.reviews(reviews(context, profile))
        raise
    if pdf is not None:
        write_status(context, profile, pdf)
    show_workspace.status(result, as_json=json)


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


def replan(
    role: Annotated[str | None, typer.Option("--role", help="Another role.")] = None,
    seniority: Annotated[str | None, typer.Option("--seniority", help="intern ... manager")] = None,
    hours: Annotated[float | None, typer.Option("--hours", help="Study hours a week from now on.")] = None,
    weekdays: Annotated[
        str | None, typer.Option("--weekdays", metavar="MON,...,SUN", help="Hours for each weekday from now on.")
    ] = None,
    off: Annotated[
        list[str] | None, typer.Option("--off", metavar="FROM:TO", help="More days off; repeatable.")
    ] = None,
    deadline: Annotated[
        str | None, typer.Option("--deadline", metavar="DATE", help="Another deadline; 'none' takes it away.")
    ] = None,
    budget: Annotated[
        float | None, typer.Option("--budget", help="Money for all of it, what is spent included.")
    ] = None,
    free_only: Annotated[bool, typer.Option("--free-only", help="Only what is free from now on.")] = False,
    any_price: Annotated[bool, typer.Option("--any-price", help="No longer only what is free.")] = False,
    drop: Annotated[
        list[str] | None, typer.Option("--drop", help="A skill of the role to give up; repeatable.")
    ] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Changes cost nothing: the shortest plan from here.")] = False,
    ics: Annotated[Path | None, typer.Option("--ics", help="Write the steps from here as a calendar file.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the new plan without keeping it.")] = False,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Bring the plan up to date with what you did, changing as little as possible; says what changed and why."""
    from headway.app.context import open_context
    from headway.app.replan import ReplanQuestion
    from headway.app.replan import replan as again
    from headway.cli import show_workspace
    from headway.errors import BadOption

    if free_only and any_price:
        raise BadOption("--free-only and --any-price say the opposite.", "Give one of the two.")
    question = ReplanQuestion(
        role=role, seniority=seniority, hours=hours, weekdays=weekdays, off=tuple(off or ()), deadline=deadline,
        budget=budget, free_only=(not any_price) if free_only or any_price else None,
        drop=tuple(drop or ()), anew=anew, dry=dry_run, ics=ics,
    )  # fmt: skip
    result = again(open_context(today), profile, question)
    show_workspace.replan(result, as_json=json)
    if result["status"] == "infeasible":
        raise typer.Exit(1)
