"""Expected coverage of a role's weighted needs, and how sure it is.

A need for level w gives min(level, w) / w of itself, so its expected share is sum_{k<=w} P(level >= k) / w: partly
known is partly covered. Of an any-of group the member with the largest expected share counts.
"""

from collections.abc import Mapping

import msgspec

from headway.errors import UnknownName
from headway.knowledge.model import RoleNeed
from headway.learner.model import SkillBelief
from headway.values import Level


class Covered(msgspec.Struct, frozen=True):
    """One need at one seniority: the level wanted, the member that counts, its expected share."""

    need: RoleNeed
    wanted: Level
    best: SkillBelief
    share: float


def cover(need: RoleNeed, wanted: Level, known: Mapping[str, SkillBelief]) -> Covered:
    """The nearest member of the group (the first of equals). Raises UnknownName."""
    best, share = None, -1.0
    for id_ in need.any_of:
        if id_ not in known:
            raise UnknownName(f"No skill '{id_}' in the knowledge base.")
        covered = share_of(known[id_], wanted)
        if covered > share:
            best, share = known[id_], covered
    assert best is not None, "a need names at least one skill"
    return Covered(need, wanted, best, share)


def share_of(skill: SkillBelief, wanted: Level) -> float:
    """E[min(level, wanted)] / wanted, for wanted >= 1."""
    return sum(skill.at_least[:wanted]) / wanted


def score(covered: tuple[Covered, ...]) -> float:
    """Weighted mean of the shares, 0 to 1; 1 when nothing is asked for."""
    total = sum(c.need.weight for c in covered)
    return sum(c.need.weight * c.share for c in covered) / total if total else 1.0
