"""The Map page: skills and what they rest on, by route, by area or around one skill, with what is believed of each."""

from collections.abc import Iterable
from typing import Any

import msgspec

from headway.app.context import Context
from headway.app.kept_person import KeptPerson
from headway.app.look import role_id, skill_id
from headway.app.plan_question import DEFAULT_ROLE
from headway.app.workspace_room import path_of, state_of
from headway.errors import NothingKept, UnknownName
from headway.knowledge.graph import closure, needs_of
from headway.learner.model import SkillBelief
from headway.planning.targets import level_at
from headway.publish.skill_map import Node, skill_map
from headway.values import KNOWN_CONFIDENCE, Seniority
from headway.workspace.fold import State

Json = dict[str, Any]


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What part of the map: one area, the surroundings of one skill, else the route to a role."""

    role: str | None = None
    area: str | None = None
    skill: str | None = None


def map_of(context: Context, profile: str | None, view: View) -> Json:
    """The drawing and its list. Raises UnknownName, WorkspaceUnusable."""
    state = state_or_none(context, profile)
    held = KeptPerson(context, state).belief.all(KNOWN_CONFIDENCE) if state else {}
    role, seniority = _target(context, state, view.role)
    wanted = {s: level_at(n, seniority) for n in context.knowledge.roles[role].needs for s in n.any_of[:1]}
    steps = _steps(state)
    title, shown = _shown(context, view, (*wanted, *steps), role)
    nodes = [_node(context, id_, held.get(id_), wanted.get(id_, 0), steps.get(id_)) for id_ in sorted(shown)]
    return {
        "schema": "headway.map/1",
        "title": title,
        "role": role,
        "seniority": seniority,
        "area": view.area,
        "skill": view.skill,
        "somebody": state is not None,
        "drawing": skill_map(nodes),
        "skills": [
            {"id": n.id, "label": n.label, "level": n.level, "basis": n.basis, "wanted": n.wanted, "step": n.step}
            for n in nodes
        ],
        "areas": _areas(context, held),
        "all_skills": [{"id": s.id, "label": s.label} for s in context.knowledge.skills.values()],
    }


def state_or_none(context: Context, profile: str | None) -> State | None:
    """What the log says; None where it says nothing. Raises WorkspaceUnusable."""
    if not path_of(context, profile).exists():
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


def _shown(context: Context, view: View, route: Iterable[str], role: str) -> tuple[str, set[str]]:
    """The name of the view and its skills."""
    skills = context.knowledge.skills
    needs = needs_of(skills)
    if view.skill:
        id_ = skill_id(context, view.skill)
        after = {s.id for s in skills.values() if any(n.skill == id_ for n in s.needs)}
        return f"Around {skills[id_].label}", closure(needs, (id_,)) | after
    if view.area:
        names = {a.id: a.label for a in context.knowledge.words.areas}
        if view.area not in names:
            raise UnknownName(f"There is no area '{view.area}'.", f"Areas: {', '.join(names)}.")
        inside = {s.id for s in skills.values() if s.area == view.area}
        return names[view.area], inside | {n for id_ in inside for n in needs[id_]}
    known = tuple(s for s in route if s in skills)
    return f"The way to {context.knowledge.roles[role].label}", closure(needs, known)


def _node(context: Context, id_: str, held: SkillBelief | None, wanted: int, step: int | None) -> Node:
    skill = context.knowledge.skills[id_]
    return Node(
        id=id_,
        label=skill.label,
        needs=tuple(n.skill for n in skill.needs),
        level=held.level if held else 0,
        wanted=wanted,
        basis=held.basis if held else "none",
        step=step,
        href=f"/skills/{id_}",
    )


def _areas(context: Context, held: dict[str, SkillBelief]) -> list[Json]:
    rows = []
    for area in context.knowledge.words.areas:
        ids = [s.id for s in context.knowledge.skills.values() if s.area == area.id]
        known = sum(held[i].level > 0 for i in ids if i in held)
        rows.append({"id": area.id, "label": area.label, "skills": len(ids), "known": known})
    return rows
