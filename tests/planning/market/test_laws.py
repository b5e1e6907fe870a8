"""Laws of the market plan, on many tiny questions: what is promised of every plan, against trying every order."""

from unittest import mock

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.planning.market import nested as nested_module
from headway.planning.market import plan as plan_module
from headway.planning.market.bound import Coverage, upper_bound
from headway.planning.market.lowering import lowered
from headway.planning.market.model import MarketPlan
from headway.planning.market.nested import ahead, prove
from headway.planning.market.plan import make_market_plan
from headway.planning.market.puzzle import puzzle_of
from headway.planning.market.question import MarketQuestion
from headway.planning.market.search import Search
from headway.planning.market.verify import verify
from tests.planning.market.small import ask, brute_force

SKILLS = ("a", "b", "c", "d", "e")


@st.composite
def questions(draw: st.DrawFn) -> MarketQuestion:
    """Up to five resources and six postings over five skills at two levels; some groups ask for two or three."""
    hours = st.integers(3, 60)
    choices = []
    for n in range(draw(st.integers(1, 5))):
        taught = draw(st.lists(st.sampled_from(SKILLS), min_size=1, max_size=2, unique=True))
        parts = ", ".join(f"{s} {draw(st.integers(0, 1))}-{draw(st.integers(1, 2))}" for s in taught)
        parts = parts.replace("1-1", "0-1")
        need = draw(st.none() | st.sampled_from(SKILLS))
        needs = "" if need is None or need in taught else f" | needs {need} {draw(st.integers(1, 2))}"
        choices.append(f"r{n} {draw(hours)}h: {parts}{needs} | costs {draw(st.integers(0, 3)) * 10}")
    group = st.lists(st.sampled_from(SKILLS), min_size=1, max_size=2, unique=True)
    wide = st.lists(st.sampled_from(SKILLS), min_size=3, max_size=4, unique=True)
    postings = []
    for _ in range(draw(st.integers(1, 6))):
        rows = draw(st.lists(group, min_size=1, max_size=3))
        level = draw(st.integers(1, 2))
        asked = [" or ".join(f"{s} {level}" for s in row) for row in rows]
        if draw(st.booleans()):
            several = " or ".join(f"{s} {level}" for s in draw(wide))
            asked.append(f"{draw(st.integers(2, 3))} of {several}")
        postings.append(", ".join(asked))
    return ask(
        choices,
        postings,
        weekly=draw(st.integers(1, 12)),
        share=draw(st.sampled_from((0.5, 0.8, 1.0))),
        levels=dict.fromkeys(draw(st.lists(st.sampled_from(SKILLS), max_size=2, unique=True)), 1),
        budget=draw(st.none() | st.just(30.0)),
        weights=draw(st.none() | st.just([1.5, 0.25, 1.0, 2.0, 0.0, 3.0][: len(postings)])),
    )


def _plan(question: MarketQuestion, iterations: int = 12) -> MarketPlan:
    return make_market_plan(question, lambda made, _: made < iterations, limit=0.5)


@settings(max_examples=60, deadline=None)
@given(questions())
def test_the_bound_is_no_lower_and_the_plan_no_higher_than_the_best_of_all_orders(question: MarketQuestion) -> None:
    """The proof holds: no order of any resources exceeds the bound, and the plan is never valued above what is true."""
    best = brute_force(question)
    plan = _plan(question)
    assert plan.proof.objective <= best + 1e-6
    assert best <= plan.proof.bound + 1e-6
    assert verify(question, plan) == ()
    assert plan.proof.objective >= plan.proof.greedy


@settings(max_examples=25, deadline=None)
@given(questions())
def test_a_bound_without_time_is_still_a_bound(question: MarketQuestion) -> None:
    """A search for the bound that is cut off at once says something weaker, never something false."""
    puzzle = puzzle_of(question)
    cut = upper_bound(puzzle, 1e-9)
    full = upper_bound(puzzle, 2.0)
    today = puzzle.base * len(puzzle.limits)
    assert all(a >= b - 1e-6 for a, b in zip(cut.weights, full.weights, strict=True))
    assert brute_force(question) <= today + cut.total + 1e-6


