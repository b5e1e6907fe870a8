"""`headway profile`: what can be shown of a person, each line with its evidence."""

from pathlib import Path
from typing import Annotated, Any

import typer

from headway.cli.options import AsJson, Profile, Today
from headway.cli.person import Country, Know, OptionalCv, TestResults


def register(app: typer.Typer) -> None:
    """Add this file's command."""
    app.command()(profile)


def profile(
    cv: OptionalCv = None,
    know: Know = None,
    test_result: TestResults = None,
    country: Country = None,
    docx: Annotated[Path | None, typer.Option("--docx", help="Write it as a Word file.")] = None,
    json_resume: Annotated[
        Path | None, typer.Option("--json-resume", help="Write it as JSON Resume (jsonresume.org).")
    ] = None,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """What you can show: each skill with the line, test or lab behind it; claims and proof apart."""
    from headway.app import profile as use
    from headway.app.context import open_context
    from headway.app.person import PersonQuestion
    from headway.cli.output import print_json

    use.check_profile_files(docx, json_resume)
    question = PersonQuestion(
        cv=cv, know=tuple(know or ()), test_results=tuple(test_result or ()), country=country, profile=profile
    )
    found = use.profile_of(open_context(today), question)
    use.write_profile(found, docx, json_resume)
    if json:
        print_json(use.profile_json(found))
    else:
        _show(use.profile_json(found))
        _written(docx, json_resume)
    if not found.skills:
        raise typer.Exit(1)


def _show(answer: dict[str, Any]) -> None:
    from headway.cli.output import heading, say, wrapped

    heading(answer["name"] or "Profile")
    if not answer["skills"]:
        say("Nothing can be shown: no line of a document, no test and no lab speaks for a skill.")
    for skill in answer["skills"]:
        say(f"\n{skill['label']}: {skill['words']}")
        for each in skill["evidence"]:
            said = f"“{each['text']}”" if not each["proof"] else each["text"]
            wrapped(f"{said} ({each['place']}; {each['kind']})", "    ")
    if answer["left_out"]:
        say(f"\nLeft out, because nothing can be pointed at: {len(answer['left_out'])} skills (--json names them).")


def _written(docx: Path | None, json_resume: Path | None) -> None:
    from headway.cli.output import say

    for path in (docx, json_resume):
        if path is not None:
            say(f"\nProfile written to {path}")
