"""What a class lacks and holds together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headway.cohort.figures import how_held, need_figures, trend
from headway.cohort.model import Member
from headway.cohort.together import fewest_of, held_together, lacked_together, left_alone
from headway.knowledge.model import RoleNeed
from tests.cohort.people import classes, held, plan_state, share

PYTHON = RoleNeed(any_of=("python",), levels={"junior": 2}, weight=5)
EITHER = RoleNeed(any_of=("tableau", "sql"), levels={"junior": 2}, weight=5)
NEEDS = ((PYTHON, 2), (EITHER, 2))


@pytest.mark.parametrize(("part", "n", "people"), [(0.5, 6, 3), (0.5, 7, 4), (1, 7, 7), (0.001, 7, 1), (0.1, 10, 1)])
def test_at_least_a_part_is_rounded_up(part: float, n: int, people: int) -> None:
    """And never nobody."""
    assert fewest_of(part, n) == people


def test_a_level_is_held_together_where_fewer_than_the_part_lack_it() -> None:
    """Levels 0, 1, 2, 3 of four people: two lack level 2, so half the class does."""
    members = [Member(share=share(n, {"python": n})) for n in range(4)]
    assert held_together(members, 0.5) == {"python": 1}
    assert held_together(members, 0.75) == {"python": 2}
    assert held_together(members, 0.25) == {}


def test_a_choice_is_not_lacked_where_each_has_another_of_it() -> None:
    """Half know Tableau and half SQL: nobody lacks the need, though half lack each."""
    members = [Member(share=share(n, {"tableau" if n % 2 else "sql": 2})) for n in range(6)]
    assert lacked_together(members, NEEDS, 0.5) == ((PYTHON, 2),)
    assert held_together(members, 0.5) == {}


@settings(max_examples=25)
@given(classes(st.just(0), st.integers(1, 9)), st.floats(0.01, 1))
def test_a_goal_is_never_met_at_the_start(members: tuple[Member, ...], part: float) -> None:
    """Whoever lacks a need lacks every skill of it: the question put to the planner is sound."""
    start = held_together(members, part)
    for need, wanted in lacked_together(members, NEEDS, part):
        assert all(start.get(skill, 0) < wanted for skill in need.any_of)


@settings(max_examples=25)
@given(classes(st.just(0), st.integers(1, 9)))
def test_the_ways_of_holding_add_up(members: tuple[Member, ...]) -> None:
    """Each holder counts once."""
    for row in need_figures(members, NEEDS):
        assert row.holds.people == row.proof.people + row.claim.people + row.inferred.people
        assert 0 <= row.holds.people <= row.holds.n == len(members)


def test_proof_goes_before_claim_and_claim_before_what_follows() -> None:
    """Of several skills of a need the strongest way counts."""
    shown, said, follows = held("sql", 2, proof=2), held("tableau", 2), held("python", 2, claim=0)
    assert how_held(share(1, skills=(said, shown)), EITHER, 2) == "proof"
    assert how_held(share(1, skills=(said,)), EITHER, 2) == "claim"
    assert how_held(share(1, skills=(follows,)), PYTHON, 2) == "inferred"
    assert how_held(share(1, skills=(said,)), PYTHON, 2) == ""


def test_what_no_step_brings_is_left_to_the_person() -> None:
    """Any skill of a need that a step raises high enough takes it away."""
    assert left_alone(share(1), NEEDS, {"sql": 2, "python": 1}) == ((PYTHON, 2),)
    assert left_alone(share(1, {"python": 2}), NEEDS, {}) == ((EITHER, 2),)


def test_where_somebody_is_against_their_plan() -> None:
    """Done before paused before behind; without a plan nothing can be late."""
    assert trend(share(1)) == "no plan"
    assert trend(share(1, plan=plan_state())) == "on time"
    assert trend(share(1, plan=plan_state(steps_due=3))) == "behind"
    assert trend(share(1, plan=plan_state(deadline=plan_state().start))) == "behind"
    assert trend(share(1, plan=plan_state(steps_due=3, paused=True))) == "paused"
    assert trend(share(1, plan=plan_state(steps_done=10))) == "done"
