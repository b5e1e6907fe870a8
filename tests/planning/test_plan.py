"""The whole way from question to plan."""

import msgspec
import pytest
from msgspec.structs import replace

from headway.planning.model import EntryStep
from headway.planning.names import Names
from headway.planning.plan import make_plan
from headway.planning.verify import verify
from headway.values import Span
from tests.planning.small import question


def ids(plan) -> list[str]:
    return [step.id for step in plan.steps]


def test_the_fastest_choice_is_taken_with_its_prerequisites_first() -> None:
    """Needs are supplied before use, by the shortest way, and the plan is proven."""
    plan = make_plan(
        question(
            [
                "course 30h: ml 0-2 | needs maths 1, python 2",
                "maths-slow 40h: maths 0-2",
                "maths-fast 10h: maths 0-1",
                "python-book 20h: python 0-2",
                "useless 5h: cooking 0-2",
            ],
            ["ml 2"],
        )
    )
    assert plan.status == "optimal"
    assert set(ids(plan)) == {"maths-fast", "python-book", "course"}
    assert ids(plan)[-1] == "course"
    assert plan.proof is not None
    assert (plan.proof.objective, plan.proof.bound, plan.proof.gap) == (60.0, 60.0, 0.0)


def test_a_shared_prerequisite_beats_two_cheap_ones() -> None:
    """Hours are compared for the whole plan, not course by course."""
    plan = make_plan(
        question(
            ["a-alone 8h: a 0-2", "b-alone 8h: b 0-2", "both 12h: a 0-2, b 0-2"],
            ["a 2", "b 2"],
        )
    )
    assert ids(plan) == ["both"]


def test_a_course_that_takes_over_at_a_level_counts_only_after_that_level() -> None:
    """A teaching from level 1 is no use to someone at 0, and is used after a beginner's course."""
    plan = make_plan(
        question(
            ["next 10h: python 1-2", "first 10h: python 0-1", "whole 25h: python 0-2"],
            ["python 2"],
        )
    )
    assert ids(plan) == ["first", "next"]
    assert [step.raises for step in plan.steps] == [(("python", 0, 1),), (("python", 1, 2),)]


def test_equal_hours_are_decided_by_wish_then_money_then_steps() -> None:
    """Preference decides only among the fastest; then the cheaper; then the fewer steps."""
    two_steps = ["a1 10h: a 0-1", "a2 10h: a 1-2"]
    paid, free = "paid 20h: a 0-2 | costs 30", "free 20h: a 0-2"
    wished = "wished 20h: a 0-2 | costs 30 | preferred"
    long_wished = "wished 21h: a 0-2 | preferred"
    assert ids(make_plan(question([*two_steps, paid], ["a 2"]))) == ["a1", "a2"]
    assert ids(make_plan(question([*two_steps, paid, free], ["a 2"]))) == ["free"]
    assert ids(make_plan(question([*two_steps, wished, free], ["a 2"]))) == ["wished"]
    assert ids(make_plan(question([*two_steps, long_wished, free], ["a 2"]))) == ["free"]


def test_any_alternative_of_a_target_will_do() -> None:
    """PyTorch or TensorFlow: the one with the shorter way."""
    plan = make_plan(question(["torch 20h: pytorch 0-2", "flow 15h: tensorflow 0-2"], ["pytorch 2 or tensorflow 2"]))
    assert ids(plan) == ["flow"]


def test_who_holds_everything_has_nothing_to_learn() -> None:
    """The entry steps remain."""
    entry = EntryStep(id="cv", label="CV", text="Write it", hours=Span(2, 4, 8))
    plan = make_plan(question(["x 5h: a 0-2"], ["a 2"], levels={"a": 2}, entry_steps=(entry,)))
    assert plan.status == "nothing-to-learn"
    assert ids(plan) == ["cv"]
    assert plan.steps[0].why == "Write it"


def test_entry_steps_follow_learning_with_their_hours() -> None:
    """10 hours of learning at 10 a week, then 10 hours of applications: two weeks in all."""
    entry = EntryStep(id="apply", label="Apply", text="Apply", hours=Span(5, 10, 20))
    plan = make_plan(question(["x 10h: a 0-2"], ["a 2"], entry_steps=(entry,)))
    learn, apply = plan.steps
    assert (learn.start.isoformat(), learn.end.isoformat()) == ("2026-11-23", "2026-11-27")
    assert (apply.start.isoformat(), apply.end.isoformat()) == ("2026-11-30", "2026-12-04")
    assert (plan.end_early, plan.end, plan.end_late) == (learn.end, apply.end, plan.end_late)
    assert plan.end_late.isoformat() == "2026-12-18"


