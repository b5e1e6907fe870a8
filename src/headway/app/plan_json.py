"""The result of the main job as JSON (docs/reference/json.md)."""

import msgspec

from headway.app.fit import fit_row, nobody
from headway.app.late import days_late
from headway.app.offered import where_of
from headway.app.plan_result import PlanResult
from headway.app.read import certificates_of, education_of, jobs_of, skills_of
from headway.app.save_plan import Saving
from headway.fit.model import Point
from headway.planning.matters import mattering
from headway.values import Json


def plan_json(result: PlanResult, saving: Saving | None = None) -> Json:
    """Profile, fits, gap, plan with its proof, pay, reachable share, findings, comparison. saving: where it was to be
    kept, what became of that."""
    context = result.context
    knowledge, start = context.knowledge, nobody(context)
    return {
        "schema": "headway.plan/1",
        "knowledge": knowledge.digest,
        "today": context.today.isoformat(),
        "target": {"role": result.role.id, "label": result.role.label, "seniority": result.seniority},
        "notes": list(result.chosen_because),
        "profile": profile_json(result),
        "fits": [fit_row(context, f, start) for f in result.fits],
        "target_fit": fit_row(context, result.target_fit, start),
        "gap": gap_json(result),
        "plan": plan_rows(result) | {"hours_per_week": result.instance.calendar.weekly_hours},
        "pay": msgspec.to_builtins(result.pay),
        "pay_change": msgspec.to_builtins(result.pay_change),
        "reachable": result.market.market["now"]["share"] if result.market.market else None,
        "reachable_note": result.market.note,
        "market": result.market.market,
        "comparison": comparison_json(result),
        "findings": msgspec.to_builtins(result.findings),
        "kept": saving and saving_json(saving),
        "labels": labels_json(result),
    }


def saving_json(saving: Saving) -> Json:
    """Whether the log grew; where it has this very plan already, the entry that has it."""
    entry, date = saving.same or (None, None)
    return {"added": saving.fits and saving.same is None, "entry": entry, "date": date and date.isoformat()}


def profile_json(result: PlanResult) -> Json:
    """Who the CV shows; empty lists where there is no CV."""
    person, reading = result.person, result.person.reading
    return {
        "document": person.document_name,
        "name": reading.name if reading else None,
        "country": person.country,
        "years_experience": person.years,
        "jobs": jobs_of(reading) if reading else [],
        "education": education_of(reading) if reading else [],
        "certificates": certificates_of(reading) if reading else [],
        "languages": list(reading.languages) if reading else [],
        "skills": skills_of(person),
        "trust": {source: round(value, 4) for source, value in person.belief.trust.items()},
    }


def gap_json(result: PlanResult) -> list[Json]:
    """Needs of the target that are not met, the heaviest first."""
    lost = sorted(result.target_fit.lost, key=lambda p: (-p.weight, p.best))
    labels = {id_: s.label for id_, s in result.context.knowledge.skills.items()}
    return [_gap_row(point, labels) for point in lost]


def _gap_row(point: Point, labels: dict[str, str]) -> Json:
    return {
        "skill": point.best,
        "label": labels[point.best],
        "any_of": list(point.skills),
        "have": point.have,
        "wanted": point.wanted,
        "weight": point.weight,
        "basis": point.basis,
        "reason": point.reason,
    }


def plan_rows(result: PlanResult) -> Json:
    """The plan with objective, bound and gap beside its steps; each step with the raises that matter here."""
    plan, proof = result.plan, result.plan.proof
    row: Json = msgspec.to_builtins(plan)
    for step, raises in zip(row["steps"], mattering(result.instance, plan), strict=True):
        step["matters"] = raises
        step |= where_of(result.context.knowledge.resources.get(step["id"]))
    row["objective"] = proof.objective if proof else None
    row["bound"] = proof.bound if proof else None
    row["gap"] = proof.gap if proof else None
    row["deadline"] = result.options.deadline.isoformat() if result.options.deadline else None
    row["days_late"] = days_late(plan, result.options)
    return row


def comparison_json(result: PlanResult) -> list[Json]:
    """What the guides' fixed roadmaps would take the same person."""
    titles = {r.id: r.title for r in result.context.knowledge.roadmaps.values()}
    return [msgspec.to_builtins(row) | {"title": titles[row.roadmap]} for row in result.comparison]


def labels_json(result: PlanResult) -> dict[str, str]:
    """Labels of the skills, resources, job-entry steps and guides' stages the plan names."""
    knowledge = result.context.knowledge
    skills = {s for step in result.plan.steps for s, _, _ in step.raises}
    skills |= {s for step in result.plan.steps for s in step.serves}
    skills |= {lean.skill for lean in result.plan.leans_on} | {hope.skill for hope in result.plan.may_know}
    skills |= {s for point in (*result.target_fit.won, *result.target_fit.lost) for s in point.skills}
    resources = {s.id for s in result.plan.steps if s.kind == "learn"}
    stages = {id_ for step in result.plan.steps for id_ in step.stages}
    resources |= {a for s in result.plan.steps for a in s.alternatives}
    names = {s: knowledge.skills[s].label for s in sorted(skills) if s in knowledge.skills}
    names |= {step.id: knowledge.actions[step.id].label for step in result.plan.steps if step.kind == "entry"}
    for roadmap in knowledge.roadmaps.values():
        names |= {s.id: f"{s.label} (a stage of “{roadmap.title}”)" for s in roadmap.stages if s.id in stages}
    return names | {r: knowledge.resources[r].label for r in sorted(resources) if r in knowledge.resources}
