"""A cue near a name is found without a look at those far away."""

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from headway.mentions.features import cue_counts, near_cue


@given(
    st.lists(st.integers(0, 2_000), max_size=30, unique=True),
    st.integers(1, 30),
    st.integers(0, 2_000),
    st.integers(1, 20),
)
def test_the_same_as_a_look_at_every_place(starts: list[int], length: int, left: int, size: int) -> None:
    """Places of one cue, in order, wherever the name stands."""
    places = [(start, start + length) for start in sorted(starts)]
    named: Any = SimpleNamespace(left=left, right=left + size, form=SimpleNamespace(cues=frozenset({7, 8})))
    wanted = any(cue_counts(named.left, named.right, start, end) for start, end in places)
    assert near_cue(named, {7: places}) == wanted
    assert near_cue(named, {9: places}) is False
