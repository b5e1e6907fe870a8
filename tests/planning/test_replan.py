"""A plan that goes on: least change, what is begun is kept, the order stays."""

import math

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from headway.planning.doubts import Doubts, with_doubts
from headway.planning.model import Instance, Plan
from headway.planning.plan import make_plan
from headway.planning.replan import CHANGE_COST, Earlier, replan
from headway.planning.swap import needless
from headway.values import Span
from tests.planning.oracle import best
from tests.planning.small import question
from tests.planning.test_planning_properties import questions


def _steps(plan: Plan) -> list[str]:
    return [step.id for step in plan.steps if step.kind == "learn"]


@st.composite
def goings_on(draw: st.DrawFn) -> tuple[Instance, Earlier]:
    """A question without a deadline, an earlier plan of any of its choices, and some of them begun."""
    instance = draw(questions(most=5))
    instance = replace(instance, calendar=replace(instance.calendar, deadline=None))
    ids = [choice.id for choice in instance.choices]
    steps = draw(st.permutations(ids))[: draw(st.integers(0, len(ids)))]
    begun = draw(st.permutations(ids))[: draw(st.integers(0, 2))]
    return instance, Earlier(steps=tuple(steps), begun=tuple(begun))


def _weighed(instance: Instance, earlier: Earlier, cost: float) -> Instance:
    """The question in the oracle's terms: begun for nothing and without needs, new ones dearer."""

    def one(x):  # type: ignore[no-untyped-def]
        if x.id in earlier.begun:
            return replace(x, hours=Span(0, 0, 0), needs=(), cost=0.0)
        more = 0.0 if x.id in earlier.steps else cost
        return replace(x, hours=Span(x.hours.low + more, x.hours.likely + more, x.hours.high + more))

    return replace(instance, choices=tuple(one(x) for x in instance.choices))


@given(goings_on(), st.sampled_from((0.0, 2.0, CHANGE_COST)))
def test_hours_and_changes_are_least_by_brute_force(given_: tuple[Instance, Earlier], cost: float) -> None:
    """No choice of no order has fewer hours plus cost of new steps; where nothing reaches the goal, it says so."""
    instance, earlier = given_
    plan = replan(instance, earlier, cost=cost)
    weighed = _weighed(instance, earlier, cost)
    least = best(weighed)
    if least is None:
        assert plan.status == "infeasible"
        return
    assert plan.status != "infeasible"
    assert plan.proof is not None
    assert plan.proof.method.startswith("least change") == (cost > 0)
    minutes = {x.id: math.ceil(x.hours.likely * 60 - 1e-6) for x in weighed.choices}
    assert sum(minutes[id_] for id_ in _steps(plan)) == least[0]


@given(goings_on())
def test_what_is_begun_is_kept_and_comes_first(given_: tuple[Instance, Earlier]) -> None:
    """Whether the goal needs it or not. Before it comes only what a part of it builds on."""
    instance, earlier = given_
    plan = replan(instance, earlier)
    assume(plan.status != "infeasible")
    assert set(earlier.begun) <= set(_steps(plan))


@given(questions(limited=False))
def test_where_nothing_happened_nothing_changes(instance: Instance) -> None:
    """A plan brought up to date on its first day is the plan: steps, order, dates."""
    first = make_plan(instance)
    assume(first.status != "infeasible")
    again = replan(instance, Earlier(steps=tuple(_steps(first))))
    assert [(s.id, s.start, s.end, s.raises) for s in again.steps] == [
        (s.id, s.start, s.end, s.raises) for s in first.steps
    ]
    assert again.status == first.status


@given(goings_on())
def test_dearer_changes_are_never_more(given_: tuple[Instance, Earlier]) -> None:
    """The count of new steps does not grow with their cost."""
    instance, earlier = given_
    counts = []
    for cost in (0.0, 3.0, 50.0):
        plan = replan(instance, earlier, cost=cost)
        assume(plan.status != "infeasible")
        counts.append(len(set(_steps(plan)) - set(earlier.steps) - set(earlier.begun)))
    assert counts == sorted(counts, reverse=True)


