"""`headway test`."""

from pathlib import Path
from typing import Annotated

import typer

from headway.cli.options import AsJson, Profile, Today


def register(app: typer.Typer) -> None:
    """Add this file's command."""
    app.command("test")(sit)


def sit(
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="[SKILL|ROLE|plan|market]",
            help="What to test: a skill in depth, a role's needs, your plan, what the imported postings hang on.",
        ),
    ] = None,
    cv: Annotated[str | None, typer.Option("--cv", metavar="FILE", help="A CV, so that fewer questions do.")] = None,
    know: Annotated[
        list[str] | None, typer.Option("--know", metavar="SKILL=LEVEL", help="Say what you know, 0 to 4; repeatable.")
    ] = None,
    role: Annotated[str | None, typer.Option("--role", help="With 'plan' or 'market': the role meant.")] = None,
    seniority: Annotated[str | None, typer.Option("--seniority", help="intern ... manager")] = None,
    questions: Annotated[
        int | None,
        typer.Option("--questions", metavar="N", help="At most so many (40, and most end by 25; 20 for one skill)."),
    ] = None,
    answers: Annotated[
        str | None,
        typer.Option("--answers", metavar="FILE", help="Answers one a line, or JSON by question id; - is stdin."),
    ] = None,
    resume: Annotated[
        Path | None, typer.Option("--resume", metavar="FILE", help="Go on with a test that was paused.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the proof, for --test-result of plan, fit, why.")
    ] = None,
    no_keep: Annotated[
        bool, typer.Option("--no-keep", help="Write nothing into your workspace: neither the test nor what it shows.")
    ] = False,
    profile: Profile = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Draw the questions' values from this number.")] = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """An adaptive test: what you can do, shown by answers, with its error. Nothing leaves this machine."""
    from headway.app.assessment import Wish
    from headway.app.assessment import sit as ask
    from headway.app.context import open_context
    from headway.cli import show_test
    from headway.cli.ask_test import asker
    from headway.cli.output import note

    wish = Wish(
        about=about, cv=cv, know=tuple(know or ()), role=role, seniority=seniority, questions=questions, seed=seed,
        resume=resume, out=out, profile=profile, keep=not no_keep,
    )  # fmt: skip
    result = ask(open_context(today), wish, asker(answers), note)
    show_test.result(result, as_json=json)
    if not result["questions"]:
        raise typer.Exit(1)
