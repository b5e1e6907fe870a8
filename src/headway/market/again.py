"""Kept postings read again, after the knowledge base changed."""

import pyarrow as pa
import pyarrow.compute as pc

from headway.market.chunk import Hands
from headway.market.pool import CHUNK
from headway.market.understand import advert_of

_STAYS = ("imported", "content")
"""The day a posting came, and the state of the feed it came with, are not read from its text."""


def read_again(table: pa.Table, version: str, crew: Hands) -> pa.Table | None:
    """A segment's rows understood anew, in order; None where all were read with this version.

    A row that cannot be read now stays as it is.
    """
    if all(each == version for each in table["reader"].to_pylist()):
        return None
    rows = table.to_pylist()
    sizes = [min(CHUNK, len(rows) - start) for start in range(0, len(rows), CHUNK)]
    for number in range(len(sizes)):
        crew.put([advert_of(row) for row in rows[number * CHUNK : (number + 1) * CHUNK]])
    parts, start = [], 0
    for size in sizes:
        parts += _joined(table.slice(start, size), crew)
        start += size
    return pa.concat_tables(parts)


def _joined(old: pa.Table, crew: Hands) -> list[pa.Table]:
    done = crew.take()
    failed = {each.place for each in done.failed}
    good = pa.array([place not in failed for place in range(len(old))])
    before, new = old.filter(good), done.table
    for name in _STAYS:
        kept = before[name].combine_chunks()
        column = kept if name == "imported" else pc.coalesce(kept, new[name].combine_chunks())
        new = new.set_column(new.schema.get_field_index(name), new.schema.field(name), column)
    bad = pc.invert(good)
    return [new, old.filter(bad)] if failed else [new]
