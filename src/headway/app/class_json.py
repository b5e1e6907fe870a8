"""What may be told of a class, as JSON (docs/reference/json.md)."""

from typing import Final

import msgspec
import numpy as np

from headway.app.class_files import Aside
from headway.app.class_plan import SharedPlan, catch_up, new_to, not_ready
from headway.app.context import Context
from headway.cohort.figures import Wanted, holds, labs_passed, need_figures, silent, trend, trends
from headway.cohort.merge import Group, targets_of
from headway.cohort.model import FEWEST, SILENT_DAYS, Figure, Member, NeedFigures
from headway.cohort.together import left_alone
from headway.knowledge.model import Role
from headway.knowledge.needs import needs_at
from headway.market.proportions import wilson
from headway.planning.matters import mattering
from headway.values import Json, Level

FURTHEST: Final = 3
"""So many needs are named as those where the class is furthest."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """The class as it was read and merged. plan None: the group is too small for figures."""

    context: Context
    role: Role
    group: Group
    every: tuple[Member, ...]
    older: int
    aside: tuple[Aside, ...]
    plan: SharedPlan | None

    @property
    def needs(self) -> tuple[Wanted, ...]:
        return needs_at(self.role, self.group.seniority)

    def label(self, id_: str) -> str:
        """Of a skill, role or resource; the id itself where this version does not know it."""
        knowledge = self.context.knowledge
        found = knowledge.skills.get(id_) or knowledge.roles.get(id_) or knowledge.resources.get(id_)
        return found.label if found else id_

    def needs_label(self, any_of: tuple[str, ...]) -> str:
        """`PyTorch or TensorFlow`."""
        return " or ".join(self.label(skill) for skill in any_of)

    def days(self, member: Member) -> int:
        """Since the person's file."""
        return (self.context.today - member.share.date).days


def class_json(told: Told, part: float) -> Json:
    """People, figures of the group, rows of the named, the shared plan, what was set aside."""
    group, digest = told.group, told.context.knowledge.digest
    targets, elsewhere = targets_of(told.every)
    return {
        "schema": "headway.class/1",
        "today": told.context.today.isoformat(),
        "knowledge": digest,
        "target": {"role": told.role.id, "label": told.role.label, "seniority": group.seniority},
        "people": len(told.every),
        "group": len(group.members),
        "from_cvs": sum(m.from_cv for m in group.members),
        "named": sum(m.named for m in told.every),
        "older_files": told.older,
        "other_knowledge": sum(m.share.knowledge != digest for m in told.every),
        "targets": [{"role": role, "label": told.label(role), "people": people} for role, people in targets],
        "other_targets": elsewhere,
        "fewest": FEWEST,
        "withheld": withheld(told),
        "needs": _needs(told) if group.told else [],
        "furthest": _furthest(told) if group.told else [],
        "progress": _progress(told) if group.progress_told else None,
        "plan": _plan(told, told.plan, part) if told.plan else None,
        "rows": _rows(told),
        "aside": msgspec.to_builtins(told.aside),
    }


def withheld(told: Told) -> list[str]:
    """What is not told, and why, in sentences."""
    group, found = told.group, []
    if not group.told:
        found.append(
            f"{len(group.members)} people aim at this role. Figures about fewer than {FEWEST} people are not told: "
            "they would be figures about single people."
        )
    if group.told and not group.progress_told:
        found.append(
            f"{len(group.sharers)} people of the group handed over a file of their own; progress of fewer than "
            f"{FEWEST} is not told."
        )
    if not group.rows_whole and any(m.named for m in group.members):
        found.append(
            f"Of those who gave a name only the day of their file is told. Fewer than {FEWEST} gave none: what the "
            "figures hold beyond the named would be figures about those few."
        )
    if group.others:
        found.append(f"{len(group.others)} people aim at another role; see them with --role.")
    return found


def figure(found: Figure) -> Json:
    """So many people, their share, and its 95 % Wilson interval."""
    share = found.people / found.n
    low, high = wilson(np.array([share]), found.n)
    return {
        "people": found.people,
        "n": found.n,
        "share": round(share, 4),
        "low": round(float(low[0]), 4),
        "high": round(float(high[0]), 4),
    }


def _needs(told: Told) -> list[Json]:
    """The widest gap first: weight times the share that lacks it."""
    rows = need_figures(told.group.members, told.needs)

    def gap(row: NeedFigures) -> float:
        return row.weight * (1 - row.holds.people / row.holds.n)

    return [_need(told, row) for row in sorted(rows, key=lambda row: (-gap(row), row.any_of))]


def _furthest(told: Told) -> list[str]:
    """What most people hold, the heaviest of equals first; nothing that nobody holds."""
    rows = [row for row in need_figures(told.group.members, told.needs) if row.holds.people]
    rows.sort(key=lambda row: (-row.holds.people, -row.weight, row.any_of))
    return [told.needs_label(row.any_of) for row in rows[:FURTHEST]]


def _need(told: Told, row: NeedFigures) -> Json:
    return {
        "any_of": list(row.any_of),
        "label": told.needs_label(row.any_of),
        "wanted": row.wanted,
        "weight": row.weight,
        "holds": figure(row.holds),
        "proof": figure(row.proof),
        "claim": figure(row.claim),
        "inferred": figure(row.inferred),
    }


