"""`headway market import`."""

from typing import Annotated, Any

import typer

from headway.cli.options import AsJson, Today


def register(market: typer.Typer) -> None:
    """Add this file's commands."""
    market.command("import")(import_)


def import_(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE|FOLDER|BOARD|URL",
            help="Answers of Ashby, Greenhouse or Lever, pages with a JobPosting, CSV, JSON lines, Parquet, also "
            "packed (gz, bz2, xz, zst, zip); - is standard input. Boards: ashby:NAME, greenhouse:NAME, lever:NAME, "
            "lever-eu:NAME, or a board's address.",
        ),
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help="Which column is what, if the guess is wrong. text=A+B joins columns.",
        ),
    ] = None,
    board: Annotated[
        str | None,
        typer.Option("--board", metavar="NAME", help="Name of this set, instead of the file's."),
    ] = None,
    example: Annotated[bool, typer.Option("--example", help="The bundled postings, which are invented.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show how the files would be read; keep nothing.")] = False,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="HOST", help="Fetch from it without encryption, or at a private address."),
    ] = None,
    engine: Annotated[
        str,
        typer.Option("--engine", metavar="NAME", help="What reads them: processes (here), daft, or ray (a cluster)."),
    ] = "processes",
    json: AsJson = False,
    today: Today = None,
) -> int:
    """Keep postings in the market. The same again changes nothing; a stopped import goes on when run again."""
    from headway.app.context import open_context
    from headway.app.market_import import ImportOptions, import_postings
    from headway.cli import output
    from headway.cli.progress import bar

    options = ImportOptions(tuple(map_ or ()), board, tuple(allow_host or ()), dry_run, engine)
    with bar("postings") as progress:
        result = import_postings(open_context(today), tuple(names or ()), example, options, progress)
    output.or_json(_show)(result, as_json=json)
    failed = any(each["status"] == "failed" for each in result["inputs"])
    return 1 if failed or sum(each["read"] for each in result["inputs"]) == 0 else 0


def _show(result: dict[str, Any]) -> None:
    from headway.cli import output

    for each in result["inputs"]:
        _input(each, result["dry_run"])
    output.findings_of(result["findings"])
    if result["dry_run"]:
        output.say("Nothing was kept. Without --dry-run it is.")
        return
    output.say(
        f"{result['read']:,} read: {result['new']:,} new, {result['changed']:,} changed, "
        f"{result['unchanged']:,} unchanged"
        + (f", {result['repeated']:,} repeated" if result["repeated"] else "")
        + (f", {result['set_aside']:,} set aside" if result["set_aside"] else "")
        + "."
    )
    output.say(f"The market holds {_n(result['postings'], 'posting')} of {_n(result['companies'], 'company')}.")
    if result["adverts"] > result["postings"]:
        output.say(
            f"They came as {result['adverts']:,} adverts: one job in several places or put up again counts once."
        )
    if result["invented"]:
        output.say(f"{result['invented']:,} of them are invented, made to try Headway with.")


def _n(count: int, thing: str) -> str:
    """`1 company`, `1,200 companies`."""
    many = f"{thing[:-1]}ies" if thing.endswith("y") else f"{thing}s"
    return f"{count:,} {thing if count == 1 else many}"


def _input(row: dict[str, Any], dry: bool) -> None:
    """What is worth a line of one input: its columns, what was set aside, what a dry run shows."""
    from headway.cli import output

    if row.get("mapping"):
        said = ", ".join(f"{field} = {' + '.join(columns)}" for field, columns in row["mapping"].items())
        output.wrapped(f"{row['name']}: {said}", "  ")
    elif dry and row["kind"]:
        output.say(f"  {row['name']}: {row['kind']}")
    if row["status"] == "imported" and not row["read"]:
        output.say(f"  {row['name']}: there is no posting in it.")
    if row.get("set_aside_file"):
        output.say(f"  {row['name']}: {_n(row['set_aside'], 'row')} set aside, with line and reason, in")
        output.say(f"  {row['set_aside_file']}")
    for reason in row.get("reasons", ()):
        output.wrapped(f"would be set aside: {reason}", "    ")
    for sample in row.get("samples", ()):
        places = "; ".join(sample["locations"])
        facts = " · ".join(str(each) for each in (sample["title"], sample["company"], places, sample["posted"]) if each)
        output.wrapped(facts, "    ")
        output.wrapped(sample["text"], "      ")
