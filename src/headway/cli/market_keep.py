"""`headway market reread`, `forget` and `reset`."""

from typing import Annotated, Any

import typer

from headway.cli.options import AsJson, Today


def register(market: typer.Typer) -> None:
    """Add this file's commands."""
    market.command("reread")(reread)
    market.command("forget")(forget)
    market.command("reset")(reset)


def reread(json: AsJson = False, today: Today = None) -> None:
    """Read kept postings again after an update."""
    from headway.app.context import open_context
    from headway.app.market_keep import reread as run
    from headway.app.market_run import Progress
    from headway.cli import output
    from headway.cli.progress import bar

    with bar("postings") as told:

        def progress(done: int, total: int) -> None:
            if told is not None:
                told(Progress("Reading again", done / max(total, 1), done))

        result = run(open_context(today), progress)
    output.or_json(_show_reread)(result, as_json=json)


def _show_reread(result: dict[str, Any]) -> None:
    from headway.cli import output

    same = result["kept"] - result["reread"]
    output.say(f"{result['reread']:,} postings were read again; {same:,} were up to date.")


def forget(
    board: Annotated[str | None, typer.Option("--board", metavar="NAME", help="Of this board or file.")] = None,
    company: Annotated[str | None, typer.Option("--company", metavar="NAME", help="Of this company.")] = None,
    before: Annotated[str | None, typer.Option("--before", metavar="DATE", help="Posted before this date.")] = None,
    invented: Annotated[bool, typer.Option("--invented", help="The invented ones.")] = False,
    json: AsJson = False,
    today: Today = None,
) -> int:
    """Take out the postings that fit all that is given."""
    from headway.app.context import open_context
    from headway.app.market_keep import forget as run
    from headway.cli import output

    result = run(open_context(today), board, company, before, invented)
    if json:
        output.print_json(result)
    else:
        output.say(f"{result['forgotten']:,} postings are forgotten; {result['kept']:,} are kept.")
    return 0 if result["forgotten"] else 1


def reset(
    yes: Annotated[bool, typer.Option("--yes", help="Yes, everything.")] = False,
    json: AsJson = False,
    today: Today = None,
) -> None:
    """Forget everything that was imported."""
    from headway.app.context import open_context
    from headway.app.market_keep import reset as run
    from headway.cli import output

    result = run(open_context(today), yes)
    if json:
        output.print_json(result)
    else:
        output.say("The market is empty.")
