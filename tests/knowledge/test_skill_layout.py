"""Where skills stand on the map: needs to the left, nothing on top of another, few crossings, the same every time."""

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.knowledge.crossings import Layered, best_of, ordered
from headway.knowledge.layering import layers_of, reduced
from headway.knowledge.load import load_knowledge
from headway.knowledge.skill_layout import SkillLayout, layout_of

some = settings(max_examples=50)


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, tuple[str, ...]]:
    """Up to 24 skills, each needing some of those before it."""
    ids = [f"s{n:02}" for n in range(draw(st.integers(1, 24)))]
    return {
        id_: tuple(sorted(draw(st.sets(st.sampled_from(ids[:n]), max_size=4)))) if n else ()
        for n, id_ in enumerate(ids)
    }


def _crossings(columns: list[list[str]], edges: dict[str, tuple[str, ...]]) -> int:
    graph = Layered(columns, edges)
    return graph.crossings(graph.columns)


@some
@given(graphs(), st.integers(1, 6))
def test_every_need_stands_left_and_no_column_is_too_high(edges: dict[str, tuple[str, ...]], most: int) -> None:
    """Each skill once, after all it needs, and never more in a column than were allowed."""
    layers = layers_of(edges, most)
    at = {id_: n for n, layer in enumerate(layers) for id_ in layer}
    assert sorted(at) == sorted(edges)
    assert all(at[need] < at[id_] for id_, needs in edges.items() for need in needs)
    assert max(map(len, layers)) <= most


@some
@given(graphs())
def test_sweeping_keeps_every_skill_in_its_column_and_never_adds_crossings(edges: dict[str, tuple[str, ...]]) -> None:
    """Only the order changes, and for the better."""
    layers = layers_of(edges)
    found = ordered(layers, edges)
    assert [sorted(column) for column in found] == [sorted(column) for column in layers]
    graph = Layered(layers, edges)
    assert graph.crossings(best_of(graph)) <= graph.crossings(graph.columns)


@some
@given(graphs())
def test_crossings_are_counted_as_by_looking_at_every_pair(edges: dict[str, tuple[str, ...]]) -> None:
    """The tree of sums and the plain double loop agree."""
    graph = Layered(layers_of(edges), edges)
    plain = 0
    for one, other in pairwise(graph.columns):
        place = {node: n for n, node in enumerate(other)}
        lines = [(n, place[end]) for n, node in enumerate(one) for end in graph.right[node]]
        plain += sum(a < c and b > d for a, b in lines for c, d in lines)
    assert graph.crossings(graph.columns) == plain


@some
@given(graphs())
def test_a_line_left_out_is_still_a_way(edges: dict[str, tuple[str, ...]]) -> None:
    """What a skill rests on, directly or not, is the same with fewer lines."""

    def below(lines: dict[str, tuple[str, ...]], id_: str) -> set[str]:
        return set(lines[id_]).union(*(below(lines, need) for need in lines[id_]))

    fewer = reduced(edges)
    assert all(below(fewer, id_) == below(edges, id_) for id_ in edges)
    assert sum(map(len, fewer.values())) <= sum(map(len, edges.values()))


def test_two_lines_that_need_not_cross_do_not() -> None:
    """A to D and B to C: the sweep turns one column round."""
    edges = {"a": (), "b": (), "c": ("b",), "d": ("a",)}
    assert _crossings([["a", "b"], ["c", "d"]], edges) == 1
    assert _crossings(ordered([["a", "b"], ["c", "d"]], edges), edges) == 0


@pytest.fixture
def real(run_home: Path) -> tuple[SkillLayout, dict[str, str]]:
    """The layout of our own knowledge base, and each skill's area."""
    knowledge = load_knowledge(run_home / "cache")
    layout = layout_of(knowledge.skills, [area.id for area in knowledge.words.areas], knowledge.digest)
    return layout, {s.id: s.area for s in knowledge.skills.values()}


def test_no_two_skills_of_ours_share_a_place(real: tuple[SkillLayout, dict[str, str]]) -> None:
    """Neither on the whole map nor in the columns that routes use; blocks do not touch each other."""
    layout, areas = real
    blocks = {block.area: block for block in layout.blocks}
    whole = set()
    for id_, spot in layout.spots.items():
        block = blocks[areas[id_]]
        assert spot.column < block.columns
        assert spot.row < block.rows
        whole.add((block.column + spot.column, block.row + 1 + spot.row))
    assert len(whole) == len(layout.spots) > 450
    assert len({(spot.layer, spot.order) for spot in layout.spots.values()}) == len(layout.spots)


Point = tuple[int, int]


def _drawn(columns: list[list[str]], lines: dict[str, tuple[str, ...]]) -> list[tuple[Point, Point]]:
    at = {id_: (column, row) for column, ids in enumerate(columns) for row, id_ in enumerate(ids)}
    return [(at[need], at[id_]) for id_, needs in lines.items() for need in needs]


def _side(a: Point, b: Point, c: Point) -> int:
    turn = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (turn > 0) - (turn < 0)


def _meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two straight lines cross between their ends."""
    apart = not {*one} & {*other}
    return (
        apart
        and _side(*one, other[0]) * _side(*one, other[1]) < 0
        and _side(*other, one[0]) * _side(*other, one[1]) < 0
    )


def test_few_lines_cross_inside_the_areas(real: tuple[SkillLayout, dict[str, str]]) -> None:
    """As drawn, with straight lines: a third of what the order of ids would give."""
    layout, areas = real
    before = after = 0
    for area in set(areas.values()):
        ids = sorted(id_ for id_ in layout.spots if areas[id_] == area)
        own = {id_: tuple(n for n in layout.lines[id_] if n in ids) for id_ in ids}
        width = 1 + max(layout.spots[id_].column for id_ in ids)
        plain = [[id_ for id_ in ids if layout.spots[id_].column == n] for n in range(width)]
        placed = [sorted(column, key=lambda i: layout.spots[i].row) for column in plain]
        before += sum(_meet(a, b) for a, b in combinations(_drawn(plain, own), 2))
        after += sum(_meet(a, b) for a, b in combinations(_drawn(placed, own), 2))
    assert 3 * after < before


def test_the_layout_is_the_same_however_the_skills_come(
    real: tuple[SkillLayout, dict[str, str]], run_home: Path
) -> None:
    """Nothing depends on the order of reading."""
    knowledge = load_knowledge(run_home / "cache")
    backwards = dict(reversed(knowledge.skills.items()))
    assert layout_of(backwards, [area.id for area in knowledge.words.areas], knowledge.digest) == real[0]
