"""A market in a folder of its own, filled with the bundled invented postings."""

import datetime as dt
from pathlib import Path

from headway.app.context import Context
from headway.app.market_import import import_postings

TODAY = dt.date(2026, 11, 27)


def filled(home: Path) -> Context:
    """The context of a user folder in which the invented postings are imported."""
    context = Context(TODAY, home)
    import_postings(context, (), example=True)
    return context
