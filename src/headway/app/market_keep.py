"""What is kept in the market: read again after the knowledge base changed, and taken out again."""

import contextlib
import datetime as dt
from collections.abc import Callable
from typing import Any

from headway.app.context import Context, parse_date
from headway.app.market_import import crew_of
from headway.app.market_listing import forget_kept
from headway.app.market_room import filled_store, folder_of
from headway.errors import BadOption
from headway.knowledge.load import version_of_knowledge
from headway.values import Json

Told = Callable[[int, int], None]
"""Rows done, rows in all."""


def reread(context: Context, progress: Told | None = None) -> Json:
    """Understand every kept posting with the knowledge base of today; those that it has read already stay as they are.

    Stopped at any moment, it goes on when run again. Raises NothingImported, MarketBusy, DiskFull, MissingExtra.
    """
    filled_store(context)
    from headway.market.again import read_again
    from headway.market.writer import Writer

    version = version_of_knowledge(context.cache)
    seen = 0

    def again(table: Any) -> Any:
        nonlocal seen
        seen += len(table)
        if progress is not None:
            progress(seen, total)
        if not crew:
            crew.append(stack.enter_context(crew_of(context)))
        return read_again(table, version, crew[0])

    crew: list[Any] = []
    with Writer(folder_of(context)) as writer, contextlib.ExitStack() as stack:
        total = writer.rows
        changed = writer.rewrite(again)
    return {"schema": "headway.market-reread/1", "kept": total, "reread": changed, "reader": version}


def forget(context: Context, board: str | None, company: str | None, before: str | None, invented: bool) -> Json:
    """Take postings out: of a board, of a company, posted before a date, the invented ones; those that fit all given.

    Raises BadOption where nothing is given, NothingImported, MarketBusy, DiskFull, MissingExtra.
    """
    if not (board or company or before or invented):
        raise BadOption(
            "Say what to forget.",
            "--board NAME, --company NAME, --before DATE or --invented; all with market reset.",
        )
    day = parse_date(before, "--before") if before else None
    filled_store(context)
    from headway.market.writer import Writer

    with Writer(folder_of(context)) as writer:
        total = writer.rows
        gone = writer.drop(lambda row: _fits(row, board, company, day, invented))
    forget_kept(context)
    return {"schema": "headway.market-forget/1", "forgotten": gone, "kept": total - gone}


def _fits(row: Json, board: str | None, company: str | None, before: dt.date | None, invented: bool) -> bool:
    """A posting without a date is not older than any."""
    names = [row["board"], row["board"].split("/")[0]]
    return (
        (board is None or board.casefold() in (name.casefold() for name in names))
        and (company is None or company.casefold() == (row["company"] or "").casefold())
        and (before is None or (row["posted"] is not None and row["posted"] < before))
        and (not invented or bool(row["invented"]))
    )


def reset(context: Context, sure: bool) -> Json:
    """Take everything out that was imported. Raises BadOption unless `sure`, MarketBusy, MissingExtra."""
    if not sure:
        raise BadOption("This forgets every imported posting.", "Say so: headway market reset --yes.")
    from headway.market.writer import empty

    files = empty(folder_of(context))
    forget_kept(context)
    return {"schema": "headway.market-reset/1", "files": files}
