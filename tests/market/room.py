"""A market in a folder of its own, filled with the bundled invented postings."""

import datetime as dt
from functools import cache
from pathlib import Path

from headway.app.context import Context
from headway.app.market_import import import_postings

TODAY = dt.date(2026, 11, 27)


def filled(home: Path) -> Context:
    """The context of a user folder in which the invented postings are imported."""
    context = Context(TODAY, home)
    import_postings(context, (), example=True)
    return context


@cache
def _loaded(home: Path) -> Context:
    context = Context(TODAY, home)
    assert context.knowledge
    assert context.lexicon
    return context


def empty(folder: Path, shared: Path) -> Context:
    """A user folder with nothing in it but what all tests share (`own_home`): loading it takes a second each time."""
    home = folder / "home"
    home.mkdir()
    context = Context(TODAY, home)
    loaded = _loaded(shared)
    vars(context).update(knowledge=loaded.knowledge, lexicon=loaded.lexicon, cache=loaded.cache)
    return context
