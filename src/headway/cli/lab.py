"""`headway lab` and `headway verify`."""

from pathlib import Path
from typing import Annotated

import typer

from headway.cli.options import AsJson, Profile, Today
from headway.cli.sections import Whole

lab = typer.Typer(
    name="lab", help="Graded exercises: your own code, on data it has not seen.", no_args_is_help=True, cls=Whole
)

Which = Annotated[str, typer.Argument(metavar="LAB", help="A lab's id, number or title: headway lab list.")]
Into = Annotated[Path | None, typer.Option("--to", metavar="FOLDER", help="The folder to work in (the lab's id).")]


def register(app: typer.Typer) -> None:
    """Add the group and the command."""
    lab.command("list")(list_)
    lab.command()(show)
    lab.command()(start)
    lab.command()(check)
    lab.command()(hint)
    lab.command()(solution)
    lab.command()(reset)
    app.add_typer(lab)
    app.command()(verify)


def list_(profile: Profile = None, today: Today = None, json: AsJson = False) -> None:
    """The labs in the order in which they are to be done, what each proves, and where you stand."""
    from headway.app.context import open_context
    from headway.app.labs import lab_list
    from headway.cli import show_lab

    show_lab.listing(lab_list(open_context(today), profile), as_json=json)


def show(which: Which, profile: Profile = None, today: Today = None, json: AsJson = False) -> None:
    """What a lab asks for, and your last result."""
    from headway.app.context import open_context
    from headway.app.labs import lab_show
    from headway.cli import show_lab

    show_lab.one(lab_show(open_context(today), profile, which), as_json=json)


def start(which: Which, to: Into = None, today: Today = None, json: AsJson = False) -> None:
    """Put the brief and a file to begin with into a folder."""
    from headway.app.context import open_context
    from headway.app.labs import lab_start
    from headway.cli import show_lab

    show_lab.started(lab_start(open_context(today), which, to), as_json=json)


def check(
    which: Which,
    file: Annotated[Path | None, typer.Argument(help="Your file, or its folder (the lab's id).")] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", help="Practise on the worlds of this number; a pass then proves nothing.")
    ] = None,
    worlds: Annotated[
        int | None, typer.Option("--worlds", metavar="N", help="Practise on so many worlds; likewise.")
    ] = None,
    record: Annotated[
        Path | None,
        typer.Option("--record", metavar="FILE", help="Where to write the signed record (LAB-record.json)."),
    ] = None,
    no_keep: Annotated[bool, typer.Option("--no-keep", help="Write nothing: neither the result nor a record.")] = False,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Grade your code on fresh data, apart from everything else on this machine. A pass is proof."""
    from headway.app.context import open_context
    from headway.app.lab_check import CheckQuestion, lab_check
    from headway.cli import show_lab

    question = CheckQuestion(
        lab=which, file=file, seed=seed, worlds=worlds, record=record, profile=profile, keep=not no_keep
    )
    result = lab_check(open_context(today), question)
    show_lab.checked(result, as_json=json)
    if result["outcome"] != "pass":
        raise typer.Exit(1)


def hint(which: Which, profile: Profile = None, today: Today = None, json: AsJson = False) -> None:
    """The next hint."""
    from headway.app.context import open_context
    from headway.app.labs import lab_hint
    from headway.cli import show_lab

    show_lab.hint(lab_hint(open_context(today), profile, which), as_json=json)


def solution(
    which: Which,
    yes: Annotated[bool, typer.Option("--yes", help="Show it before you have passed.")] = False,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """A model solution, and what the lab is made for."""
    from headway.app.context import open_context
    from headway.app.labs import lab_solution
    from headway.cli import show_lab

    show_lab.solution(lab_solution(open_context(today), profile, which, sure=yes), as_json=json)


def reset(which: Which, to: Into = None, profile: Profile = None, today: Today = None, json: AsJson = False) -> None:
    """Begin anew; your file is kept beside the new one."""
    from headway.app.context import open_context
    from headway.app.labs import lab_reset
    from headway.cli import show_lab

    show_lab.started(lab_reset(open_context(today), profile, which, to), as_json=json)


def verify(
    record: Annotated[Path, typer.Argument(metavar="RECORD", help="The record of a passed lab.")],
    submission: Annotated[
        Path | None, typer.Option("--submission", metavar="FILE", help="Also grade this file on the record's worlds.")
    ] = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Whether a record is unchanged since it was signed. It is self-issued: a signature shows no more."""
    from headway.app.context import open_context
    from headway.app.lab_check import verify as ask
    from headway.cli import show_lab

    result = ask(open_context(today), record, submission)
    show_lab.verified(result, as_json=json)
    again = result["graded_again"]
    if not result["unchanged"] or (again is not None and again["outcome"] != "pass"):
        raise typer.Exit(1)
