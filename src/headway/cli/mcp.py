"""`headway mcp`: the use cases as tools for an assistant."""

from pathlib import Path
from typing import Annotated, Any

import typer

from headway.cli.options import AsJson, Profile, Today


def register(app: typer.Typer) -> None:
    """Add this file's command."""
    app.command()(mcp)


def mcp(
    write: Annotated[
        bool, typer.Option("--write", help="Offer the tools that write too (log, undo, plans, applications).")
    ] = False,
    files: Annotated[
        list[Path] | None,
        typer.Option("--files", metavar="FOLDER", help="A folder whose files may be read; repeatable. Else none."),
    ] = None,
    offered: Annotated[bool, typer.Option("--list", help="Show what is offered, and stop.")] = False,
    profile: Profile = None,
    today: Today = None,
    json: AsJson = False,
) -> None:
    """Headway as tools for an assistant (Model Context Protocol), over standard input and output; read-only.

    Claude Desktop and others start it by themselves: name this command in their settings. --json goes with --list.
    """
    from headway.app.context import open_context
    from headway.app.workspace_room import profile_name
    from headway.errors import BadOption, MissingExtra

    if json and not offered:
        raise BadOption("--json is for --list: what the server prints is the protocol's own.", "Add --list.")
    profile_name(profile)
    context = open_context(today)
    try:
        from headway.mcp_server import server
        from headway.mcp_server.desk import Desk
    except ModuleNotFoundError:
        raise MissingExtra("This needs the protocol's SDK.", "Install it: pip install 'headway[mcp]'") from None
    desk = Desk(context, profile=profile, folders=tuple(files or ()), fixed=today is not None)
    if offered:
        _show(server.USES, write, as_json=json)
    else:
        server.serve(desk, writing=write)


def _show(uses: Any, write: bool, *, as_json: bool) -> None:
    from headway.cli.output import print_json, table

    rows = [
        {"name": u.name, "title": u.title, "writes": u.writes, "command": u.command}
        for u in uses
        if write or not u.writes
    ]
    if as_json:
        print_json({"schema": "headway.mcp/1", "tools": rows})
    else:
        table(("tool", "what", "as in"), [(r["name"], r["title"], r["command"]) for r in rows])
