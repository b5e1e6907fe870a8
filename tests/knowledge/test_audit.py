"""A roadmap's own arithmetic."""

from pathlib import Path

import pytest

from headway.knowledge.audit import audit
from headway.knowledge.fact import Need, Stated, Teaches
from headway.knowledge.load import load_knowledge
from headway.knowledge.model import Knowledge, Roadmap, Stage, StageCourse


@pytest.fixture(scope="module")
def knowledge(run_home: Path) -> Knowledge:
    return load_knowledge(run_home / "cache")


def _course(label: str, months: float, pace: float, **more: object) -> StageCourse:
    stated = Stated(source="s0", months=(months, months), hours_per_week=(pace, pace))
    return StageCourse(label=label, stated=stated, **more)  # type: ignore[arg-type]


def test_the_first_guides_courses_take_far_longer_than_it_promises(knowledge: Knowledge) -> None:
    """Seven courses in sequence at their own pace against nine to twelve months."""
    found = audit(knowledge.roadmaps["s0"], knowledge)
    assert found.months is not None
    assert [round(m, 1) for m in found.months] == [18.8, 19.8]
    assert found.hours is not None
    assert [round(h) for h in found.hours] == [761, 857]
    nine, twelve = found.pace_that_keeps_promise
    assert [round(p, 1) for p in (*nine, *twelve)] == [19.5, 22.0, 14.6, 16.5]
    assert any(f.code == "promise-too-short" and f.severity == "error" for f in found.findings)


def test_a_roadmap_that_keeps_its_promise_is_not_blamed(knowledge: Knowledge) -> None:
    """Two courses of two months within six."""
    roadmap = Roadmap(
        id="mine", title="Mine", promised_months=(4, 6), courses=(_course("a", 2, 10), _course("b", 2, 10))
    )
    found = audit(roadmap, knowledge)
    assert found.findings == ()
    assert found.months == pytest.approx((4, 4))


def test_weeks_and_months_are_reckoned_alike(knowledge: Knowledge) -> None:
    """Twelve weeks are 12 * 12 / 52 months."""
    weeks = StageCourse(label="w", stated=Stated(source="s0", weeks=(12, 12), hours_per_week=(10, 10)))
    found = audit(Roadmap(id="m", title="M", courses=(weeks,)), knowledge)
    assert found.months == pytest.approx((12 * 12 / 52, 12 * 12 / 52))
    assert found.hours == pytest.approx((120, 120))


def test_a_course_before_what_it_needs_is_told(knowledge: Knowledge) -> None:
    """PyTorch before Python."""
    torch = _course("PyTorch first", 1, 10, needs=(Need(skill="python", level=2),))
    python = _course("Python later", 1, 10, teaches=(Teaches(skill="python", to=2),))
    found = audit(Roadmap(id="m", title="M", courses=(torch, python)), knowledge)
    assert [f.code for f in found.findings] == ["out-of-order"]
    assert "Python" in found.findings[0].what


def test_a_skill_taught_nowhere_is_told(knowledge: Knowledge) -> None:
    """A stage that names Docker, in a roadmap without a Docker course."""
    stage = Stage(id="m-1", label="Deploy", skills=(Need(skill="docker", level=1),))
    roadmap = Roadmap(id="m", title="M", courses=(_course("a", 1, 10),), stages=(stage,))
    assert [f.code for f in audit(roadmap, knowledge).findings] == ["taught-nowhere"]


def test_a_course_without_any_duration_is_left_out_of_the_sums_and_said(knowledge: Knowledge) -> None:
    """Nothing is guessed."""
    roadmap = Roadmap(id="m", title="M", courses=(StageCourse(label="mystery"), _course("a", 2, 10)))
    found = audit(roadmap, knowledge)
    assert found.months == pytest.approx((2, 2))
    assert [f.code for f in found.findings] == ["no-duration"]


def test_a_course_that_teaches_less_again_takes_nothing_away(knowledge: Knowledge) -> None:
    """Python at 2, then a taster of Python at 1: whoever did both holds 2."""
    python = _course("Python", 1, 10, teaches=(Teaches(skill="python", to=2),))
    taster = _course("Taster", 1, 10, teaches=(Teaches(skill="python", to=1),))
    torch = _course("PyTorch", 1, 10, needs=(Need(skill="python", level=2),))
    again = _course("Python again", 1, 10, teaches=(Teaches(skill="python", to=2),))
    roadmap = Roadmap(id="m", title="M", courses=(python, taster, torch, again))
    assert audit(roadmap, knowledge).findings == ()


def test_of_several_stages_that_ask_for_a_skill_the_highest_level_counts(knowledge: Knowledge) -> None:
    """Docker at 2 early and at 1 later, taught to 1: 2 is missing."""
    stages = tuple(
        Stage(id=f"m-{level}", label="Deploy", skills=(Need(skill="docker", level=level),)) for level in (2, 1)
    )
    docker = _course("Docker", 1, 10, teaches=(Teaches(skill="docker", to=1),))
    (found,) = audit(Roadmap(id="m", title="M", courses=(docker,), stages=stages), knowledge).findings
    assert "asked for at level 2 but taught only to level 1" in found.what
