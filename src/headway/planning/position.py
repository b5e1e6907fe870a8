"""Where in the course of study the published guides put a skill.

Steps may be done in any order that respects what they need. A row that taught deployment before the first model
would be as short as any, and no teacher would give it. The guides agree on a broad order (programming and
mathematics, then machine learning, deep learning, deployment, a speciality), so the row follows it.
"""

from collections.abc import Callable, Mapping
from statistics import median
from typing import Final

from headway.knowledge.model import Knowledge
from headway.planning.model import SkillLevel

LEVEL: Final = 0.3
"""How much later each level beyond what a guide asks for at that stage comes. Editorial."""
STEP: Final = 0.05
"""How much later than the latest of its needs a skill comes that no guide names. Editorial."""
NOWHERE: Final = 0.7
"""The place of what needs nothing in an area no guide enters: after machine learning. Editorial."""


def positions(knowledge: Knowledge) -> Callable[[SkillLevel], float]:
    """The place of a skill at a level: 0 the start of a guide, 1 its end, beyond 1 for the last levels.

    The median over the guides that name the skill. What none names comes just after the latest of its needs; without
    needs, where the middle of its area is.
    """
    named = _named(knowledge)
    areas = _areas(knowledge, named)
    known: dict[SkillLevel, float] = {}

    def place(wanted: SkillLevel) -> float:
        if wanted not in known:
            known[wanted] = NOWHERE  # what a circle of needs would find
            known[wanted] = fresh(*wanted)
        return known[wanted]

    def fresh(name: str, level: int) -> float:
        if name in named:
            at, asked = named[name]
            return at + LEVEL * max(0.0, level - asked)
        skill = knowledge.skills.get(name)
        if skill is None or not skill.needs:
            return areas.get(skill.area, NOWHERE) if skill else NOWHERE
        return STEP + max(place((need.skill, need.level)) for need in skill.needs)

    return place


def _areas(knowledge: Knowledge, named: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    """The middle place of each area's named skills."""
    found: dict[str, list[float]] = {}
    for skill in sorted(named.keys() & knowledge.skills.keys()):
        found.setdefault(knowledge.skills[skill].area, []).append(named[skill][0])
    return {area: median(places) for area, places in found.items()}


def _named(knowledge: Knowledge) -> dict[str, tuple[float, float]]:
    """For each skill that guides name: the middle of its place and of the level asked for there."""
    found: dict[str, list[tuple[float, int]]] = {}
    for roadmap in knowledge.roadmaps.values():
        first: dict[str, tuple[float, int]] = {}
        for number, stage in enumerate(roadmap.stages):
            for need in stage.skills:
                first.setdefault(need.skill, ((number + 0.5) / len(roadmap.stages), need.level))
        for skill, seen in first.items():
            found.setdefault(skill, []).append(seen)
    return {skill: (median(p for p, _ in seen), median(v for _, v in seen)) for skill, seen in found.items()}
