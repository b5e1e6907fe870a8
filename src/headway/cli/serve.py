"""`headway serve`: the pages in the browser."""

from typing import Annotated

import typer

from headway.cli.options import AsJson, Profile, Today


def register(app: typer.Typer) -> None:
    """Add this file's command."""
    app.command()(serve)


def serve(
    port: Annotated[
        int | None, typer.Option("--port", min=1, max=65535, help="Port to use (8731, or a free one).")
    ] = None,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open the browser.")] = False,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Headway in your browser, for this machine only; Ctrl-C stops it."""
    from headway.app.context import open_context
    from headway.app.workspace_room import profile_name
    from headway.cli.output import note, print_jsonl, say
    from headway.web import server

    profile_name(profile)
    context = open_context(today)
    served = server.take_port(port)
    app = server.app_for(served, context, profile=profile, fixed=today is not None)
    if json:
        print_jsonl({"schema": "headway.serve/1", "address": served.address, "port": served.port})
    else:
        say(f"Headway is at {served.address}")
        note("The address holds this start's key: give it to nobody. Ctrl-C stops.")

    def ready() -> None:
        if not no_open:
            import webbrowser

            webbrowser.open(served.address)

    server.serve(served, app, ready)
