"""The bundled postings: invented, and marked as invented wherever they show."""

import datetime as dt
from collections.abc import Iterator

from headway.app.context import Context
from headway.knowledge.examples import Copy, ExamplePosting
from headway.knowledge.load import load_examples
from headway.market.model import Advert

BOARD = "example"


def example_adverts(context: Context) -> tuple[Advert, ...]:
    """Every invented posting with its copies, in the order of their ids."""
    return tuple(advert for posting in load_examples(context.cache).postings for advert in _adverts(posting))


def _adverts(posting: ExamplePosting) -> Iterator[Advert]:
    first = Copy(location=posting.location, posted=posting.posted, country=posting.country)
    for number, said in enumerate((first, *posting.copies), 1):
        yield Advert(
            source="invented",
            board=BOARD,
            source_id=posting.id if number == 1 else f"{posting.id}-{number}",
            title=posting.title,
            text=posting.text,
            company=posting.company,
            locations=(said.location,),
            posted=dt.date.fromisoformat(said.posted),
            workplace=posting.workplace or "unstated",
            country=said.country,
            invented=True,
        )
