"""Which beliefs postings hang on, and which short tests a market plan offers."""

import itertools

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.planning.market.hanging import hanging
from headway.planning.market.plan import make_market_plan
from headway.planning.market.worth_testing import stakes, worth_testing
from headway.values import Span
from tests.planning.market.small import ask

SKILLS = "abcde"
NO_TIME = Span(0.0, 0.0, 0.0)
GROUPS = ["a 2", "b 2", "c 1", "a 2 or b 2", "c 1 or d 1", "d 1", "2 of a 2 or b 2 or e 2"]
POSTING = st.lists(st.sampled_from(GROUPS), min_size=1, max_size=4, unique=True).map(", ".join)


def _chances(p: dict[str, float]):  # type: ignore[no-untyped-def]
    return lambda skill, _level: p[skill]


def _covered(group: str, there: dict[str, bool]) -> bool:
    count, _, members = group.rpartition(" of ")
    return sum(there[one.split()[0]] for one in members.split(" or ")) >= int(count or 1)


def _expected(postings: list[str], p: dict[str, float], share: float) -> float:
    """By trying every way things may be: each skill is wholly there or not at all."""
    total = 0.0
    for has in itertools.product((False, True), repeat=len(SKILLS)):
        there = dict(zip(SKILLS, has, strict=True))
        chance = np.prod([p[s] if there[s] else 1 - p[s] for s in SKILLS])
        for line in postings:
            met = [_covered(group, there) for group in line.split(", ")]
            total += float(chance) * (sum(met) >= np.ceil(len(met) * share - 1e-9))
    return total


@settings(max_examples=40, deadline=None)
@given(
    st.lists(POSTING, min_size=1, max_size=4),
    st.lists(st.floats(0.05, 0.95), min_size=5, max_size=5),
    st.sampled_from([1.0, 0.8, 0.5]),
)
def test_what_is_expected_within_reach_is_the_mean_over_all_that_may_be(
    postings: list[str], rates: list[float], share: float
) -> None:
    """Where no posting names a skill twice: the same as trying every way things may be."""
    used = [line for line in postings if all(line.count(f"{s} ") <= 1 for s in SKILLS)]
    p = dict(zip(SKILLS, rates, strict=True))
    if used:
        found = hanging(ask([], used, share=share), {}, _chances(p))
        assert found.expected == pytest.approx(_expected(used, p, share), abs=1e-9)
        for (skill, _), weight in found.weights.items():
            more, less = ({**p, skill: x} for x in (1.0, 0.0))
            there, gone = (hanging(ask([], used, share=share), {}, _chances(q)).expected for q in (more, less))
            assert weight == pytest.approx(there - gone, abs=1e-9)


def test_of_two_of_three_each_decides_where_one_other_is_there() -> None:
    """Even odds of each: two or three of them in half of all cases, exactly one of two others in half."""
    found = hanging(ask([], ["2 of a 2 or b 2 or c 2"]), {}, _chances(dict.fromkeys("abc", 0.5)))
    assert found.expected == pytest.approx(0.5)
    assert found.weights == pytest.approx({(skill, 2): 0.5 for skill in "abc"})


def test_nothing_hangs_on_what_the_plan_teaches_or_what_another_skill_covers() -> None:
    """The group is covered whatever is true of the person."""
    question = ask([], ["a 2", "b 2 or c 2"])
    found = hanging(question, {"a": 2, "c": 2}, _chances({"a": 0.5, "b": 0.5, "c": 0.5}))
    assert found.weights == {}
    assert found.expected == 2


def test_postings_closed_by_years_hang_on_nothing() -> None:
    """No test of a skill opens them."""
    found = hanging(ask([], ["a 2 | 6 years"]), {}, _chances({"a": 0.5}))
    assert (found.weights, found.expected) == ({}, 0.0)


def test_a_posting_of_twice_the_weight_counts_twice() -> None:
    """Weights are those of the plan."""
    found = hanging(ask([], ["a 2"], weights=[2.0]), {}, _chances({"a": 0.5}))
    assert found.weights == {("a", 2): 2.0}


def test_hours_that_may_not_be_needed_are_a_reason_to_test() -> None:
    """What a step teaches is at stake by its hours, and no posting hangs on it any more."""
    question = ask(["long 40h: a 0-2"], ["a 2"])
    (only,) = stakes(question, [((("a", 0, 2),), Span(30.0, 40.0, 50.0))], _chances({"a": 0.4})).stakes
    assert (only.skill, only.hours, only.postings) == ("a", 40.0, 0.0)
    assert only.weight == pytest.approx(0.6)  # a posting more, 0.6 of one in the mean, for all of the hours


def test_a_plan_offers_the_test_of_what_it_rests_on_and_of_what_it_may_teach_for_nothing() -> None:
    """Both kinds stand in the list, one row a skill, and each says whether it is counted as known."""
    question = ask(["long 40h: a 0-2"], ["a 2, b 2", "b 2", "b 1"], levels={"b": 2})
    plan = make_market_plan(question, lambda made, _: made < 5, limit=0.5)
    rows = worth_testing(question, plan.steps, _chances({"a": 0.4, "b": 0.64}))
    assert {(row.skill, row.counted) for row in rows} == {("a", False), ("b", True)}
    assert next(row for row in rows if row.skill == "a").hours == 40


def test_what_is_certain_is_not_tested() -> None:
    """A known skill that is sure, and a lacking one that cannot be there, would only cost time."""
    question = ask(["long 40h: a 0-2"], ["a 2, b 2"], levels={"b": 2})
    plan = make_market_plan(question, lambda made, _: made < 5, limit=0.5)
    assert worth_testing(question, plan.steps, _chances({"a": 0.0, "b": 1.0})) == ()


def test_an_empty_market_asks_for_no_test() -> None:
    """No postings, no steps: no rows, no error."""
    question = ask([], [])
    assert stakes(question, [], _chances({})).stakes == ()
    assert msgspec.structs.asdict(hanging(question, {}, _chances({}))) == {"weights": {}, "expected": 0.0}
