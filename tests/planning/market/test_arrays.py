"""What is worked out for many at once agrees with walking the steps one after the other."""

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.planning.market.growing import grown
from headway.planning.market.puzzle import Puzzle, puzzle_of
from headway.planning.market.question import MarketQuestion
from headway.planning.market.reorder import Reordering
from headway.planning.market.row import EMPTY, Row, Track
from headway.planning.market.search import Search
from headway.planning.market.ways import Ground
from tests.planning.market.small import ask
from tests.planning.market.test_laws import questions


def _rows(track: Track, puzzle: Puzzle) -> list[Row]:
    """Every order of the resources; steps that stand for several of a group are taken by themselves."""
    resources = [c for c in range(len(puzzle.network.candidates)) if c not in track.ground.several]
    return [track.walk(order) for order in itertools.permutations(resources)]


@settings(max_examples=40, deadline=None)
@given(questions())
def test_nothing_comes_before_its_least_minutes(question: MarketQuestion) -> None:
    """However the resources are ordered, no posting opens and no candidate ends sooner than said."""
    puzzle = puzzle_of(question)
    track = Track(puzzle, Ground(puzzle.network))
    for row in _rows(track, puzzle):
        for end in range(1, len(row.order) + 1):
            head = track.walk(row.order[:end])
            assert head.minutes >= puzzle.least_of[head.order[-1]]
            if puzzle.k.size:
                opened = track.open_after(head.order)
                assert (puzzle.least[opened] <= head.minutes).all()


def test_a_posting_that_no_hours_can_open_is_left_out_and_still_counted() -> None:
    """z takes 60 hours of 44: its posting is no row, but one of the open ones."""
    puzzle = puzzle_of(ask(["a 20h: x 0-2", "b 30h: y 0-1", "c 30h: y 1-2"], ["x 2", "y 2"], weekly=5, months=2))
    assert (len(puzzle.k), puzzle.counts.open) == (1, 2)
    assert [candidate.id for candidate in puzzle.network.candidates] == ["a"]


@settings(max_examples=40, deadline=None)
@given(questions())
def test_a_better_order_is_one_that_can_be_done_and_is_worth_more(question: MarketQuestion) -> None:
    """Of all rows each is turned into another of the same steps that the exact value says is better, or left."""
    puzzle = puzzle_of(question)
    track = Track(puzzle, Ground(puzzle.network))
    for row in _rows(track, puzzle)[:20]:
        order = Reordering(track, row.order).better()
        if order is not None:
            assert sorted(order) == sorted(row.order)
            held = 0
            for c in order:
                assert not track.ground.needs[c] & ~held
                held |= track.ground.gained(c, held)
            # Walking it may leave out a step that now stands after another that gives all it gives.
            assert track.value(track.walk(order).order) >= track.value(order) > track.value(row.order)


@settings(max_examples=40, deadline=None)
@given(questions())
def test_bundles_name_steps_that_can_be_done_from_any_state(question: MarketQuestion) -> None:
    """What a bundle still needs, done after any row, ends with its head held in full.

    Told of bundles whose members give all they give to everyone. A course with parts that build on a level may be laid
    down for one of its parts and give less than the bundle counts on; walking the row leaves out what cannot be done.
    """
    puzzle = puzzle_of(question)
    search = Search(puzzle)
    bundles, track = search.ways[0], search.track
    rows = [EMPTY, *_rows(track, puzzle)[:6]]
    lacking = [[not row.held >> fact & 1 for row in rows] for fact in range(len(puzzle.network.facts))]
    undone = [[not row.done >> c & 1 for row in rows] for c in range(search.ground.size)]
    need = bundles.needed(np.array(lacking).reshape(-1, len(rows)), np.array(undone).reshape(-1, len(rows)))
    numbers = range(len(bundles.heads))
    for n, row in enumerate(rows):
        listed = bundles.members(numbers, need[:, :, n])
        for head, members in zip(bundles.heads.tolist(), listed, strict=True):
            held = row.held
            if not all(search.ground.free[c] for c in members):
                continue
            for c in members:
                assert not search.ground.needs[c] & ~held
                held |= search.ground.gained(c, held)
            if undone[head][n]:
                assert not search.ground.goals(search.ground.gives[head]) & ~search.ground.goals(held)


@settings(max_examples=40, deadline=None)
@given(questions(), st.integers(0, 99))
def test_rows_that_grow_side_by_side_are_those_that_grow_alone(question: MarketQuestion, seed: int) -> None:
    """Whatever company a row has, it grows into the same one; and each can be walked just so."""
    puzzle = puzzle_of(question)
    search = Search(puzzle, seed)
    rows = [EMPTY, *_rows(search.track, puzzle)[:5]]
    rows = [search.track.walk(row.order[: n % 3]) for n, row in enumerate(rows)]
    if puzzle.k.size:
        moods = search.moods([row.order for row in reversed(rows)], np.linspace(1.0, 4.0, len(rows)))
        together = grown(search.recreate, rows, moods)
        assert together == [grown(search.recreate, [row], moods.of([n]))[0] for n, row in enumerate(rows)]
        assert together == [search.track.walk(row.order) for row in together]
        assert all(row.order[: len(before.order)] == before.order for row, before in zip(together, rows, strict=True))
        assert search.track.values(together) == [search.track.value(row.order) for row in together]


def _reordered(choices: list[str], postings: list[str], order: list[str]) -> tuple[float, float]:
    """What the row is worth, and what it is worth after the one best move."""
    puzzle = puzzle_of(ask(choices, postings, weekly=5, months=2))
    track = Track(puzzle, Ground(puzzle.network))
    place = {candidate.id: n for n, candidate in enumerate(puzzle.network.candidates)}
    row = [place[name] for name in order]
    better = Reordering(track, row).better()
    return track.value(row), track.value(better or row)


def test_two_steps_that_only_count_together_change_places_with_two_others() -> None:
    """c and d open one posting, a and b two: no single step gains by moving, the two together do. 22 hours a month."""
    choices = [f"{name} 10h: {name} 0-2" for name in "abcd"]
    postings = ["c 2, d 2", "a 2, b 2", "a 2, b 2"]
    assert _reordered(choices, postings, ["c", "d", "a", "b"]) == (4.0, 5.0)


def test_two_steps_far_apart_change_places() -> None:
    """x opens two postings and e one; f opens three, so x may not push it beyond the first month: e must make room."""
    choices = ["e 10h: e 0-2", "f 10h: f 0-2", "z 14h: z 0-2", "x 8h: x 0-2"]
    postings = ["e 2", "x 2", "x 2", "f 2", "f 2", "f 2", "z 2"]
    assert _reordered(choices, postings, ["e", "f", "z", "x"]) == (11.0, 12.0)


def test_what_stands_on_another_step_never_comes_before_it() -> None:
    """b needs a: however much more b opens, it stays behind."""
    choices = ["c 10h: c 0-2", "a 10h: a 0-2", "b 10h: b 0-2 | needs a 2"]
    assert _reordered(choices, ["c 2", "b 2", "b 2"], ["c", "a", "b"]) == (4.0, 5.0)
