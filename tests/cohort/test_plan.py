"""The plan for all: that of the person whom a class of equals would be; what it leaves to each."""

import datetime as dt
from functools import cache

import pytest

from headway.app.class_plan import SharedPlan, catch_up, new_to, not_ready, shared_plan
from headway.app.context import Context, open_context
from headway.cohort.figures import Wanted
from headway.cohort.model import Member
from headway.cohort.together import left_alone
from headway.errors import BadOption
from headway.knowledge.needs import needs_at
from headway.planning.build import build_instance
from headway.planning.options import PlanOptions
from headway.planning.plan import make_plan
from headway.planning.targets import targets_of
from tests.cohort.people import ROLE, TODAY, share

LEVELS = {"python": 2, "sql": 2, "statistics": 1, "programming": 1}


@cache
def _context() -> Context:
    return open_context(TODAY.isoformat())


def _needs() -> tuple[Wanted, ...]:
    return needs_at(_context().knowledge.roles[ROLE], "junior")


def _options(**other: dt.date) -> PlanOptions:
    return PlanOptions(start=TODAY, hours=8.0, **other)


@cache
def _shared(*levels: tuple[tuple[str, int], ...]) -> SharedPlan:
    members = [Member(share=share(n, dict(each))) for n, each in enumerate(levels)]
    return shared_plan(_context(), members, _needs(), _options(), 0.5)


def _rows(levels: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(levels.items()))


def test_a_class_of_equals_gets_the_plan_of_each_one() -> None:
    """The same hours as the fastest plan of such a person, proven; nothing is left to anybody."""
    shared = _shared(*[_rows(LEVELS)] * 5)
    targets, _ = targets_of(_context().knowledge.roles[ROLE], "junior")
    own = make_plan(build_instance(LEVELS, targets, _context().knowledge.resources, _options()))
    assert shared.plan.proof is not None
    assert own.proof is not None
    assert shared.plan.status == "optimal"
    assert shared.plan.proof.objective == own.proof.objective
    one = share(1, LEVELS)
    assert left_alone(one, _needs(), shared.after) == ()
    assert catch_up(_context(), one, shared) == {}
    assert not any(not_ready(_context(), [Member(share=one)], shared).values())


def test_what_a_minority_lacks_is_not_taught_and_is_told() -> None:
    """Two of five cannot program: the plan takes it as held, and says who has to catch up and before which step."""
    beginner: dict[str, int] = {}
    shared = _shared(*[_rows(LEVELS)] * 3, _rows(beginner), _rows(beginner))
    members = [Member(share=share(n, LEVELS if n < 3 else beginner)) for n in range(5)]
    assert shared.held == LEVELS
    assert "python" not in {skill for need, _ in shared.goals for skill in need.any_of}
    assert catch_up(_context(), share(9, beginner), shared)
    rows = [row for each in not_ready(_context(), members, shared).values() for row in each]
    assert {row["people"] for row in rows} == {2}
    left = {need.any_of for need, _ in left_alone(share(9, beginner), _needs(), shared.after)}
    assert ("python", "r-language") in left


def test_a_step_is_new_to_those_who_lack_what_it_is_there_for() -> None:
    """And to nobody who holds it all."""
    members = [Member(share=share(n, {"sql": n})) for n in range(4)]
    assert new_to(members, [("sql", 1, 2)]) == 2
    assert new_to(members, [("sql", 1, 2), ("python", 0, 1)]) == 4
    assert new_to(members, []) == 0


def test_nothing_lacked_means_nothing_to_learn() -> None:
    """Everybody holds every need."""
    everything = {skill: 3 for need, _ in _needs() for skill in need.any_of}
    shared = _shared(*[_rows(everything)] * 5)
    assert (shared.goals, shared.plan.steps, shared.plan.status) == ((), (), "nothing-to-learn")


def test_a_deadline_before_the_start_is_refused() -> None:
    """As in a plan for one."""
    with pytest.raises(BadOption):
        shared_plan(_context(), [Member(share=share(1))], _needs(), _options(deadline=dt.date(2020, 1, 1)), 0.5)
