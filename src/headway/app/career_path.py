"""From one role to another, step by step: study time and pay on each leg."""

import heapq
from itertools import pairwise
from typing import NamedTuple

import msgspec

from headway.app.cited import titles_cited
from headway.app.context import Context
from headway.app.look import role_id
from headway.app.options import country_code, seniority_word
from headway.app.pay_sourced import sourced_pay
from headway.pay.tables import PayAnswer
from headway.planning.build import build_instance
from headway.planning.matters import mattering
from headway.planning.model import Instance, Plan
from headway.planning.names import names_of
from headway.planning.options import PlanOptions, check
from headway.planning.plan import make_plan
from headway.planning.targets import targets_of
from headway.values import WEEKS_PER_MONTH, Json, Level, Seniority


class PathQuestion(NamedTuple):
    """From, to, study hours a week, seniority of the roles on the way, country for pay."""

    start: str
    goal: str
    hours: float
    seniority: str
    country: str | None


def find_path(context: Context, question: PathQuestion) -> Json:
    """Legs over neighbouring roles with least study in all, each planned by itself; and the direct way beside it."""
    start, goal = role_id(context, question.start), role_id(context, question.goal)
    seniority = seniority_word(question.seniority)
    legs = _Legs(context, seniority, check(PlanOptions(start=context.today, hours=question.hours)))
    route = _route(context, start, goal)
    country = country_code(question.country)
    rows = [legs.row(a, b, country) for a, b in pairwise(route)]
    direct = legs.row(start, goal, country) if start != goal else None
    labels = {r.id: r.label for r in context.knowledge.roles.values()}
    return {
        "schema": "headway.path/1",
        "from": start,
        "to": goal,
        "from_label": labels[start],
        "to_label": labels[goal],
        "seniority": seniority,
        "hours_per_week": question.hours,
        "legs": rows,
        "total": {"hours": sum(r["hours"]["likely"] for r in rows), "months": sum(r["months"] for r in rows)},
        "direct": {"hours": direct["hours"]["likely"], "months": direct["months"]} if direct else None,
        "note": "Study time from what one role asks for to what the next asks for; time in the job is not counted.",
        "sources": titles_cited(rows, context.knowledge.sources),
    }


def _route(context: Context, start: str, goal: str) -> list[str]:
    """Fewest moves over neighbouring roles; of equal ones the first in id order. Direct where none is known."""
    queue: list[tuple[int, list[str]]] = [(0, [start])]
    seen: set[str] = set()
    while queue:
        moves, path = heapq.heappop(queue)
        here = path[-1]
        if here == goal:
            return path
        if here in seen:
            continue
        seen.add(here)
        for following in sorted(_next_roles(context, here) - seen):
            heapq.heappush(queue, (moves + 1, [*path, following]))
    return [start, goal]


def _next_roles(context: Context, role: str) -> set[str]:
    roles = context.knowledge.roles
    out = {n.role for n in roles[role].neighbours if n.direction in ("to", "both")}
    back = {r.id for r in roles.values() for n in r.neighbours if n.role == role and n.direction in ("from", "both")}
    return out | back


class _Legs:
    """Plans between roles at one seniority and pace."""

    def __init__(self, context: Context, seniority: Seniority, options: PlanOptions) -> None:
        self.context = context
        self.seniority = seniority
        self.options = options

    def levels(self, role: str) -> dict[str, Level]:
        """What someone in the role brings: the first skill of each any-of group, with all it rests on."""
        held: dict[str, Level] = {}
        targets, _ = targets_of(self.context.knowledge.roles[role], self.seniority)
        pending = [t.any_of[0] for t in targets]
        while pending:
            skill, level = pending.pop()
            if held.get(skill, 0) < level:
                held[skill] = level
                pending.extend((n.skill, n.level) for n in self.context.knowledge.skills[skill].needs)
        return held

    def plan(self, start: str, goal: str) -> tuple[Instance, Plan]:
        knowledge = self.context.knowledge
        targets, _ = targets_of(knowledge.roles[goal], self.seniority)
        instance = build_instance(self.levels(start), targets, knowledge.resources, self.options)
        return instance, make_plan(instance, names=names_of(knowledge))

    def row(self, start: str, goal: str, country: str | None) -> Json:
        """One leg: why people make it, new skills, hours, months, pay before and after."""
        knowledge = self.context.knowledge
        instance, plan = self.plan(start, goal)
        asked = {skill for target in instance.targets for skill, _ in target.any_of}
        new = dict.fromkeys(s for raises in mattering(instance, plan) for s, _, _ in raises if s in asked)
        pays = [sourced_pay(knowledge, role, self.seniority, country) for role in (start, goal)]
        return {
            "from": start,
            "to": goal,
            "from_label": knowledge.roles[start].label,
            "to_label": knowledge.roles[goal].label,
            "why": self._why(start, goal),
            "status": plan.status,
            "hours": msgspec.to_builtins(plan.learn_hours),
            "months": plan.learn_hours.likely / self.options.calendar.weekly_hours / WEEKS_PER_MONTH,
            "new_skills": [knowledge.skills[s].label for s in new],
            "steps": [s.id for s in plan.steps],
            "pay": [_pay_line(knowledge.roles[a.role].label, a) for a in pays],
            "pay_figures": [msgspec.to_builtins(a) for a in pays],
        }

    def _why(self, start: str, goal: str) -> str:
        roles = self.context.knowledge.roles
        reasons = [n.why for n in roles[start].neighbours if n.role == goal]
        reasons += [n.why for n in roles[goal].neighbours if n.role == start]
        return next((r for r in reasons if r), "No guide or role file names this move; it is planned from the needs.")


def _pay_line(role: str, answer: PayAnswer) -> str:
    """The first figures of a role in words, each with its source, level, country and year."""
    if not answer.figures:
        return f"{role}: {answer.note}"
    parts = []
    for figure in answer.figures[:4]:
        row = figure.row
        end = f"-{figure.high:,.0f}" if figure.high is not None else ""
        levels = " or ".join(row.seniority) if len(row.seniority) <= 2 else "several levels"
        told = [row.source, levels, row.country or "no country named", str(row.year)]
        parts.append(f"{row.currency} {figure.low:,.0f}{end}{'+' if row.open_ended else ''} ({', '.join(told)})")
    return f"{role}: " + "; ".join(parts)