@settings(max_examples=60, deadline=None)
@given(questions(), st.sampled_from((1e-9, 1e-4, 2.0)))
def test_totals_ruled_out_never_lie_below_the_best(question: MarketQuestion, limit: float) -> None:
    """Cut off anywhere it is a bound, at each checkpoint; with time it is just what the checkpoint's hours can open."""
    puzzle = puzzle_of(question)
    cut, exact = upper_bound(puzzle, 1e-9), upper_bound(puzzle, 2.0)
    low = lowered(puzzle, cut, limit)
    three = zip(exact.weights, low.weights, cut.weights, strict=True)
    assert all(a - 1e-6 <= b <= c + 1e-6 for a, b, c in three)
    assert brute_force(question) <= puzzle.base * len(puzzle.limits) + low.total + 1e-6
    assert low.choices == cut.choices
    assert low == lowered(puzzle, cut, limit)
    if limit > 1 and exact.proven == len(puzzle.limits):
        assert low.weights == pytest.approx(exact.weights)


@settings(max_examples=25, deadline=None)
@given(questions(), st.integers(1, 8))
def test_more_hours_never_lower_the_best(question: MarketQuestion, more: int) -> None:
    """With more hours a week every old plan is still there, and the bound does not fall either."""
    calendar = question.instance.calendar
    week = tuple(hours + more for hours in calendar.hours_by_weekday)
    longer = msgspec.structs.replace(calendar, hours_by_weekday=week)
    richer = msgspec.structs.replace(question, instance=msgspec.structs.replace(question.instance, calendar=longer))
    assert brute_force(richer) >= brute_force(question) - 1e-6
    assert upper_bound(puzzle_of(richer)).total >= upper_bound(puzzle_of(question)).total - 1e-6


@settings(max_examples=25, deadline=None)
@given(questions(), st.sampled_from((1e-9, 4.0)))
def test_in_fractions_no_less_is_open_at_any_checkpoint(question: MarketQuestion, limit: float) -> None:
    """Solved to the end or cut off, at the checkpoint itself or carried over by the price of an hour: still a bound."""
    puzzle = puzzle_of(question)
    exact = upper_bound(puzzle, 8.0)
    if not puzzle.k.size or exact.proven < len(puzzle.limits):
        return
    for first in range(len(puzzle.limits)):
        fractions = Coverage(puzzle).relaxed(puzzle.limits, [first], limit)
        assert all(a >= b - 1e-6 for a, b in zip(fractions, exact.weights, strict=True))


def test_fractions_know_that_hours_limit_what_can_be_opened() -> None:
    """Twenty-two hours open one of twelve postings of twenty hours each, 44 two."""
    names = "abcdefghijkl"
    question = ask([f"r{n} 20h: {n} 0-2" for n in names], [f"{n} 2" for n in names], weekly=5, months=2)
    puzzle = puzzle_of(question)
    assert Coverage(puzzle).relaxed(puzzle.limits, [0, 1], 4.0).tolist() == [1, 2]


def test_what_most_postings_share_does_not_open_a_half_of_each() -> None:
    """Two of three groups open a posting; the cheap one is in all six, and 31 hours pay for one of the other twelve."""
    dear = "abcdefghijkl"
    asked = [f"x 2, {one} 2, {two} 2" for one, two in zip(dear[::2], dear[1::2], strict=True)]
    question = ask(["rx 4h: x 0-2", *(f"r{n} 20h: {n} 0-2" for n in dear)], asked, weekly=7, months=1, share=0.6)
    puzzle = puzzle_of(question)
    assert Coverage(puzzle).relaxed(puzzle.limits, [0], 4.0).tolist() == [1]


def test_fractions_know_what_takes_longer_than_there_is() -> None:
    """A posting of forty hours is not open to a half after 22 hours, but not at all."""
    question = ask(["a 40h: x 0-2"], ["x 2", "x 2"], weekly=5, months=2)
    puzzle = puzzle_of(question)
    for order in ([0, 1], [0], [1]):
        assert Coverage(puzzle).relaxed(puzzle.limits, order, 4.0).tolist() == [0, 2]


