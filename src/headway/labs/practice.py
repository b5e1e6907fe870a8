"""Data to work on at home, as the files that `headway lab start` puts beside the starter."""

import csv
import io
from collections.abc import Mapping
from typing import Any

from headway.arrays import Array


def csv_of(columns: Mapping[str, Array | list[Any]]) -> bytes:
    """Columns as a CSV file in UTF-8; None is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*(list(column) for column in columns.values()), strict=True))
    return out.getvalue().encode("utf-8")


def columns_of(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Rows of the same keys, by column."""
    return {key: [row[key] for row in rows] for key in rows[0]}
