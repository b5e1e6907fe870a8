"""The columns of the Parquet files. Loaded only where the market is used: pyarrow is an extra."""

from collections.abc import Iterable

import msgspec
import pyarrow as pa

from headway.market.model import Row

_WORDS = pa.string()
_SKILL = pa.struct([("skill", _WORDS), ("need", _WORDS), ("kind", _WORDS), ("choice", pa.bool_())])
_GROUP = pa.struct(
    [
        ("any_of", pa.list_(_WORDS)),
        ("need", _WORDS),
        ("level", pa.int8()),
        ("years", pa.float32()),
        ("quote", _WORDS),
        ("count", pa.int8()),
    ]
)
_TOLD: list[tuple[str, pa.DataType]] = [
    ("copies", pa.int32()),
    ("places", pa.list_(_WORDS)),
    ("first_posted", pa.date32()),
    ("last_posted", pa.date32()),
    ("reposts", pa.int32()),
]
_PART = pa.struct([("country", _WORDS), *_TOLD])
_SPECIAL = {
    "locations": pa.list_(_WORDS),
    "countries": pa.list_(_WORDS),
    "posted": pa.date32(),
    "updated": pa.date32(),
    "imported": pa.date32(),
    "closes": pa.date32(),
    "invented": pa.bool_(),
    "min_years": pa.float32(),
    "degree_equivalent": pa.bool_(),
    "pay_min": pa.float64(),
    "pay_max": pa.float64(),
    "pay_year_min": pa.float64(),
    "pay_year_max": pa.float64(),
    "skills": pa.list_(_SKILL),
    "groups": pa.list_(_GROUP),
    "findings": pa.list_(_WORDS),
    "signature": pa.binary(),
}
SCHEMA = pa.schema([(name, _SPECIAL.get(name, _WORDS)) for name in Row.__struct_fields__])

COPIES = pa.schema(
    [
        ("id", _WORDS),
        ("first_id", _WORDS),
        *_TOLD,
        ("countries", pa.list_(_WORDS)),
        ("last_seen", pa.date32()),
        ("parts", pa.list_(_PART)),
    ]
)
"""Adverts that have a copy. first_id: the one that stands for the group; the rest is told there, null elsewhere.

parts: the same of the copies of each country (null: not known)."""


def table_of(rows: Iterable[Row]) -> pa.Table:
    """Rows as an Arrow table with SCHEMA. O(rows)."""
    kept = list(rows)
    columns = []
    for field in SCHEMA:
        values = [getattr(row, field.name) for row in kept]
        if field.name in ("skills", "groups"):
            values = msgspec.to_builtins(values)
        columns.append(pa.array(values, field.type))
    return pa.Table.from_arrays(columns, schema=SCHEMA)
