"""What a role asks for at a seniority; fit and planning read it the same way."""

from headway.knowledge.model import Role, RoleNeed
from headway.values import SENIORITIES, Level, Seniority


def levels_at(need: RoleNeed, seniority: Seniority) -> Level:
    """The level one need asks for: that of the nearest seniority named at or below; 0 below the lowest."""
    wanted = 0
    for step in SENIORITIES[: SENIORITIES.index(seniority) + 1]:
        wanted = need.levels.get(step, wanted)
    return wanted


def needs_at(role: Role, seniority: Seniority) -> tuple[tuple[RoleNeed, Level], ...]:
    """The needs that ask for anything at a seniority, with their level, in the role's order."""
    asked = ((need, levels_at(need, seniority)) for need in role.needs)
    return tuple((need, wanted) for need, wanted in asked if wanted > 0)


def grades_of(role: Role) -> tuple[Seniority, ...]:
    """The seniorities a role has, the lowest first."""
    known = {grade.seniority for grade in role.grades}
    return tuple(step for step in SENIORITIES if step in known)
