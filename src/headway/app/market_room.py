"""Opens the market of the user's folder; the one place that says what to install where it is missing."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from headway.app.context import Context
from headway.errors import MissingExtra, NothingImported

if TYPE_CHECKING:
    from headway.market.store import Store

INSTALL = "pip install 'headway[market]'"
PACKAGES = ("duckdb", "pyarrow", "rensa")
NOTHING_IMPORTED = "no market imported"


class MarketReach(msgspec.Struct, frozen=True):
    """How much of the market is within reach, or None with the reason why that is not known."""

    market: dict[str, Any] | None
    note: str


def folder_of(context: Context) -> Path:
    """Where the market lives."""
    return context.home / "market"


def holds_postings(context: Context) -> bool:
    """Whether anything was ever imported; nothing of the market is loaded to tell."""
    return (folder_of(context) / "manifest.json").exists()


def needs_market() -> None:
    """Raises MissingExtra where the market's packages are not installed."""
    if not all(map(find_spec, PACKAGES)):  # a look only: the pages' process need not load them
        raise MissingExtra("The market needs packages that are not installed.", f"Install them: {INSTALL}")


def open_store(context: Context) -> "Store":
    """The store, empty where nothing was imported yet. Raises MissingExtra."""
    try:
        from headway.market.store import Store
    except ImportError as error:
        raise MissingExtra("The market needs packages that are not installed.", f"Install them: {INSTALL}") from error
    return Store(folder_of(context), context.cache)


def filled_store(context: Context) -> "Store":
    """The store with at least one posting. Raises NothingImported, MissingExtra."""
    store = open_store(context)
    if not store.manifest.segments:
        raise NothingImported(
            "No postings are imported yet.",
            "Import some: headway market import FILE (or invented ones, to try: headway market import --example)",
        )
    return store