def test_a_small_gain_is_not_worth_a_change_and_a_large_one_is() -> None:
    """Two ways to the same level: 20 hours, in the plan, or a newer one of 16; later of 5."""
    earlier = Earlier(steps=("old",))
    small = question(["old 20h: python 0-2", "new 16h: python 0-2"], ["python 2"])
    kept = replan(small, earlier)
    assert _steps(kept) == ["old"]
    assert kept.status == "feasible"
    assert kept.proof is not None
    assert (kept.proof.objective, kept.proof.bound) == (20, 16)
    large = question(["old 20h: python 0-2", "new 5h: python 0-2"], ["python 2"])
    assert _steps(replan(large, earlier)) == ["new"]
    assert _steps(replan(small, earlier, cost=0)) == ["new"]


def test_what_is_begun_stays_in_front_even_when_the_goal_is_reached_without_it() -> None:
    """With a sentence that says so, dates for all, and the sums right (verify ran)."""
    instance = question(["hobby 10h: music 0-1", "book 20h: python 0-2"], ["python 2"])
    plan = replan(instance, Earlier(steps=("book",), begun=("hobby",)))
    assert _steps(plan) == ["hobby", "book"]
    assert "does not need it any more" in plan.steps[0].why
    assert plan.steps[1].start >= plan.steps[0].end
    assert plan.learn_hours.likely == 30


def test_whoever_has_begun_needed_nothing_more_for_it() -> None:
    """No course is put before one that is under way."""
    instance = question(["maths 30h: maths 0-1", "ml 20h: ml 0-2 | needs maths 1"], ["ml 2"])
    assert _steps(replan(instance, Earlier(steps=("maths", "ml"), begun=("ml",)))) == ["ml"]


def test_the_old_order_stays() -> None:
    """Steps that could come in any order keep theirs; a new one comes just before what needs it."""
    choices = ["a 9h: a 0-1", "b 5h: b 0-1", "c 7h: c 0-1 | needs d 1", "d 3h: d 0-1"]
    instance = question(choices, ["a 1", "b 1", "c 1"])
    assert _steps(replan(instance, Earlier(steps=("b", "c", "a")))) == ["b", "d", "c", "a"]
    assert _steps(replan(instance, Earlier(steps=("a", "b", "d", "c"), begun=("b",)))) == ["b", "a", "d", "c"]


def test_a_goal_that_nothing_reaches_any_more_is_told() -> None:
    """As of a first plan: infeasible, with the skill that nobody teaches."""
    plan = replan(question(["a 9h: a 0-1"], ["a 1", "z 2"]), Earlier(steps=("a",)))
    assert plan.status == "infeasible"
    assert plan.unreachable == (("z", 2),)


def test_what_the_person_took_in_the_place_of_another_stays() -> None:
    """Though a shorter one is there; and not where it serves nothing."""
    instance = question(["long 40h: python 0-2", "short 5h: python 0-2", "hobby 3h: music 0-1"], ["python 2"])
    assert _steps(replan(instance, Earlier(steps=("long",), chosen=("long",)))) == ["long"]
    assert _steps(replan(instance, Earlier(steps=("long",)))) == ["short"]
    assert _steps(replan(instance, Earlier(steps=("short",), chosen=("hobby",)))) == ["short"]


def test_needless_steps_spare_nothing_and_doubts_are_those_of_a_first_plan() -> None:
    """On the first day the same beliefs are told; what was begun and no goal needs adds nothing to what is spared."""
    asked = question(
        ["ml 30h: ml 0-2 | needs python 1", "py 25h: python 0-2", "git 9h: git 0-1"], ["ml 2"], levels={"python": 1}
    )
    doubts = Doubts(sure={"python": 0.7}, chances=lambda skill, level: 0.3 if skill == "ml" else 0.0)
    first = with_doubts(asked, make_plan(asked), doubts)
    assert [each.skill for each in (*first.leans_on, *first.may_know)] == ["python", "ml"]
    begun = replan(asked, Earlier(steps=tuple(_steps(first)), begun=("git",)))
    assert "git" in _steps(begun)
    again = with_doubts(asked, begun, doubts, needless(asked, begun))
    assert (again.leans_on, again.may_know) == (first.leans_on, first.may_know)
    assert with_doubts(asked, begun, doubts).may_know != first.may_know, "what `needless` is for"
