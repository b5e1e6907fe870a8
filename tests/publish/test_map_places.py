"""A flow keeps the compiled order, lets no boxes touch, and draws towards what a box is joined to."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from headway.publish.map_places import Shown, flowing

some = settings(max_examples=50)


@st.composite
def flows(draw: st.DrawFn) -> list[Shown]:
    """Boxes in up to five columns, joined to some of the columns before."""
    shown: list[Shown] = []
    for layer in range(draw(st.integers(1, 5))):
        before = [s.id for s in shown]
        for order in range(draw(st.integers(0, 6))):
            joined = draw(st.sets(st.sampled_from(before), max_size=3)) if before else set()
            shown.append(Shown(f"{layer}-{order}", layer * 2, order, tuple(sorted(joined))))
    return shown


@some
@given(flows())
def test_no_boxes_touch_and_the_order_is_kept(shown: list[Shown]) -> None:
    """In one column the rows rise by one or more, in the order given; empty columns are closed up."""
    places = flowing(shown)
    assert len(places) == len(shown)
    assert min((row for _, row in places.values()), default=0.0) >= 0
    for column in {c for c, _ in places.values()}:
        inside = sorted((s for s in shown if places[s.id][0] == column), key=lambda s: s.order)
        rows = [places[s.id][1] for s in inside]
        assert all(after - before >= 1 - 1e-9 for before, after in pairwise(rows))
    assert {c for c, _ in places.values()} == set(map(float, range(len({s.layer for s in shown}))))


def test_a_chain_is_drawn_straight() -> None:
    """One box after another, each joined to the one before: one row."""
    chain = [Shown("a", 0, 3, ()), Shown("b", 1, 0, ("a",)), Shown("c", 2, 9, ("b",))]
    assert {row for _, row in flowing(chain).values()} == {0.0}


def test_what_is_joined_comes_near() -> None:
    """The only box of a column stands at the middle of the two it rests on."""
    shown = [*(Shown(f"n{n}", 0, n, ()) for n in range(5)), Shown("x", 1, 0, ("n2", "n4"))]
    places = flowing(shown)
    assert places["x"][1] == (places["n2"][1] + places["n4"][1]) / 2