def _progress(told: Told) -> Json:
    """Of those who handed over a file themselves."""
    members = told.group.sharers
    return {
        "n": len(members),
        **{each.replace(" ", "_"): figure(found) for each, found in trends(members).items()},
        "silent_days": SILENT_DAYS,
        "silent": figure(silent(members, [told.days(m) for m in members])),
        "hours_planned": round(sum(m.share.plan.hours_planned for m in members if m.share.plan), 1),
        "hours_done": round(sum(m.share.plan.hours_done for m in members if m.share.plan), 1),
        "labs": [{"lab": lab, "passed": figure(found)} for lab, found in labs_passed(members)],
    }


def _plan(told: Told, shared: SharedPlan, part: float) -> Json:
    plan, members = shared.plan, told.group.members
    left = [left_alone(m.share, told.needs, shared.after) for m in members]
    behind = [catch_up(told.context, m.share, shared) for m in members]
    unready = not_ready(told.context, members, shared)
    matters = mattering(shared.instance, plan)
    return {
        "part": part,
        "hours_per_week": shared.instance.calendar.weekly_hours,
        "status": plan.status,
        "goals": [_goal(told, goal) for goal in shared.goals],
        "start": plan.start.isoformat(),
        "end": plan.end.isoformat() if plan.end else None,
        "hours": msgspec.to_builtins(plan.learn_hours),
        "cost": msgspec.to_builtins(plan.cost),
        "unpriced_steps": plan.unpriced_steps,
        "proof": msgspec.to_builtins(plan.proof),
        "shortfall_hours": plan.shortfall_hours,
        "unreachable": [{"skill": s, "label": told.label(s), "level": level} for s, level in plan.unreachable],
        "reliefs": [relief.text for relief in plan.reliefs],
        "steps": [
            {
                "number": number,
                "id": step.id,
                "label": told.label(step.id),
                "start": step.start.isoformat(),
                "end": step.end.isoformat(),
                "hours": msgspec.to_builtins(step.hours),
                "why": step.why,
                "new_to": figure(Figure(new_to(members, raised), len(members))),
                "not_ready": [row | {"label": told.label(row["skill"])} for row in unready[step.id]],
            }
            for number, (step, raised) in enumerate(zip(plan.steps, matters, strict=True), 1)
        ],
        "done_with_it": figure(Figure(sum(not each for each in left), len(members))),
        "needs_catching_up": figure(Figure(sum(bool(each) for each in behind), len(members))),
        "left_alone": [
            _goal(told, (need, wanted)) | {"people": people}
            for need, wanted in told.needs
            if (people := sum((need, wanted) in each for each in left))
        ],
    }


def _goal(told: Told, goal: Wanted) -> Json:
    need, wanted = goal
    lack = sum(not holds(m.share, need, wanted) for m in told.group.members)
    return {
        "any_of": list(need.any_of),
        "label": told.needs_label(need.any_of),
        "wanted": wanted,
        "lack": figure(Figure(lack, len(told.group.members))),
    }


def _rows(told: Told) -> list[Json]:
    """People who gave a name, by name; those of the group short where their rows would give others away."""
    named = [(m.share.name.casefold(), m.share.name, m.share.person, m) for m in told.every if m.share.name]
    named.sort(key=lambda row: row[:3])
    mine = {m.share.person for m in told.group.members}
    whole = told.group.rows_whole
    return [_row(told, m, m.share.person in mine, whole or m.share.person not in mine) for *_, m in named]


def _row(told: Told, member: Member, mine: bool, whole: bool) -> Json:
    """One person. mine: of the group in view."""
    share, days = member.share, told.days(member)
    row: Json = {
        "name": share.name,
        "date": share.date.isoformat(),
        "days": days,
        "silent": days >= SILENT_DAYS,
        "role": share.role,
        "label": told.label(share.role),
        "seniority": share.seniority,
        "whole": whole,
    }
    return row | (_details(told, member, mine) if whole else dict.fromkeys(DETAILS))


DETAILS = ("trend", "plan", "met", "asked", "labs", "lacks", "left", "catch_up")


def _details(told: Told, member: Member, mine: bool) -> Json:
    share = member.share
    lacks = [(need, wanted) for need, wanted in told.needs if not holds(share, need, wanted)] if mine else []
    left = left_alone(share, lacks, told.plan.after) if mine and told.plan else tuple(lacks)
    ahead = catch_up(told.context, share, told.plan) if mine and told.plan else {}
    return {
        "trend": trend(share),
        "plan": msgspec.to_builtins(share.plan),
        "met": len(told.needs) - len(lacks) if mine else None,
        "asked": len(told.needs) if mine else None,
        "labs": [passed.lab for passed in share.labs],
        "lacks": _short(told, lacks) if mine else None,
        "left": _short(told, left) if mine else None,
        "catch_up": [{"skill": s, "label": told.label(s), "level": level} for s, level in ahead.items()]
        if mine
        else None,
    }


def _short(told: Told, rows: "list[Wanted] | tuple[Wanted, ...]") -> list[Json]:
    found: list[tuple[str, Level]] = [(told.needs_label(need.any_of), wanted) for need, wanted in rows]
    return [{"label": label, "level": level} for label, level in found]
