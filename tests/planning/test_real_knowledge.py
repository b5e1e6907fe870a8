"""The shipped knowledge base, planned from nothing."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from headway.knowledge.load import load_knowledge
from headway.knowledge.model import Knowledge
from headway.planning.build import build_instance
from headway.planning.model import Instance
from headway.planning.names import names_of
from headway.planning.options import PlanOptions
from headway.planning.plan import make_plan
from headway.planning.targets import entry_steps_of, targets_of
from headway.planning.verify import verify
from headway.values import SENIORITIES, Seniority


@pytest.fixture
def knowledge(run_home: Path) -> Knowledge:
    return load_knowledge(run_home / "cache")


def question(
    knowledge: Knowledge, seniority: Seniority, role: str = "machine-learning-engineer", *, free_only: bool = False
) -> Instance:
    targets, _ = targets_of(knowledge.roles[role], seniority)
    options = PlanOptions(start=dt.date(2026, 11, 23), hours=10, free_only=free_only)
    return build_instance({}, targets, knowledge.resources, options, entry_steps_of(knowledge.actions, seniority))


@pytest.mark.parametrize("seniority", ["junior", "mid"])
def test_a_machine_learning_engineer_from_nothing(knowledge: Knowledge, seniority: Seniority) -> None:
    """Every need can be reached, the plan is proven shortest and right, and twice the same."""
    asked = question(knowledge, seniority)
    plan = make_plan(asked, names=names_of(knowledge))
    assert (plan.status, plan.unreachable) == ("optimal", ())
    assert verify(asked, plan) == ()
    assert plan.checkpoints[-1].targets_met == len(asked.targets)
    assert [step.id for step in plan.steps if step.kind == "entry"][-1] == "applications"
    again = make_plan(question(knowledge, seniority), names=names_of(knowledge))
    assert msgspec.json.encode(plan) == msgspec.json.encode(again)


def test_what_is_said_to_a_beginner_is_not_told_to_a_senior(knowledge: Knowledge) -> None:
    """Which roles the guides name for a first job: to interns and juniors only; the steps are the same."""
    told = {grade: entry_steps_of(knowledge.actions, grade) for grade in SENIORITIES}
    said = {grade: "first job" in " ".join(step.text for step in steps) for grade, steps in told.items()}
    assert {grade for grade, beginner in said.items() if beginner} == {"intern", "junior"}
    assert len({tuple(step.id for step in steps) for steps in told.values()}) == 1


def test_a_course_of_study_and_not_a_heap(knowledge: Knowledge) -> None:
    """Programming, then a first model, then deep learning, then running it for others."""
    plan = make_plan(question(knowledge, "mid"), names=names_of(knowledge))
    when: dict[str, int] = {}
    for n, step in enumerate(plan.steps):
        for skill, _, _ in step.raises:
            when.setdefault(skill, n)
    order = [when[skill] for skill in ("python", "machine-learning", "deep-learning", "mlops")]
    assert order == sorted(order)


def test_every_role_can_be_reached_from_nothing_free_of_charge(knowledge: Knowledge) -> None:
    """The knowledge base teaches whatever a role asks of a junior or its lowest grade; a budget only adds ways."""
    for role in knowledge.roles.values():
        grades = [grade.seniority for grade in role.grades]
        lowest: Seniority = "junior" if "junior" in grades else grades[0]
        plan = make_plan(question(knowledge, lowest, role.id, free_only=True), names=names_of(knowledge))
        assert plan.status in ("optimal", "feasible"), (role.id, lowest)
        assert plan.unreachable == (), (role.id, lowest)
        assert sum(step.cost or 0 for step in plan.steps) == 0, role.id


def test_the_same_question_for_other_levels_takes_over_what_no_level_changes(knowledge: Knowledge) -> None:
    """With modules known or not: the same question as one built anew."""
    targets, _ = targets_of(knowledge.roles["machine-learning-engineer"], "mid")
    options = PlanOptions(start=dt.date(2026, 11, 23), hours=10, free_only=True)
    more = {t.skill: 3 for r in knowledge.resources.values() for m in r.modules for t in m.teaches}
    assert more, "no resource has modules: this would test nothing"
    for before, after in (({}, more), (more, {}), (more, {**more, "python": 0})):
        near = build_instance(before, targets, knowledge.resources, options)
        anew = build_instance(after, targets, knowledge.resources, options)
        assert build_instance(after, targets, knowledge.resources, options, near=near) == anew
