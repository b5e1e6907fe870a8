"""A cue near a name is found without a look at those far away."""

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from headway.mentions.features import cue_counts, near_cue


@given(
    st.lists(st.tuples(st.integers(7, 9), st.integers(0, 2_000), st.integers(1, 30)), max_size=30),
    st.integers(0, 2_000),
    st.integers(1, 20),
)
def test_the_same_as_a_look_at_every_place(heard: list[tuple[int, int, int]], left: int, size: int) -> None:
    """Cues of any kind and length in the order in which they end, wherever the name stands."""
    hits = sorted([(id_, start, start + length) for id_, start, length in heard], key=lambda hit: hit[2])
    named: Any = SimpleNamespace(left=left, right=left + size, form=SimpleNamespace(cues=frozenset({7, 8})))
    wanted = any(id_ != 9 and cue_counts(named.left, named.right, start, end) for id_, start, end in hits)
    assert near_cue(named, hits) == wanted
