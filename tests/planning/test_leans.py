"""What a plan costs more when a belief it leans on is wrong."""

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from headway.planning.model import Instance
from headway.planning.plan import make_plan
from tests.planning.small import choice, question

ASKED = question(
    ["ml 30h: ml 0-2 | needs python 2, maths 1", "py 25h: python 0-2", "py-more 8h: python 1-2", "m 6h: maths 0-1"],
    ["ml 2", "git 1"],
    levels={"python": 2, "maths": 1, "git": 1, "cooking": 3},
)


def test_each_doubt_costs_the_repair_of_the_plan() -> None:
    """Python one lower: the short course of 8 hours. Maths gone: 6 hours. Cooking: nothing rests on it."""
    plan = make_plan(ASKED, {"python": 0.7, "maths": 0.9, "cooking": 0.6, "git": 0.65})
    assert [(lean.skill, lean.level, lean.probability) for lean in plan.leans_on] == [
        ("python", 2, 0.7),
        ("maths", 1, 0.9),
    ]
    assert [(lean.extra_hours, lean.extra_days) for lean in plan.leans_on] == [(8.0, 6), (6.0, 5)]


def test_what_is_certain_or_has_no_probability_is_not_doubted() -> None:
    """Only beliefs with a chance of being wrong are looked into."""
    assert make_plan(ASKED, {"python": 1.0}).leans_on == ()
    assert make_plan(ASKED).leans_on == ()


def test_a_rebuilt_question_brings_skipped_parts_back() -> None:
    """The course is 10 hours because its first module is known; without that knowledge it is 30."""
    short = question(["c 10h: a 0-1, b 0-2"], ["b 2", "a 1"], levels={"a": 1})

    def rebuild(levels: Mapping[str, int], only: Collection[str] | None) -> Instance:
        return replace(short, levels=dict(levels), choices=(choice("c 30h: a 0-1, b 0-2"),))

    (lean,) = make_plan(short, {"a": 0.8}, rebuild=rebuild).leans_on
    assert (lean.skill, lean.extra_hours) == ("a", 20.0)
