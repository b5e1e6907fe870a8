"""Where the boxes of a map go, in columns and rows: a route flows to the right, areas lie beside each other as blocks.

Columns and the order in them come from the knowledge base's layout; here only what is shown is put together. In a flow
each box is moved towards the middle of what it is joined to, without leaving the order or touching another: that is
isotonic regression on row minus place (pool adjacent violators, Ayer and others 1955). O(boxes + lines).
"""

from collections.abc import Mapping, Sequence
from statistics import fmean

import msgspec

Place = tuple[float, float]
"""Column and row."""


class Shown(msgspec.Struct, frozen=True):
    """One box in a flow. joined: what it rests on."""

    id: str
    layer: int
    order: float
    joined: tuple[str, ...]


def flowing(shown: Sequence[Shown]) -> dict[str, Place]:
    """Places of boxes, the needed ones left; columns that nothing is in are closed up."""
    layers = sorted({each.layer for each in shown})
    columns = [sorted((s for s in shown if s.layer == n), key=lambda s: (s.order, s.id)) for n in layers]
    rests = {each.id: each.joined for each in shown}
    opens: dict[str, list[str]] = {}
    for each in shown:
        for need in each.joined:
            opens.setdefault(need, []).append(each.id)
    rows: dict[str, float] = {}
    for column in columns:
        rows |= _aligned([s.id for s in column], rests, rows)
    for column in reversed(columns):
        rows |= _aligned([s.id for s in column], opens, rows)
    top = min(rows.values(), default=0.0)
    return {s.id: (float(n), rows[s.id] - top) for n, column in enumerate(columns) for s in column}


def _aligned(ids: Sequence[str], joined: Mapping[str, Sequence[str]], rows: Mapping[str, float]) -> dict[str, float]:
    """Rows of one column: as near as can be to the mean of what each is joined to; else where it was."""
    wished = []
    for n, id_ in enumerate(ids):
        known = [rows[each] for each in joined.get(id_, ()) if each in rows]
        wished.append((fmean(known) if known else rows.get(id_, float(n))) - n)
    return {id_: row + n for n, (id_, row) in enumerate(zip(ids, _rising(wished), strict=True))}


def _rising(wished: Sequence[float]) -> list[float]:
    """The nearest numbers that never fall (least squares)."""
    pools: list[tuple[float, int]] = []
    for value in wished:
        mean, size = value, 1
        while pools and pools[-1][0] > mean:
            before, count = pools.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        pools.append((mean, size))
    return [mean for mean, size in pools for _ in range(size)]
