"""Two roles side by side: what each asks for and pays, what the person has of it, the way from one to the other."""

import msgspec

from headway.app.career_path import PathQuestion, find_path
from headway.app.context import Context
from headway.app.kept_person import KeptPerson
from headway.app.look import role_id
from headway.app.options import seniority_word
from headway.app.pay_sourced import sourced_pay
from headway.app.skills_map import state_or_none
from headway.knowledge.model import Role
from headway.planning.targets import level_at
from headway.values import KNOWN_CONFIDENCE, Json, Level, Seniority

WEEKLY = 10.0


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Which two, and at what seniority."""

    one: str
    other: str
    seniority: str = "mid"


def two_roles(context: Context, profile: str | None, pair: Pair) -> Json:
    """Needs with both levels, the heaviest first; pay of both; the path. Raises UnknownName, WorkspaceUnusable."""
    seniority = seniority_word(pair.seniority)
    found = [context.knowledge.roles[role_id(context, word)] for word in (pair.one, pair.other)]
    state = state_or_none(context, profile)
    person = KeptPerson(context, state) if state else None
    held = person.belief.all(KNOWN_CONFIDENCE) if person else {}
    country = person.country if person else None
    asked = [_asked(role, seniority) for role in found]
    skills = sorted(asked[0] | asked[1], key=lambda s: (-_weight(asked, s), s))
    return {
        "schema": "headway.two-roles/1",
        "seniority": seniority,
        "roles": [{"id": r.id, "label": r.label, "summary": r.summary} for r in found],
        "needs": [
            {
                "skill": s,
                "label": context.knowledge.skills[s].label,
                "wanted": [side[s][0] if s in side else 0 for side in asked],
                "have": held[s].level if s in held else None,
            }
            for s in skills
        ],
        "pay": [msgspec.to_builtins(sourced_pay(context.knowledge, r.id, seniority, country)) for r in found],
        "path": find_path(context, PathQuestion(found[0].id, found[1].id, WEEKLY, seniority, None)),
    }


def _asked(role: Role, seniority: Seniority) -> dict[str, tuple[Level, float]]:
    """Skill to level and weight; of several that will do, all are named."""
    rows: dict[str, tuple[Level, float]] = {}
    for need in role.needs:
        level = level_at(need, seniority)
        rows |= {skill: (level, need.weight) for skill in need.any_of if level}
    return rows


def _weight(asked: list[dict[str, tuple[Level, float]]], skill: str) -> float:
    return max(side[skill][1] for side in asked if skill in side)
