"""Rows of a market, written in a line each."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec

from headway.market.model import AskedSkill, Row
from headway.market.schema import table_of
from headway.market.store import Store
from headway.market.writer import Writer

PLAIN: dict[Any, Any] = {bool: False, bytes: b"", str: "", int: 0, float: 0.0, dt.date: dt.date(2026, 11, 20)}


def row(number: int, skills: str = "", **fields: Any) -> Row:
    """A row. skills: `python sql+ docker? pytorch|`: required, `+` preferred, `?` in passing, `|` as one of several.

    What is not said is None, empty or unstated.
    """
    plain = {field.name: _nothing(field.type) for field in msgspec.structs.fields(Row)}
    plain |= {
        "id": f"{number:06d}",
        "source": "file",
        "source_id": str(number),
        "digest": str(number),
        "role": "data-engineer",
    }
    plain["skills"] = tuple(_skill(word) for word in skills.split())
    return Row(**(plain | fields))


def _nothing(type_: Any) -> Any:
    options = get_args(type_)
    if type(None) in options:
        return None
    if get_origin(type_) is tuple:
        return ()
    if options:
        return "unstated" if "unstated" in str(options) else "other" if "other" in options else options[0]
    return PLAIN[type_]


def _skill(word: str) -> AskedSkill:
    need = {"+": "preferred", "?": "context"}.get(word[-1], "required")
    return AskedSkill(word.rstrip("+?|"), need, "tech", word.endswith("|"))  # type: ignore[arg-type]


def store_of(folder: Path, rows: Iterable[Row]) -> Store:
    """A market of these rows."""
    with Writer(folder / "market") as writer:
        writer.keep(table_of(rows))
    return Store(folder / "market")
