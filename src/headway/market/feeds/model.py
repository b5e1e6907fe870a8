"""What comes out of reading a feed."""

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

Json = Mapping[str, Any]
Kind = Literal["ashby", "greenhouse", "lever", "json-ld", "csv", "jsonl", "json", "parquet"]


class Bad(msgspec.Struct, frozen=True):
    """A row that could not be taken. line: the line of the file, or the number of the row in it. raw: what stood there,
    cut where it is very long."""

    line: int
    reason: str
    raw: str


class Unfit(Exception):
    """An object that is no posting; the message says why."""


MOST_RAW = 20_000
"""Characters of a bad row that are kept."""


def bad(line: int, reason: str, raw: object) -> Bad:
    """A row set aside."""
    text = raw if isinstance(raw, str) else _shown(raw)
    return Bad(line, reason, text[:MOST_RAW])


def _shown(raw: object) -> str:
    if isinstance(raw, bytes | bytearray | memoryview):
        return bytes(raw[: MOST_RAW * 4]).decode("utf-8", "replace")
    return msgspec.json.encode(raw, enc_hook=str).decode("utf-8", "replace")
