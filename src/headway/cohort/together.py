"""What a class lacks and holds together: the question that the shared plan answers.

The start of the plan is a person who does not exist. A skill is at level k in it where fewer than `part` of the class
lack level k. A need of the role is a goal where at least `part` of the class lack it, whichever of its skills each has.
Who lacks a need lacks every skill of it, so a goal is never met at the start.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from headway.cohort.figures import Wanted, holds
from headway.cohort.model import Member, Share
from headway.values import LEVELS, Level


def fewest_of(part: float, n: int) -> int:
    """So many people are at least `part` of n, and at least one."""
    return max(1, math.ceil(part * n - 1e-9))


def held_together(members: Sequence[Member], part: float) -> dict[str, Level]:
    """The level of each skill that fewer than `part` of the people lack; skills without any are left out."""
    few = fewest_of(part, len(members))
    levels: dict[str, list[Level]] = {}
    for held in (held for m in members for held in m.share.skills):
        levels.setdefault(held.skill, []).append(held.level)
    found = {}
    for skill, named in sorted(levels.items()):
        found[skill] = max(k for k in LEVELS if k == 0 or len(members) - sum(level >= k for level in named) < few)
    return {skill: level for skill, level in found.items() if level > 0}


def lacked_together(members: Sequence[Member], needs: Iterable[Wanted], part: float) -> tuple[Wanted, ...]:
    """The needs that at least `part` of the people lack, in the role's order."""
    few = fewest_of(part, len(members))
    return tuple(each for each in needs if sum(not holds(m.share, *each) for m in members) >= few)


def left_alone(share: Share, needs: Iterable[Wanted], after: Mapping[str, Level]) -> tuple[Wanted, ...]:
    """The needs that a person lacks and that the shared plan does not bring. after: what its steps raise."""
    return tuple(
        (need, wanted)
        for need, wanted in needs
        if not holds(share, need, wanted) and all(after.get(skill, 0) < wanted for skill in need.any_of)
    )


def lacking(members: Sequence[Member], skill: str, level: Level) -> int:
    """How many do not hold a skill at a level."""
    return sum(m.share.level_of(skill) < level for m in members)
