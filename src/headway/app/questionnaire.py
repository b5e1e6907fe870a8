"""Which skills to ask a person about first when there is no CV."""

from headway.app.context import Context
from headway.app.look import role_id
from headway.app.plan_question import DEFAULT_ROLE

MOST = 14


def questions(context: Context, role: str | None) -> list[tuple[str, str]]:
    """(skill id, label) in the order to ask: what decides for the role, with what most of it rests on.

    The weight of a need counts in full for its skills and a third for the skills those need.
    """
    knowledge = context.knowledge
    found = knowledge.roles[role_id(context, role or DEFAULT_ROLE)]
    worth: dict[str, float] = {}
    for need in found.needs:
        for skill in need.any_of:
            worth[skill] = worth.get(skill, 0.0) + need.weight
            for below in knowledge.skills[skill].needs:
                worth[below.skill] = worth.get(below.skill, 0.0) + need.weight / 3
    ordered = sorted(worth, key=lambda s: (-worth[s], s))[:MOST]
    return [(s, knowledge.skills[s].label) for s in ordered]
