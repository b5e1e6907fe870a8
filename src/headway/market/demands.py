"""The kept postings as the arrays that reach, fit and planning work on."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from headway.postings.demands import DEGREES, Demands


def demands_of(table: pa.Table, skills: Sequence[str]) -> Demands:
    """From the columns of sql/listing.sql or scoped_demands.sql. A skill that is not in `skills` (not judged, or of an
    older knowledge base) is left out of its group, and a group without members is left out; none asks for more than
    it has. O(members)."""
    groups = table["groups"].combine_chunks()
    if isinstance(groups, pa.ChunkedArray):
        groups = pa.concat_arrays(groups.chunks) if groups.num_chunks else pa.array([], groups.type)
    flat = groups.flatten()
    group_start = np.concatenate([[0], np.cumsum(np.nan_to_num(pc.list_value_length(groups).to_numpy(False)))])
    any_of = flat.field("any_of")
    words = any_of.flatten()
    member_of = np.repeat(np.arange(len(flat)), pc.list_value_length(any_of).to_numpy(False).astype(np.int64))
    found = pc.index_in(words, value_set=pa.array(list(skills), pa.string()))
    known = pc.is_valid(found).to_numpy(False).astype(bool)
    members = pc.fill_null(found, -1).to_numpy(False)[known].astype(np.int32)
    sizes = np.bincount(member_of[known], minlength=len(flat))
    kept = sizes > 0
    group_start = np.concatenate([[0], np.cumsum(kept)])[group_start.astype(np.int64)]
    degree = pc.fill_null(pc.index_in(table["degree"], value_set=pa.array(DEGREES)), -1)
    return Demands(
        skills=tuple(skills),
        ids=tuple(table["id"].to_pylist()),
        group_start=group_start.astype(np.int64),
        member_start=np.concatenate([[0], np.cumsum(sizes[kept])]).astype(np.int64),
        members=members,
        level=flat.field("level").to_numpy(False).astype(np.int8)[kept],
        # An older segment does not tell how many: one.
        count=np.minimum(pc.fill_null(flat.field("count"), 1).to_numpy(False), sizes)[kept].astype(np.int8),
        required=pc.equal(flat.field("need"), "required").to_numpy(False).astype(bool)[kept],
        min_years=table["min_years"].to_numpy().astype(np.float32),
        degree=degree.to_numpy().astype(np.int8),
        equivalent_ok=table["degree_equivalent"].to_numpy().astype(bool),
    )
