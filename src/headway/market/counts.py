"""Answers of the SQL files as arrays: clusters of companies by skills."""

from typing import Any

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headway.arrays import Array


class Grid(msgspec.Struct, frozen=True):
    """C clusters (rows) by S skills (columns). Each array of `cells` counts postings of a cluster that name a skill in
    one way; each of `sizes` counts the postings of a cluster, named or not."""

    skills: tuple[str, ...]
    cells: dict[str, Array]
    sizes: dict[str, Array]


def grid(named: pa.Table, clusters: pa.Table) -> Grid:
    """From the answers of a counting query and of clusters.sql over the same postings. O(C S)."""
    ids = clusters["cluster"].combine_chunks()
    skills = tuple(sorted(pc.unique(named["skill"]).to_pylist()))
    row = pc.index_in(named["cluster"], value_set=ids).to_numpy()
    column = pc.index_in(named["skill"], value_set=pa.array(skills, pa.string())).to_numpy()
    cells = {name: _placed(named[name], row, column, (len(ids), len(skills))) for name in _counts(named)}
    return Grid(skills, cells, {name: _floats(clusters[name]) for name in _counts(clusters)})


def _counts(table: pa.Table) -> list[str]:
    return [name for name in table.column_names if name not in ("cluster", "skill")]


def _placed(values: Any, row: Array, column: Array, shape: tuple[int, int]) -> Array:
    placed = np.zeros(shape)
    placed[row, column] = _floats(values)
    return placed


def _floats(values: Any) -> Array:
    return np.asarray(values.to_numpy(), dtype=float)
