"""Commands that move a person's data as a whole: export, import, backup, forget."""

from typing import Annotated

import typer

from headway.cli.options import AsJson, Profile, Today


def register(app: typer.Typer) -> None:
    """Add this file's commands."""
    app.command()(export)
    app.command("import")(import_)
    app.command()(backup)
    app.command()(forget)


def export(
    target: Annotated[str, typer.Argument(help="A new folder, or a name ending in .zip; - prints the log's lines.")],
    rescue: Annotated[
        bool, typer.Option("--rescue", help="Save what can still be read of a damaged workspace.")
    ] = False,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """All of your data, as plain JSON lines and the files you gave."""
    from headway.app import moving
    from headway.app.context import open_context
    from headway.cli import show_keeping

    result = moving.export(open_context(today), profile, target, rescued=rescue)
    if result is not None:
        show_keeping.export(result, as_json=json)


def import_(
    source: Annotated[str, typer.Argument(help="An export (folder, zip or log.jsonl), a backup, or - for the lines.")],
    replace_damaged: Annotated[
        bool, typer.Option("--replace-damaged", help="Set a damaged workspace aside and begin anew with this.")
    ] = False,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Bring an export or a backup in; what is there already is not doubled."""
    from headway.app import moving
    from headway.app.context import open_context
    from headway.cli import show_keeping

    result = moving.import_(open_context(today), profile, source, replace_damaged=replace_damaged)
    show_keeping.import_(result, as_json=json)


def backup(
    target: Annotated[str, typer.Argument(metavar="FILE", help="A new file to write the copy to.")],
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """A copy of your workspace in one file, read back and compared before it counts."""
    from headway.app import moving
    from headway.app.context import open_context
    from headway.cli import show_keeping

    show_keeping.backup(moving.backup(open_context(today), profile, target), as_json=json)


def forget(
    entries: Annotated[
        list[str] | None,
        typer.Argument(metavar="ENTRY", help="Only these entries of 'headway log'; without: everything."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Erase. Without it you only see what would go.")] = False,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Erase your data for good: what goes is listed, overwritten, and cannot be brought back."""
    from headway.app import moving
    from headway.app.context import open_context
    from headway.cli import show_keeping

    result = moving.forget(open_context(today), profile, tuple(entries or ()), sure=yes)
    show_keeping.forget(result, as_json=json)
