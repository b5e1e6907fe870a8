"""The plan that a class follows together: the fastest one for what at least a part of its people lack."""

from collections.abc import Sequence
from typing import Final

import msgspec

from headway.app.context import Context
from headway.cohort.figures import Wanted
from headway.cohort.model import Member, Share
from headway.cohort.together import held_together, lacked_together, lacking
from headway.planning.build import build_instance
from headway.planning.matters import Raised
from headway.planning.model import Instance, Plan, Target
from headway.planning.names import names_of
from headway.planning.options import PlanOptions
from headway.planning.plan import make_plan
from headway.values import TOP_PLANNED_LEVEL, Json, Level

HALF: Final = 0.5


class SharedPlan(msgspec.Struct, frozen=True, kw_only=True):
    """goals: the needs it is for. held: what it takes as held at the start. part: of the class."""

    goals: tuple[Wanted, ...]
    held: dict[str, Level]
    part: float
    instance: Instance
    plan: Plan

    @property
    def after(self) -> dict[str, Level]:
        """What its steps raise, and to which level."""
        found: dict[str, Level] = {}
        for step in self.plan.steps:
            for skill, _, to in step.raises:
                found[skill] = max(found.get(skill, 0), to)
        return found


def shared_plan(
    context: Context, members: Sequence[Member], needs: Sequence[Wanted], options: PlanOptions, part: float
) -> SharedPlan:
    """The plan with its proof, for options that were checked."""
    planned = [(need, min(wanted, TOP_PLANNED_LEVEL)) for need, wanted in needs]
    goals = lacked_together(members, planned, part)
    held = held_together(members, part)
    targets = tuple(
        Target(any_of=tuple((skill, wanted) for skill in need.any_of), weight=need.weight, why=need.why)
        for need, wanted in goals
    )
    instance = build_instance(held, targets, context.knowledge.resources, options)
    plan = make_plan(instance, names=names_of(context.knowledge))
    return SharedPlan(goals=goals, held=held, part=part, instance=instance, plan=plan)


def new_to(members: Sequence[Member], raised: Sequence[Raised]) -> int:
    """How many lack something of what a step is there for. raised: what of it matters (planning.matters)."""
    return sum(any(m.share.level_of(skill) < to for skill, _, to in raised) for m in members)


def not_ready(context: Context, members: Sequence[Member], shared: SharedPlan) -> dict[str, list[Json]]:
    """By step: what it asks for that the class is taken to hold and some people lack, most people first."""
    found: dict[str, list[Json]] = {}
    raised: dict[str, Level] = {}
    for step in shared.plan.steps:
        resource = context.knowledge.resources[step.id]
        asked = {need.skill: need.level for need in resource.needs if raised.get(need.skill, 0) < need.level}
        rows = [(lacking(members, skill, level), skill, level) for skill, level in asked.items()]
        found[step.id] = [
            {"skill": skill, "level": level, "people": people}
            for people, skill, level in sorted(rows, key=lambda row: (-row[0], row[1]))
            if people
        ]
        for skill, _, to in step.raises:
            raised[skill] = max(raised.get(skill, 0), to)
    return found


def catch_up(context: Context, share: Share, shared: SharedPlan) -> dict[str, Level]:
    """What one person lacks that the shared plan takes as held when a step needs it: to be learned beforehand."""
    found: dict[str, Level] = {}
    raised: dict[str, Level] = {}
    for step in shared.plan.steps:
        for need in context.knowledge.resources[step.id].needs:
            if max(raised.get(need.skill, 0), share.level_of(need.skill)) < need.level:
                found[need.skill] = max(found.get(need.skill, 0), need.level)
        for skill, _, to in step.raises:
            raised[skill] = max(raised.get(skill, 0), to)
    return dict(sorted(found.items()))