def test_each_step_says_why_it_is_there_and_what_could_replace_it() -> None:
    """Levels raised, who needs it, what the role asks for, what was longer."""
    plan = make_plan(
        question(
            ["ml 10h: ml 0-2 | needs python 1", "py-a 10h: python 0-1", "py-b 15h: python 0-2"],
            ["ml 2"],
        ),
        names=Names({"python": "Python", "ml": "Machine learning", "py-b": "The long book"}, {"py-a": ("s0-1",)}),
    )
    python, ml = plan.steps
    assert python.why == "Needed by Machine learning; chosen over The long book: 5 h shorter."
    assert (python.alternatives, python.alternative_hours) == (("py-b",), (5.0,))
    assert (python.serves, python.stages) == (("ml",), ("s0-1",))
    assert ml.why == "The role asks for Machine learning at working."


def test_a_circle_of_needs_is_broken_by_an_outsider_or_not_at_all() -> None:
    """Two courses that each need what the other teaches cannot start each other."""
    circle = ["left 10h: a 0-1, goal 0-1 | needs b 1", "right 10h: b 0-1 | needs a 1"]
    stuck = make_plan(question(circle, ["goal 1"]))
    assert (stuck.status, stuck.unreachable) == ("infeasible", (("goal", 1),))
    opened = make_plan(question([*circle, "door 50h: a 0-1"], ["goal 1"]))
    assert ids(opened) == ["door", "right", "left"]


def test_a_choice_cannot_be_taken_twice_to_use_both_its_parts() -> None:
    """`left` gives a, but its part b 1-2 counts only after `right`, which needs that a: neither order works."""
    plan = make_plan(question(["left 10h: a 0-1, b 1-2", "right 10h: b 0-1 | needs a 1"], ["b 2"]))
    assert plan.status == "infeasible"
    assert plan.left_out[0].code == "needs-in-a-circle"


def test_the_same_question_gives_the_same_bytes() -> None:
    """No clock, no dice: two runs are one."""
    asked = question(["a 10h: x 0-1", "b 10h: x 0-1", "c 10h: y 0-2 | needs x 1"], ["y 2"])
    again = msgspec.json.decode(msgspec.json.encode(asked), type=type(asked))
    assert msgspec.json.encode(make_plan(asked)) == msgspec.json.encode(make_plan(again))


def test_checkpoints_come_at_month_ends_and_at_the_end() -> None:
    """They say how far the targets are by then, in number and weight."""
    plan = make_plan(question(["a 20h: x 0-1", "b 20h: y 0-1"], ["x 1", "y 1"]))
    assert [(point.date.isoformat(), point.targets_met, point.weight_met) for point in plan.checkpoints] == [
        ("2026-11-30", 0, 0.0),
        ("2026-12-18", 2, 1.0),
    ]


@pytest.mark.parametrize(("count", "says"), [(1, "1 resource is left out"), (1200, "1,200 resources are left out")])
def test_a_plan_says_how_much_was_left_out_for_want_of_a_price(count: int, says: str) -> None:
    """Whether it fits or not; and it is no reason why a plan does not fit."""
    for budget in (100.0, 10.0):
        asked = question(["book 10h: x 0-2 | costs 25"], ["x 2"], budget=budget, unpriced_left_out=count)
        plan = make_plan(asked)
        assert [(each.code, each.what.startswith(says)) for each in plan.left_out] == [("price-unknown", True)]
    assert "it is called infeasible without a reason" in verify(asked, replace(plan, shortfall_money=None))


def test_nothing_is_said_of_prices_where_nothing_was_left_out() -> None:
    """No finding at 0."""
    assert make_plan(question(["book 10h: x 0-2 | costs 25"], ["x 2"], budget=100.0)).left_out == ()


def test_three_dimes_pay_for_what_costs_a_dime_and_two_dimes() -> None:
    """0.1 + 0.2 is more than 0.3 to a machine, not to a purse: the other way is named as one."""
    choices = ["a 5h: x 0-1 | costs 0.1", "b 10h: y 0-1 | costs 0.1", "c 12h: y 0-1 | costs 0.2"]
    plan = make_plan(question(choices, ["x 1", "y 1"], budget=0.3))
    assert {step.id: step.alternatives for step in plan.steps}["b"] == ("c",)


def test_an_alternative_of_some_minutes_more_is_not_said_to_save_0_hours() -> None:
    """Less than half an hour is told in minutes."""
    (step,) = make_plan(question(["a 10h: x 0-1", "b 10.2h: x 0-1"], ["x 1"])).steps
    assert step.why == "The role asks for x at aware; chosen over b: 12 minutes shorter."
