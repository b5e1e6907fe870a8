"""The Map page: the skills and what they rest on: my route, an area, what lies around one skill, or all of them."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec

from headway.app.context import Context
from headway.app.kept_person import KeptPerson
from headway.app.look import role_id, skill_id
from headway.app.map_drawings import drawing_of, node_of
from headway.app.plan_question import DEFAULT_ROLE
from headway.app.workspace_room import is_kept, state_of
from headway.errors import NothingKept, UnknownName
from headway.knowledge.graph import closure, needs_of
from headway.learner.model import SkillBelief
from headway.planning.targets import level_at
from headway.publish.skill_map import Node
from headway.values import KNOWN_CONFIDENCE, Json, Seniority
from headway.workspace.fold import State

MOST_AFTER: Final = 36
"""Of the skills that rest on one, so many are drawn: those that most others rest on. The list has all."""


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What part of the map: all of it, one area, the surroundings of one skill, else the route to a role."""

    role: str | None = None
    area: str | None = None
    skill: str | None = None
    whole: bool = False


def map_of(context: Context, profile: str | None, view: View) -> Json:
    """The drawing and its list. Raises UnknownName, WorkspaceUnusable."""
    state = state_or_none(context, profile)
    held = KeptPerson(context, state).belief.all(KNOWN_CONFIDENCE) if state else {}
    role, seniority = _target(context, state, view.role)
    wanted = {s: level_at(n, seniority) for n in context.knowledge.roles[role].needs for s in n.any_of[:1]}
    steps = _steps(state)

    def nodes_of(ids: Iterable[str], chosen: str | None = None) -> list[Node]:
        return [
            node_of(context, id_, held.get(id_), wanted.get(id_, 0), steps.get(id_), chosen=id_ == chosen)
            for id_ in sorted(ids)
        ]

    areas = _areas(context, held)
    kind, title, nodes, hidden = _view(context, view, (*wanted, *steps), role, nodes_of)
    return {
        "schema": "headway.map/1",
        "view": kind,
        "title": title,
        "role": role,
        "seniority": seniority,
        "area": view.area,
        "skill": skill_id(context, view.skill) if kind == "skill" and view.skill else None,
        "somebody": state is not None,
        "not_drawn": len(hidden),
        "drawing": drawing_of(context, kind, nodes, areas, view.area),
        "skills": [_row(context, node) for node in (*nodes, *nodes_of(hidden))],
        "areas": areas,
        "all_skills": [
            {"id": s.id, "label": s.label} for s in context.knowledge.skills.values() if s.replaced_by is None
        ],
    }


def state_or_none(context: Context, profile: str | None) -> State | None:
    """What the log says; None where it says nothing. Raises WorkspaceUnusable."""
    if not is_kept(context, profile):
        return None
    try:
        return state_of(context, profile)
    except NothingKept:
        return None


def _target(context: Context, state: State | None, role: str | None) -> tuple[str, Seniority]:
    if role is None and state and state.plan and state.plan.saved.role in context.knowledge.roles:
        return state.plan.saved.role, state.plan.saved.seniority
    return role_id(context, role or DEFAULT_ROLE), "junior"


def _steps(state: State | None) -> dict[str, int]:
    """The first step of the kept plan that raises each skill."""
    found: dict[str, int] = {}
    for number, step in enumerate(state.plan.saved.plan.steps if state and state.plan else (), 1):
        for skill, _, _ in step.raises:
            found.setdefault(skill, number)
    return found


def _view(
    context: Context, view: View, route: Iterable[str], role: str, nodes_of: Any
) -> tuple[str, str, list[Node], set[str]]:
    """Kind and name of the view, its boxes, and skills that are only listed."""
    skills = context.knowledge.skills
    needs = needs_of(skills)
    live = {s.id for s in skills.values() if s.replaced_by is None}
    if view.skill:
        id_ = skill_id(context, view.skill)
        after = {s for s in live if id_ in needs[s]}
        drawn = set(sorted(after, key=lambda s: (-_rest_on(needs, s), s))[:MOST_AFTER])
        return "skill", f"Around {skills[id_].label}", nodes_of(closure(needs, (id_,)) | drawn, id_), after - drawn
    if view.area:
        names = {a.id: a.label for a in context.knowledge.words.areas}
        if view.area not in names:
            raise UnknownName(f"There is no area '{view.area}'.", f"Areas: {', '.join(names)}.")
        inside = {s for s in live if skills[s].area == view.area}
        return "area", names[view.area], nodes_of(inside | {n for s in inside for n in needs[s]}), set()
    if view.whole:
        return "whole", "All skills", nodes_of(live), set()
    known = tuple(s for s in route if s in skills)
    return "route", f"The way to {context.knowledge.roles[role].label}", nodes_of(closure(needs, known)), set()


def _rest_on(needs: Mapping[str, tuple[str, ...]], skill: str) -> int:
    return sum(skill in each for each in needs.values())


def _row(context: Context, node: Node) -> Json:
    skill = context.knowledge.skills[node.id]
    return {
        "id": node.id,
        "label": node.label,
        "area": skill.area,
        "needs": [need.skill for need in skill.needs],
        "level": node.level,
        "basis": node.basis,
        "wanted": node.wanted,
        "step": node.step,
    }


def _areas(context: Context, held: dict[str, SkillBelief]) -> list[Json]:
    rows = []
    for area in context.knowledge.words.areas:
        ids = [s.id for s in context.knowledge.skills.values() if s.area == area.id and s.replaced_by is None]
        known = sum(held[i].level > 0 for i in ids if i in held)
        rows.append({"id": area.id, "label": area.label, "skills": len(ids), "known": known})
    return rows
