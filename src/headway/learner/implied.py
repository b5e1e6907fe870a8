"""What a claim about one skill says about the skills it takes.

Whoever has worked with PyTorch has worked with Python. So a claim at working level or more is also heard
as "at least what is needed" about each direct prerequisite, and as "aware" about all that the skill is a kind of, with
a share of its nats. A claim below working level asks one level less; several proficient ones ask one more.
"""

from math import log2

import msgspec

from headway.learner.constants import EvidenceNumbers
from headway.learner.heard import Heard
from headway.learner.model import EvidenceKind
from headway.learner.prior import Prior

TELLING: frozenset[EvidenceKind] = frozenset({"cv-use", "self-report"})
"""Kinds that tell of work with a skill, or of the level it is held at; others only name it."""
PROFICIENT = 2.75
"""Level from which a claim counts as one of someone proficient (levels lie between the whole ones)."""


class _Asked(msgspec.Struct, frozen=True):
    """A claim that takes another skill at `level`. strongly: directly, and by someone proficient."""

    by: Heard
    level: int
    strongly: bool


def implied_by(said: list[Heard], prior: Prior) -> list[Heard]:
    """What claims imply about other skills, one piece for each skill and source, in that order."""
    found: dict[tuple[int, str], list[_Asked]] = {}
    for one in said:
        if one.holds:
            for each in prior.implies[one.row]:
                level = each.level - max(0, 2 - round(one.level))
                if level > 0:
                    asked = _Asked(one, level, each.direct and one.level >= PROFICIENT)
                    found.setdefault((each.row, one.source), []).append(asked)
    return [_together(row, found[row, source], prior.numbers.evidence) for row, source in sorted(found)]


def _together(row: int, asked: list[_Asked], numbers: EvidenceNumbers) -> Heard:
    """Several claims that imply the same: the strongest of those that ask most, and a little more for each repeat."""
    strong = {one.by.row for one in asked if one.strongly}
    top = max(one.level for one in asked)
    if len(strong) >= numbers.implied.several and top < numbers.implied.most_by_several:
        top, by = top + 1, [one.by for one in asked if one.strongly]
    else:
        by = [one.by for one in asked if one.level == top]
    weights = [one.weight * (numbers.implied.used if one.kind in TELLING else numbers.implied.named) for one in by]
    first = max(range(len(by)), key=lambda i: (weights[i], -by[i].age, -i))
    repeats = min(1.0 + numbers.repeats.per_doubling * log2(len(by)), numbers.repeats.most)
    total = sum(weights)
    shares = tuple(
        (evidence, part * (weight / total if total else 1.0 / len(by)))
        for one, weight in zip(by, weights, strict=True)
        for evidence, part in one.shares
    )
    return msgspec.structs.replace(
        by[first], row=row, level=float(top), weight=weights[first] * repeats, shares=shares, implied=True
    )
