"""The market plan as JSON (docs/reference/json.md)."""

from collections import Counter

import msgspec

from headway.app.experience import years_in_the_field, years_words
from headway.app.market_plan import MarketPlanResult
from headway.app.offered import where_of
from headway.planning.market.model import MarketProof, TestFirst
from headway.planning.market.plan import USUAL_EFFORT
from headway.planning.plan import unpriced_words
from headway.values import Json, so_many


def market_plan_json(result: MarketPlanResult) -> Json:
    """Who, which postings, the plan with curve and proof, the comparison, what stands in the way."""
    context, plan = result.context, result.plan
    resources = context.knowledge.resources
    rows: Json = msgspec.to_builtins(plan)
    proof = plan.proof
    return {
        "schema": "headway.plan-market/1",
        "knowledge": context.knowledge.digest,
        "today": context.today.isoformat(),
        "document": result.person.document_name,
        "years_experience": result.person.years,
        "years_counted": years_in_the_field(result.person),
        **{key: result.counted[key] for key in ("filter", "counted")},
        "notes": result.counted["notes"],
        "plan_notes": notes_of(result),
        "reachable": plan.today / plan.total if plan.total else None,
        "plan": {
            "status": plan.status,
            "steps": [row | where_of(resources[row["id"]]) for row in rows["steps"]],
            "curve": rows["curve"],
            "objective": proof.objective,
            "bound": proof.bound,
            "gap": proof.gap,
            "proof": rows["proof"] | {"again": _again(proof)},
            "hours_per_week": result.weekly_hours,
            **{key: rows[key] for key in ("hours", "cost", "unpriced_steps", "start", "end", "end_early", "end_late")},
            "horizon": rows["horizon"],
            "coverage": plan.share,
            "total": plan.total,
            "today": plan.today,
        },
        "test_first": _tests(result),
        "blocked": rows["blocked"],
        "comparison": rows["comparison"],
        "findings": msgspec.to_builtins(result.person.findings),
        "labels": _labels(result),
    }


def notes_of(result: MarketPlanResult) -> list[str]:
    """What has to be known beside the plan."""
    plan = result.plan
    said = [
        f"Reachable means: at least {100 * plan.share:.0f} % of the groups of skills a posting requires are covered, "
        "and its years and degree are met or nearly. It is no promise of an offer.",
    ]
    if result.person.years is None:
        said.append("No dated years of work are known, so postings that ask for more than one year do not count.")
    elif told := years_words(result.person.years, years_in_the_field(result.person)):
        said.append(told)
    if plan.unpriced_steps:
        have = "step has" if plan.unpriced_steps == 1 else "steps have"
        said.append(f"{plan.unpriced_steps} {have} no known price, so what it all costs is not known.")
    if result.unpriced_left_out:
        said.append(unpriced_words(result.unpriced_left_out, plan.cost.currency))
    return said


def _tests(result: MarketPlanResult) -> list[Json]:
    """With how many questions there are about each."""
    asked = Counter(item.skill for item in result.context.items.items.values()) if result.test_first else Counter[str]()
    return [
        msgspec.to_builtins(each) | {"questions": asked[each.skill], "text": _told(each, asked[each.skill])}
        for each in result.test_first
    ]


def _told(test: TestFirst, questions: int) -> str:
    """What the test would tell, in words."""
    chance = f"{100 * test.probability:.0f} %"
    told = [f"counted as known, {chance} sure" if test.counted else f"not counted as known, {chance} likely"]
    if test.postings >= 0.1:
        what = "lost if it is not there" if test.counted else "won if it is"
        told.append(f"about {so_many(test.postings, 'posting')} {what}")
    if test.hours >= 1:
        told.append(f"it would spare up to {test.hours:.0f} hours of this plan if you know it")
    if not questions:
        told.append("there are no questions about it yet; say your level instead")
    return "; ".join(told)


def _labels(result: MarketPlanResult) -> dict[str, str]:
    knowledge = result.context.knowledge
    names = {step.id: knowledge.resources[step.id].label for step in result.plan.steps}
    skills = {skill for step in result.plan.steps for skill, _, _ in step.raises}
    skills |= {each.skill for each in result.test_first}
    return names | {skill: knowledge.skills[skill].label for skill in sorted(skills) if skill in knowledge.skills}


def _again(proof: MarketProof) -> str:
    """The options that give the same bytes again."""
    effort = "" if proof.effort == USUAL_EFFORT else f" --proof {proof.effort}"
    return f"--iterations {proof.iterations}{effort}"
