"""The listing made from the store."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headway.market.demands import demands_of
from headway.market.listing import WORDS, Coded, Listing
from headway.market.store import Store


def listing_of(store: Store, skills: Sequence[str]) -> Listing:
    """Every posting that counts. skills: those to judge by; others are left out of the groups. O(members)."""
    table = store.ask("listing")
    numbers = {name: pc.fill_null(table[name], np.nan).to_numpy() for name in ("pay_year_min", "pay_year_max")}
    return Listing(
        demands_of(table, skills),
        {name: _coded(table[name]) for name in WORDS},
        {
            **numbers,
            "invented": table["invented"].to_numpy().astype(bool),
            **{name: table[name].to_numpy().astype("datetime64[D]") for name in ("posted", "closes")},
        },
    )


def _coded(column: pa.ChunkedArray) -> Coded:
    coded = column.combine_chunks().dictionary_encode()
    if isinstance(coded, pa.ChunkedArray):
        coded = pa.concat_arrays(coded.chunks) if coded.num_chunks else pa.array([], pa.string()).dictionary_encode()
    codes = pc.fill_null(coded.indices, -1).to_numpy(False).astype(np.int32)
    return Coded(codes, tuple(coded.dictionary.to_pylist()))
