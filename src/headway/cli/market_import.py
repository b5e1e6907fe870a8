"""`headway market import`."""

from typing import Annotated

import typer

from headway.cli.options import AsJson, Today


def register(market: typer.Typer) -> None:
    """Add this file's commands."""
    market.command("import")(import_)


def import_(
    names: Annotated[list[str] | None, typer.Argument(metavar="FILE", help="Postings, one JSON object a line.")] = None,
    example: Annotated[bool, typer.Option("--example", help="The bundled postings, which are invented.")] = False,
    json: AsJson = False,
    today: Today = None,
) -> None:
    """Keep postings in the market."""
    from headway.app.context import open_context
    from headway.app.market_import import import_postings
    from headway.cli import output

    result = import_postings(open_context(today), tuple(names or ()), example)
    if json:
        output.print_json(result)
        return
    output.say(f"{result['postings']} postings of {result['companies']} companies are kept.")
    if result["invented"]:
        output.say(f"{result['invented']} of them are invented, made to try Headway with.")