@settings(max_examples=25, deadline=None)
@given(questions())
def test_prices_between_checkpoints_find_a_better_plan_or_rule_it_out(question: MarketQuestion) -> None:
    """From the greedy plan on: what is found can be walked and is no lower, what is ruled out no order reaches."""
    puzzle = puzzle_of(question)
    best = brute_force(question) - puzzle.base * len(puzzle.limits)
    for limit in (4.0, 0.003, 1e-9):
        search = Search(puzzle)
        greedy = search.run(lambda _made, _value: False).value
        nested = prove(puzzle, upper_bound(puzzle), greedy, limit, lambda choices, to=search: to.take(choices).value)
        assert greedy - 1e-6 <= search.best_value <= best + 1e-6 <= nested.total + 2e-6


@settings(max_examples=20, deadline=None)
@given(question=questions())
def test_prices_beside_the_search_lower_the_bound_never_below_the_best(question: MarketQuestion) -> None:
    """They add choices to grow rows in, take none away, and what is grown in them is no more than can be had; in none
    at all, as after a proof without time, it is what there was."""
    puzzle = puzzle_of(question)
    best = brute_force(question) - puzzle.base * len(puzzle.limits)
    alone = upper_bound(puzzle)
    for limit in (0.3, 1e-9):
        bound = ahead(puzzle, alone, limit)
        assert best - 1e-6 <= bound.total + 1e-6 <= alone.total + 2e-6
        assert bound.choices[: len(alone.choices)] == alone.choices
        search = Search(puzzle)
        greedy = search.run(lambda _made, _value: False).value
        assert search.follow(()).value == greedy <= search.follow(bound.choices).value <= best + 1e-6


@pytest.mark.parametrize("large", [300, 0])
@settings(max_examples=25, deadline=None)
@given(question=questions())
def test_given_time_the_proof_says_just_what_the_best_plan_opens(large: int, question: MarketQuestion) -> None:
    """All checkpoints together leave no gap, however bad the plan they start from, where nothing stands in a circle.

    Also where the first rounds are told each checkpoint's best but nearly, as from so many postings on.
    """
    puzzle = puzzle_of(question)
    best = brute_force(question) - puzzle.base * len(puzzle.limits)
    if any(teaching.start >= 0 for c in puzzle.network.candidates for teaching in c.teachings):
        return
    taken = []
    with mock.patch.object(nested_module, "LARGE", large):
        total = prove(puzzle, upper_bound(puzzle), 0.0, 20.0, lambda choices: taken.append(choices) or 0.0).total
    assert best - 1e-6 <= total <= best + 1e-3 * len(puzzle.k) * len(puzzle.limits)


def test_a_plan_is_proven_though_its_checkpoints_would_each_choose_otherwise() -> None:
    """Twenty hours open one posting, forty others two; both do not fit into 44 hours: 2 is the most, not 1 + 2."""
    question = ask(["a 20h: x 0-2", "b 40h: y 0-2"], ["x 2", "y 2", "y 2"], weekly=5, months=2)
    assert upper_bound(puzzle_of(question)).total == 3
    plan = _plan(question)
    assert (plan.proof.objective, plan.proof.bound, plan.status) == (2, 2, "optimal")


def test_two_neighbours_that_leave_no_room_for_a_better_plan_prove_it() -> None:
    """Of three months the first two decide: 1 or 2 but not both, so 1 + 2 + 3 is out of reach and 0 + 2 + 3 proven."""
    question = ask(["a 20h: x 0-2", "b 40h: y 0-2"], ["x 2", "y 2", "y 2"], weekly=5, months=3)
    assert upper_bound(puzzle_of(question)).total == 6
    plan = _plan(question)
    assert (plan.proof.objective, plan.proof.bound, plan.status) == (5, 5, "optimal")


