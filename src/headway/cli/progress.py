"""A bar with rate and time left, on standard error, and only where a person watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.app.market_run import Progress


@contextmanager
def bar(what: str) -> Iterator[Callable[["Progress"], None] | None]:
    """Takes progress while the work goes on; None where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    from headway.cli.output import safe

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rows]}", markup=False),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None, rows="")

        def progress(now: "Progress") -> None:
            elapsed = shown.tasks[0].elapsed or 0
            rate = f" ({now.rows / elapsed:,.0f} a second)" if elapsed > 1 else ""
            total = None if now.share is None else 1.0
            shown.update(
                task,
                description=safe(now.name)[:30],
                total=total,
                completed=now.share or 0.0,
                rows=f"{now.rows:,} {what}{rate}",
            )

        yield progress
