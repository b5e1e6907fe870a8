"""`headway market import`: postings into the market of the user's folder; killed at any moment, it can be run again."""

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import msgspec

from headway.app.context import Context
from headway.app.market_dry_run import looked_at
from headway.app.market_inputs import items_of, parse_map
from headway.app.market_room import folder_of, needs_market, open_store
from headway.app.market_run import Progress, Run
from headway.app.market_web import web_of
from headway.errors import BadOption, MissingExtra
from headway.knowledge.load import version_of_knowledge
from headway.values import Json

if TYPE_CHECKING:
    from headway.market.chunk import Hands
    from headway.market.cluster import EngineCrew


PROCESSES: Final = "processes"
ENGINES: Final = (PROCESSES, "daft", "ray")
"""What understands the adverts."""


class ImportOptions(msgspec.Struct, frozen=True):
    """mapping: `field=column`. board: name of the set, instead of the file's. allow: hosts that may be asked without
    encryption or at a private address. dry_run: only show how the files would be read. engine: of ENGINES."""

    mapping: tuple[str, ...] = ()
    board: str | None = None
    allow: tuple[str, ...] = ()
    dry_run: bool = False
    engine: str = PROCESSES


_PLAIN: Final = ImportOptions()


def import_postings(
    context: Context,
    names: tuple[str, ...],
    example: bool = False,
    options: ImportOptions = _PLAIN,
    progress: Callable[[Progress], None] | None = None,
) -> Json:
    """Read, understand and keep what is named; the same again changes nothing. example: the invented postings too.

    Raises InputProblem where nothing could be read, MarketBusy, DiskFull, NotReached, MissingExtra.
    """
    needs_market()
    if options.engine not in ENGINES:
        raise BadOption(f"--engine is '{options.engine}'.", f"It is one of: {', '.join(ENGINES)}.")
    if options.engine != PROCESSES:
        _engine()
    if not names and not example:
        raise BadOption("There is nothing to import.", "Name a file, folder, board or address, or give --example.")
    mapping = parse_map(options.mapping)
    items = items_of(names, options.board, web_of(options.allow))
    if options.dry_run:
        return looked_at(context, items, mapping)
    from headway.market.intake import Intake
    from headway.market.writer import Writer

    with Writer(folder_of(context)) as writer:
        with contextlib.ExitStack() as stack:
            intake = stack.enter_context(Intake(writer, lambda: stack.enter_context(crew_of(context, options.engine))))
            run = Run(context, mapping, progress, sum(item.size for item in items))
            if example:
                run.example(intake)
            for item in items:
                run.read(item, intake)
            run.last("Putting copies together")
            intake.finish()
        writer.group()  # with the reading processes gone: their memory and this step's would add up
    run.judge()
    run.last("Counting")
    store = open_store(context)
    store.make_counts()
    return {**run.summary(), **store.ask("summary").to_pylist()[0]}


def crew_of(context: Context, engine: str = PROCESSES) -> "contextlib.AbstractContextManager[Hands]":
    """The processes that read adverts, not yet begun; or an engine for them. Raises MissingExtra."""
    from headway.market.pool import Crew
    from headway.market.reading import Readers
    from headway.postings.titles import Titles

    version = version_of_knowledge(context.cache)
    readers = Readers(context.finder, Titles(context.knowledge.roles), version)
    if engine == PROCESSES:
        return Crew(readers, context.today)
    return _engine()(readers, context.today, engine)


def _engine() -> "type[EngineCrew]":
    try:
        from headway.market.cluster import EngineCrew
    except ImportError as error:
        raise MissingExtra(
            "This engine needs packages that are not installed.", "Install them: pip install 'headway[cluster]'"
        ) from error
    return EngineCrew