@settings(max_examples=15, deadline=None)
@given(questions())
def test_the_same_iterations_give_the_same_bytes(question: MarketQuestion) -> None:
    """No clock and no loose dice: the n-th rebuild is always the same, so is the plan."""
    assert msgspec.json.encode(_plan(question, 7)) == msgspec.json.encode(_plan(question, 7))


@settings(max_examples=15, deadline=None)
@given(questions())
def test_totals_ruled_out_leave_the_plan_as_it_is(question: MarketQuestion) -> None:
    """The bound may fall, the steps are those found without: here the bound before it is cut off at once."""
    with mock.patch.object(plan_module, "upper_bound", lambda puzzle, _: upper_bound(puzzle, 1e-9)):
        low = _plan(question, 5)
        with mock.patch.object(plan_module, "LOWERING", 0.0):
            usual = _plan(question, 5)
    assert (low.steps, low.proof.objective) == (usual.steps, usual.proof.objective)
    assert brute_force(question) - 1e-6 <= low.proof.bound <= usual.proof.bound + 1e-6


@settings(max_examples=5, deadline=None)
@given(questions())
def test_little_time_goes_to_no_totals(question: MarketQuestion) -> None:
    """They are asked for with the usual effort, not with a tenth of it."""
    with mock.patch.object(plan_module, "lowered", wraps=lowered) as asked:
        make_market_plan(question, lambda made, _: made < 2, limit=0.5)
        make_market_plan(question, lambda made, _: made < 2, limit=0.5, effort=10)
    assert [call.args[2] for call in asked.call_args_list] == [plan_module.LOWERING * 0.5, 0.0]


@settings(max_examples=15, deadline=None)
@given(questions())
def test_more_iterations_never_make_it_worse(question: MarketQuestion) -> None:
    """The best so far is kept."""
    values = [_plan(question, n).proof.objective for n in (0, 3, 9)]
    assert values == sorted(values)


@pytest.mark.parametrize("share", [0.5, 1.0])
def test_small_questions_are_solved_to_the_best_and_proven(share: float) -> None:
    """Where the best can be checked by trying everything, it is found."""
    question = ask(
        ["a 20h: x 0-2", "b 15h: y 0-2 | needs x 1", "c 30h: z 0-2", "d 8h: x 0-1", "e 40h: x 0-2, z 0-2"],
        ["x 2, y 2", "x 2, z 2", "y 2", "z 2, y 2", "x 1"],
        share=share,
        weekly=5,
    )
    assert _plan(question, 400).proof.objective == brute_force(question)


def test_two_of_three_are_learned_where_two_are_asked_for() -> None:
    """One of them opens nothing; the two shortest do, and what teaches two at once does it sooner."""
    postings = ["2 of x 1 or y 1 or z 1"]
    apart = _plan(ask(["a 20h: x 0-1", "b 15h: y 0-1", "c 30h: z 0-1"], postings), 40)
    assert {step.id for step in apart.steps} == {"a", "b"}
    assert [step.opens for step in apart.steps] == [0, 1]
    assert apart.status == "optimal"
    together = _plan(ask(["a 20h: x 0-1", "b 15h: y 0-1", "c 30h: z 0-1, x 0-1"], postings, weekly=7), 40)
    assert [step.id for step in together.steps] == ["c"]
    one_held = _plan(ask(["a 20h: x 0-1", "b 15h: y 0-1", "c 30h: z 0-1"], postings, levels={"z": 1}), 40)
    assert [step.id for step in one_held.steps] == ["b"]


def test_of_many_most_are_learned_without_trying_every_set() -> None:
    """Six of a dozen is 924 sets; the plan is the six shortest, proven."""
    skills = "abcdefghijkl"
    question = ask(
        [f"{s}{n} {n + 1}h: {s} 0-1" for n, s in enumerate(skills)], [f"6 of {' or '.join(f'{s} 1' for s in skills)}"]
    )
    plan = _plan(question, 40)
    assert sorted(step.id for step in plan.steps) == ["a0", "b1", "c2", "d3", "e4", "f5"]
    assert plan.status == "optimal"
