"""Commands for a coach and the people of a class: share, class."""

from pathlib import Path
from typing import Annotated

import typer

from headway.cli.options import AsJson, Profile, Today


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    app.command()(share)
    app.command("class")(class_)


def share(
    cv: Annotated[str | None, typer.Argument(help="A CV ('-': standard input); without: your workspace.")] = None,
    know: Annotated[
        list[str] | None, typer.Option("--know", metavar="SKILL=LEVEL", help="A skill instead of a CV; repeatable.")
    ] = None,
    role: Annotated[str | None, typer.Option("--role", help="The role you aim at (that of your plan).")] = None,
    seniority: Annotated[str | None, typer.Option("--seniority", help="intern ... manager")] = None,
    name: Annotated[
        str | None, typer.Option("--as", metavar="NAME", help="Give this name; else none is given.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write the file; else it is only shown.")] = None,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Show, and with --out write, the small file that you may hand to a coach: levels and plan figures, no CV."""
    from headway.app.context import open_context
    from headway.app.share import ShareQuestion
    from headway.app.share import share as make
    from headway.cli import show_class

    question = ShareQuestion(
        cv=cv, know=tuple(know or ()), role=role, seniority=seniority, name=name, out=out, profile=profile
    )
    show_class.share(make(open_context(today), question), as_json=json)


def class_(
    files: Annotated[
        list[str], typer.Argument(metavar="FILES", help="Files that 'headway share' wrote, folders of them, CVs.")
    ],
    role: Annotated[str | None, typer.Option("--role", help="Only who aims at this role (the commonest).")] = None,
    seniority: Annotated[str | None, typer.Option("--seniority", help="What the role is measured at.")] = None,
    cvs: Annotated[bool, typer.Option("--cvs", help="Read the CVs that lie in folders, too.")] = False,
    hours: Annotated[float, typer.Option("--hours", help="Hours a week of the shared plan.")] = 10.0,
    part: Annotated[
        float, typer.Option("--part", help="The shared plan teaches what this part of the class lacks.")
    ] = 0.5,
    start: Annotated[str | None, typer.Option("--start", metavar="DATE", help="When it begins (today).")] = None,
    deadline: Annotated[str | None, typer.Option("--deadline", metavar="DATE", help="When it has to end.")] = None,
    free_only: Annotated[bool, typer.Option("--free-only", help="Only what is free.")] = False,
    html: Annotated[Path | None, typer.Option("--html", help="Write it as a page, too.")] = None,
    today: Today = None,
    json: AsJson = False,
) -> int:
    """What a class has, lacks and could learn together, from the files its people hand over; no server."""
    from headway.app.classroom import ClassQuestion, classroom
    from headway.app.context import open_context
    from headway.cli import show_class

    question = ClassQuestion(
        names=tuple(files), role=role, seniority=seniority, cvs=cvs, hours=hours, part=part, start=start,
        deadline=deadline, free_only=free_only, html=html,
    )  # fmt: skip
    result = classroom(open_context(today), question)
    show_class.classroom(result, as_json=json)
    return 0 if result["needs"] and result["plan"]["status"] != "infeasible" else 1
