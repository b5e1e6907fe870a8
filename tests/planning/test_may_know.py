"""What a plan spares when the person turns out to hold what it teaches."""

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from headway.planning.model import Instance
from headway.planning.plan import make_plan
from headway.values import Level
from tests.planning.small import choice, question

ASKED = question(
    ["ml 30h: ml 0-2 | needs python 2, maths 1", "py 25h: python 0-2", "m 6h: maths 0-1", "git 9h: git 0-1"],
    ["ml 2", "git 1"],
)


def test_each_hope_spares_what_the_plan_no_longer_needs() -> None:
    """Python held: its course goes. ML held: with it all that only it needs. The most expected saving comes first."""
    chances = {"python": 0.5, "maths": 0.5, "ml": 0.3, "git": 0.1}
    plan = make_plan(ASKED, chances=lambda skill, level: chances[skill])
    found = [(each.skill, each.level, each.probability, each.spares_hours) for each in plan.may_know]
    assert found == [("ml", 2, 0.3, 61.0), ("python", 2, 0.5, 25.0), ("maths", 1, 0.5, 6.0)]


def test_days_are_those_that_the_hours_take() -> None:
    """At 10 hours a week 25 hours are 17 whole days."""
    plan = make_plan(ASKED, chances=lambda skill, level: 0.5 if skill == "python" else 0.0)
    (python,) = plan.may_know
    assert python.spares_days == int(25 / ASKED.calendar.weekly_hours * 7)


def test_what_is_unlikely_or_was_not_asked_for_is_left_out() -> None:
    """A chance below one in five, and a caller that gives no chances."""
    assert make_plan(ASKED, chances=lambda skill, level: 0.19).may_know == ()
    assert make_plan(ASKED).may_know == ()


def test_a_course_that_teaches_something_else_too_spares_nothing() -> None:
    """Whoever knows half of a course still has to take it."""
    both = question(["c 20h: a 0-1, b 0-1"], ["a 1", "b 1"])
    assert make_plan(both, chances=lambda skill, level: 0.5).may_know == ()


def test_a_rebuilt_question_takes_known_parts_out() -> None:
    """With its first module known the course is 8 hours shorter."""
    both = question(["c 20h: a 0-1, b 0-1"], ["a 1", "b 1"])

    def rebuild(levels: Mapping[str, Level], only: Collection[str] | None) -> Instance:
        hours = 12 if levels.get("a") else 20
        return replace(both, levels=dict(levels), choices=(choice(f"c {hours}h: a 0-1, b 0-1"),))

    plan = make_plan(both, rebuild=rebuild, chances=lambda skill, level: 0.5 if skill == "a" else 0.0)
    assert [(each.skill, each.spares_hours) for each in plan.may_know] == [("a", 8.0)]
