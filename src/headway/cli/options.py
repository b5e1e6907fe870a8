"""Options that several commands share."""

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Today = Annotated[str | None, typer.Option("--today", metavar="DATE", help="Use this date as today (2027-03-31).")]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile", envvar="HEADWAY_PROFILE", metavar="NAME", help="Whose workspace, when several share one."
    ),
]
