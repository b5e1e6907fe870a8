"""What a test is to find out, and how much each thing matters: for a skill, a role, or a person's plan."""

import msgspec

from headway.app.context import Context
from headway.app.look import role_id, skill_id
from headway.app.options import seniority_word
from headway.app.plan import plan
from headway.app.plan_question import DEFAULT_ROLE, PlanQuestion
from headway.app.plan_result import PlanResult
from headway.app.workspace_room import is_kept
from headway.assessment.model import Aim
from headway.errors import BadOption, UnknownName
from headway.planning.matters import mattering
from headway.planning.targets import level_at
from headway.values import LEVELS, Seniority

BELOW = 1 / 3
"""Weight of what a needed skill itself needs, against its own."""
PLAN = "plan"
MARKET = "market"
MARKET_LABEL = "what the imported postings hang on"


class Matter(msgspec.Struct, frozen=True, kw_only=True):
    """What is tested. id: of the skill or role, or `plan` or `market`; label: in words; single: one skill in depth."""

    id: str
    label: str
    single: bool
    aims: tuple[Aim, ...]


def matter_of(context: Context, about: str | None, seniority: str | None, question: PlanQuestion) -> Matter:
    """From what a person typed. Raises UnknownName with the nearest names, BadOption."""
    if about == PLAN:
        return _of_plan(context, question)
    if about == MARKET:
        return _of_market(context, question)
    word = about or DEFAULT_ROLE
    if skill := _skill(context, word):
        aims = tuple(Aim(skill, level, 1.0) for level in LEVELS[1:])
        return Matter(id=skill, label=context.knowledge.skills[skill].label, single=True, aims=aims)
    return _of_role(context, role_id(context, word), seniority)


def _skill(context: Context, word: str) -> str | None:
    """The skill a word means; None where it means a role. Raises UnknownName where it means neither."""
    try:
        return skill_id(context, word)
    except UnknownName as unknown:
        try:
            role_id(context, word)
        except UnknownName:
            raise UnknownName(
                f"There is no skill or role '{word}'.", unknown.hint or "Name a skill, a role, 'plan' or 'market'."
            ) from None
        return None


def _of_role(context: Context, id_: str, seniority: str | None) -> Matter:
    role = context.knowledge.roles[id_]
    grades = [grade.seniority for grade in role.grades]
    wanted: Seniority = seniority_word(seniority) if seniority else ("junior" if "junior" in grades else grades[0])
    if wanted not in grades:
        raise BadOption(f"{role.label} has no grade '{wanted}'.", f"Choose one of: {', '.join(grades)}.")
    weights: dict[tuple[str, int], float] = {}
    for need in role.needs:
        level = min(level_at(need, wanted), 3)
        for skill in need.any_of if level else ():
            _add(weights, skill, level, need.weight / len(need.any_of))
            for below in context.knowledge.skills[skill].needs:
                _add(weights, below.skill, below.level, BELOW * need.weight / len(need.any_of))
    return Matter(id=id_, label=f"{role.label}, {wanted}", single=False, aims=_highest(weights))


def _add(weights: dict[tuple[str, int], float], skill: str, level: int, weight: float) -> None:
    weights[skill, level] = weights.get((skill, level), 0.0) + weight


def _highest(weights: dict[tuple[str, int], float]) -> tuple[Aim, ...]:
    """One aim a skill, at the highest level asked, with all its weight."""
    levels: dict[str, int] = {}
    total: dict[str, float] = {}
    for (skill, level), weight in weights.items():
        levels[skill] = max(levels.get(skill, 0), level)
        total[skill] = total.get(skill, 0.0) + weight
    return tuple(Aim(skill, levels[skill], round(total[skill], 6)) for skill in sorted(total))


def _of_plan(context: Context, question: PlanQuestion) -> Matter:
    """Hours at stake: a skill the plan teaches would save its steps' hours, one it builds on would cost some."""
    _somebody_said(context, question)
    result = plan(context, question)
    weights: dict[tuple[str, int], float] = {}
    for step, raised in zip(result.plan.steps, mattering(result.instance, result.plan), strict=True):
        for skill, _, level in raised:
            _add(weights, skill, level, step.hours.likely / len(raised))
    for lean in result.plan.leans_on:
        _add(weights, lean.skill, lean.level, lean.extra_hours)
    if not weights:
        raise BadOption("The plan has nothing left to learn, so no answer could change it.", "Name a skill or a role.")
    return Matter(id=PLAN, label=_plan_label(result), single=False, aims=tuple(_aims(weights)))


def _of_market(context: Context, question: PlanQuestion) -> Matter:
    """Postings at stake: those that hang on each belief, and hours of steps that may not be needed."""
    from headway.app.market_plan import stakes_of  # only here: other tests do not wait for the market

    _somebody_said(context, question)
    found = stakes_of(context, question).stakes
    aims = tuple(Aim(each.skill, each.level, round(max(each.weight, 0.01), 6)) for each in found)
    if not aims:
        raise BadOption("No posting hangs on anything that is not sure.", "Import more postings, or name a role.")
    aims = tuple(sorted(aims, key=lambda aim: (aim.skill, aim.level)))
    return Matter(id=MARKET, label=MARKET_LABEL, single=False, aims=aims)


def _somebody_said(context: Context, question: PlanQuestion) -> None:
    said = question.cv is not None or question.know or question.test_results
    if not said and not is_kept(context, question.profile):
        raise BadOption(
            "A test for a plan needs something to plan from.", "Add --cv FILE or --know python=2, or name a role."
        )


def _aims(weights: dict[tuple[str, int], float]) -> list[Aim]:
    return [Aim(skill, level, round(max(weight, 0.01), 6)) for (skill, level), weight in sorted(weights.items())]


def _plan_label(result: PlanResult) -> str:
    return f"your plan for {result.role.label}, {result.seniority}"
