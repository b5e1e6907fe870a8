"""A chunk of adverts understood: one pure function for this process, a pool, Daft and Ray, each with the same rows."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import msgspec
import pyarrow as pa

from headway.errors import HeadwayError
from headway.market.model import Advert, Row
from headway.market.reading import Readers, Reading, reading_of, text_key
from headway.market.schema import table_of
from headway.market.understand import row_of

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Reading).decode


class Failed(msgspec.Struct, frozen=True):
    """An advert that could not be understood. place: index in its chunk."""

    place: int
    source_id: str
    reason: str


class Understood(msgspec.Struct, frozen=True):
    """A chunk's rows in order (columns of SCHEMA), without the adverts that failed.

    readings: encoded, by `text_key`, of the texts that were read here; reused for later adverts with the same text.
    """

    table: pa.Table
    failed: tuple[Failed, ...] = ()
    readings: dict[bytes, bytes] = {}


class Hands(Protocol):
    """Who understands chunks: the processes of this machine (pool.Crew) or an engine (cluster.EngineCrew)."""

    @property
    def is_full(self) -> bool:
        """Whether to take one before putting another."""

    def put(self, adverts: Sequence[Advert]) -> None:
        """Hand over a chunk."""

    def take(self) -> Understood:
        """The oldest chunk, once it is done."""


def understand_chunk(
    adverts: Iterable[Advert], readers: Readers, imported: dt.date, known: Mapping[bytes, bytes] | None = None
) -> Understood:
    """Each distinct text is read once. known: readings made before, by `text_key`. O(characters of distinct texts)."""
    rows: list[Row] = []
    failed: list[Failed] = []
    made: dict[bytes, bytes] = {}
    here: dict[bytes, Reading] = {}
    for place, advert in enumerate(adverts):
        key = text_key(advert.title, advert.text)
        reading = here.get(key)
        if reading is None:
            before = known.get(key) if known else None
            try:
                reading = _decode(before) if before else reading_of(advert.title, advert.text, readers)
            except (HeadwayError, RecursionError, ValueError) as error:
                failed.append(Failed(place, advert.source_id, _reason(error)))
                continue
            here[key] = reading
            if not before:
                made[key] = _encode(reading)
        rows.append(row_of(advert, reading, readers.version, imported))
    return Understood(table_of(rows), tuple(failed), made)


def _reason(error: Exception) -> str:
    return error.message if isinstance(error, HeadwayError) else f"It cannot be read ({type(error).__name__}: {error})."
