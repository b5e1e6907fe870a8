"""Tables without rows, as DuckDB makes them itself: handing it an empty Arrow table makes it load pandas, 0.2 s."""

from typing import Final

import pyarrow as pa

_PLAIN: Final = {
    pa.string(): "VARCHAR", pa.binary(): "BLOB", pa.bool_(): "BOOLEAN", pa.date32(): "DATE",
    pa.int8(): "TINYINT", pa.int32(): "INTEGER", pa.float32(): "FLOAT", pa.float64(): "DOUBLE",
}  # fmt: skip


def create(name: str, schema: pa.Schema) -> str:
    """The statement that makes the empty table `name` with these columns."""
    return f'CREATE TEMP TABLE "{name}" ({_columns(schema)})'


def _columns(fields: pa.Schema | pa.StructType) -> str:
    return ", ".join(f'"{field.name}" {_type(field.type)}' for field in fields)


def _type(kind: pa.DataType) -> str:
    if isinstance(kind, pa.ListType):
        return f"{_type(kind.value_type)}[]"
    if isinstance(kind, pa.StructType):
        return f"STRUCT({_columns(kind)})"
    return _PLAIN[kind]
