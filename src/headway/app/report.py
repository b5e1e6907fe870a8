"""From the result of the main job to the HTML report."""

from typing import Any

import msgspec

from headway.app.map_drawings import NOWHERE
from headway.app.plan_json import plan_json
from headway.app.plan_result import PlanResult
from headway.knowledge.graph import closure, needs_of
from headway.learner.explain import shares
from headway.planning.matters import mattering
from headway.publish.fit_chart import Bar, fit_chart
from headway.publish.report import Report, render
from headway.publish.skill_map import Node, skill_map
from headway.publish.timeline import timeline
from headway.values import Json

BARS = 10
PIECES = 6


def report_html(result: PlanResult) -> bytes:
    """One self-contained page."""
    return render(_report(result))


def report_pdf(result: PlanResult) -> bytes:
    """The same for paper. Raises MissingExtra."""
    from headway.publish.plan_paper import plan_paper
    from headway.publish.typeset import typeset

    return typeset(plan_paper(_report(result), result.context.today))


def _report(result: PlanResult) -> Report:
    knowledge = result.context.knowledge
    answer = plan_json(result)
    labels = answer["labels"]
    about = {result.role.id, *(p["skill"] for p in answer["gap"])}
    return Report(
        answer=answer,
        fit_chart=fit_chart(_bars(result)),
        timeline=timeline(result.plan.steps, labels),
        skill_map=skill_map(_nodes(result)),
        evidence=_evidence(result),
        sources=[msgspec.to_builtins(s) | {"author": s.author, "licence": s.licence} for s in _sources(answer, result)],
        claims=[
            {"text": c.text, "guides": c.guides, "sourced": c.sourced, "conflicts": c.conflicts}
            for c in knowledge.claims.values()
            if about & set(c.about)
        ],
        levels=[{"level": w.level, "name": w.name, "text": w.text} for w in knowledge.words.levels],
        version=knowledge.digest,
    )


def _bars(result: PlanResult) -> list[Bar]:
    """The nearest roles, and the target at the seniority that is planned for, wherever it ranks."""
    nearest = [fit for fit in result.fits[:BARS] if fit.role != result.role.id]
    shown = sorted([*nearest, result.target_fit], key=lambda fit: -fit.score)
    roles = result.context.knowledge.roles
    return [
        Bar(
            label=f"{roles[f.role].label} ({f.seniority})",
            score=f.score,
            low=f.low,
            high=f.high,
            target=f.role == result.role.id,
        )
        for f in shown
    ]


def _nodes(result: PlanResult) -> list[Node]:
    """The target's skills, what the plan raises, and all they rest on."""
    knowledge, belief = result.context.knowledge, result.person.belief
    points = (*result.target_fit.won, *result.target_fit.lost)
    wanted = {p.best: p.wanted for p in points}
    step_of: dict[str, int] = {}
    for number, raises in enumerate(mattering(result.instance, result.plan), 1):
        for skill, _, _ in raises:
            step_of.setdefault(skill, number)
    shown = closure(needs_of(knowledge.skills), (*wanted, *step_of))
    layout = result.context.layout
    nodes = []
    for id_ in sorted(shown):
        held = belief.skill(id_, result.question.confidence)
        spot = layout.spots.get(id_, NOWHERE)
        nodes.append(
            Node(
                id=id_,
                label=knowledge.skills[id_].label,
                needs=layout.lines.get(id_, ()),
                level=held.level,
                wanted=wanted.get(id_, 0),
                basis=held.basis,
                step=step_of.get(id_),
                layer=spot.layer,
                order=spot.order,
            )
        )
    return nodes


def _evidence(result: PlanResult) -> list[Json]:
    """For each skill the target asks for: the belief and its largest reasons with their quoted lines."""
    knowledge, belief = result.context.knowledge, result.person.belief
    points = sorted((*result.target_fit.won, *result.target_fit.lost), key=lambda p: (-p.weight, p.best))
    rows = []
    for id_ in dict.fromkeys(p.best for p in points):
        held = belief.skill(id_, result.question.confidence)
        pieces = [s for s in shares(belief, id_, PIECES) if abs(s.change) >= 0.005]
        rows.append(
            msgspec.to_builtins(held)
            | {
                "label": knowledge.skills[id_].label,
                "pieces": [
                    {
                        "share": s.change,
                        "kind": s.evidence.kind,
                        "direct": s.direct,
                        "label": knowledge.skills[s.evidence.skill].label,
                        "note": s.evidence.note,
                        "quotes": [{"text": q.text.strip(), "page": q.page} for q in s.evidence.quotes[:2]],
                    }
                    for s in pieces
                ],
            }
        )
    return rows


def _sources(answer: Json, result: PlanResult) -> list[Any]:
    """The sources that this page's figures name."""
    named: set[str] = {"editorial"}
    named.update(f["row"]["source"] for f in answer["pay"]["figures"])
    named.update(g for row in answer["comparison"] for g in (row["roadmap"],))
    resources = result.context.knowledge.resources
    named.update(resources[s["id"]].hours.source for s in answer["plan"]["steps"] if s["id"] in resources)
    known = result.context.knowledge.sources
    return [known[s] for s in sorted(named) if s in known]
