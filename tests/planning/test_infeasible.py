"""No plan is never the whole answer: what is short, what would help, what does fit."""

import datetime as dt

from msgspec.structs import replace

from headway.planning.infeasible import reasons
from headway.planning.model import EntryStep, Plan
from headway.planning.names import Names
from headway.planning.plan import make_plan
from headway.planning.prepare import prepare
from headway.values import Span
from tests.planning.small import question, target


def relief(plan: Plan, change: str):
    return next(r for r in plan.reliefs if r.change == change)


def test_too_little_time_tells_hours_a_week_deadline_and_what_to_drop() -> None:
    """30 hours in two weeks of 10: 10 are missing; 15 a week, one week more, or the lighter target."""
    asked = question(
        ["a 20h: x 0-2", "b 10h: y 0-2"], [target("x 2", 7), target("y 2", 3)], deadline=dt.date(2026, 12, 6)
    )
    plan = make_plan(asked)
    assert (plan.status, plan.shortfall_hours, plan.shortfall_money) == ("infeasible", 10.0, None)
    assert relief(plan, "hours-per-week").amount == 15.0
    assert relief(plan, "hours-per-week").text == "Study 15 hours a week instead of 10."
    assert relief(plan, "deadline").until == dt.date(2026, 12, 11)
    dropped = relief(plan, "drop-skill")
    assert (dropped.skill, dropped.skills, dropped.weight_lost) == ("y", ("y",), 0.3)
    assert dropped.text == "Leave out y: 30 % of the role's weight is lost."
    assert [step.id for step in plan.steps] == ["a"]


def test_too_little_money_tells_the_least_budget() -> None:
    """The cheapest plan costs 25, whatever the fastest costs."""
    choices = ["fast 10h: x 0-2 | costs 90", "slow 40h: x 0-2 | costs 25", "unpriced 1h: x 0-2 | costs unknown"]
    plan = make_plan(question(choices, ["x 2"], budget=10.0))
    assert (plan.status, plan.shortfall_hours, plan.shortfall_money) == ("infeasible", None, 15.0)
    assert relief(plan, "budget").amount == 25.0
    assert relief(plan, "budget").text == "Spend up to 25.00 USD instead of 10.00."


def test_time_and_money_can_stand_for_each_other() -> None:
    """The free way is too long and the quick way too dear: more money helps, and so does more time."""
    choices = ["quick 10h: x 0-2 | costs 90", "free 40h: x 0-2"]
    plan = make_plan(question(choices, ["x 2"], budget=10.0, deadline=dt.date(2026, 12, 6)))
    assert (plan.shortfall_hours, plan.shortfall_money) == (20.0, None)
    assert relief(plan, "budget").amount == 90.0
    assert relief(plan, "hours-per-week").amount == 20.0


def test_when_neither_time_nor_money_alone_helps_only_dropping_is_offered() -> None:
    """Both are short at once, so no single change of either is proposed."""
    choices = ["quick 30h: x 0-2 | costs 90", "other 2h: y 0-1"]
    plan = make_plan(question(choices, ["x 2", "y 1"], budget=10.0, deadline=dt.date(2026, 12, 6)))
    assert (plan.shortfall_hours, plan.shortfall_money) == (12.0, 80.0)
    assert [r.change for r in plan.reliefs] == ["drop-skill"]
    assert [step.id for step in plan.steps] == ["other"]


def test_a_target_nobody_teaches_is_named_and_the_rest_is_planned() -> None:
    """The plan goes as far as it can and says what is out of reach."""
    plan = make_plan(question(["a 20h: x 0-2"], ["x 2", "magic 1 or sorcery 2"]))
    assert plan.status == "infeasible"
    assert plan.unreachable == (("magic", 1), ("sorcery", 2))
    assert [step.id for step in plan.steps] == ["a"]
    assert relief(plan, "drop-skill").skills == ("magic",)
    assert [r.change for r in plan.reliefs] == ["drop-skill"]


def test_entry_steps_alone_can_be_too_long() -> None:
    """Nothing to drop then; only time helps."""
    apply = EntryStep(id="apply", label="Apply", text="", hours=Span(10, 30, 60))
    asked = question(["a 20h: x 0-2"], ["x 2"], deadline=dt.date(2026, 12, 6), entry_steps=(apply,))
    plan = make_plan(asked)
    assert (plan.status, plan.shortfall_hours, plan.steps) == ("infeasible", 30.0, ())
    assert {r.change for r in plan.reliefs} == {"hours-per-week", "deadline"}
    assert make_plan(replace(asked, levels={"x": 2})).shortfall_hours == 10.0


def test_what_no_week_can_hold_is_not_offered() -> None:
    """1,000 hours in two weeks: only a later day or less to learn."""
    plan = make_plan(question(["a 1000h: x 0-2"], ["x 2"], deadline=dt.date(2026, 12, 6)))
    assert {r.change for r in plan.reliefs} == {"deadline", "drop-skill"}


def test_a_search_that_found_nothing_is_not_short_of_money_that_is_there() -> None:
    """It ended at its limit, and a choice within the budget is found another way: nothing is short by less than 0."""
    asked = question(["book 10h: x 0-2 | costs 25"], ["x 2"], budget=100.0)
    why = reasons(asked, prepare(asked), None, Names())
    assert (why.shortfall_money, why.proven) == (None, False)
    assert [each.change for each in why.reliefs if each.change == "budget"] == []
