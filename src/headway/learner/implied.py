"""What a claim about one skill says about the skills it takes.

Whoever has worked with PyTorch has worked with Python. So a claim at working level or more is also heard
as "at least what is needed" about each direct prerequisite, and as "aware" about what the skill is a kind of, with
a share of its nats. A claim below working level asks one level less.
"""

from math import log2

import msgspec

from headway.learner.constants import EvidenceNumbers, Implied
from headway.learner.model import PROOF_KINDS, Evidence, EvidenceKind
from headway.learner.prior import Prior

TELLING: frozenset[EvidenceKind] = frozenset({"cv-use", "self-report"})
"""Kinds that tell of work with a skill, or of the level it is held at; others only name it."""


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """Merged pieces of one kind and source about one skill, before they become a likelihood.

    level: what they speak of, may lie between levels. age: months since the last use. weight: factor on the nats
    of their kind. shares: each piece's part, sum 1. implied: they speak of another skill that needs this one.
    """

    row: int
    kind: EvidenceKind
    source: str
    holds: bool
    level: float
    age: float
    weight: float
    shares: tuple[tuple[Evidence, float], ...]
    implied: bool = False

    @property
    def claimed(self) -> bool:
        return self.kind not in PROOF_KINDS


def implied_by(said: list[Heard], prior: Prior) -> list[Heard]:
    """What claims imply about other skills, one piece for each skill and source, in that order."""
    numbers = prior.numbers.evidence
    found: dict[tuple[int, str], list[Heard]] = {}
    for one in said:
        if one.holds:
            for row, level in prior.implies[one.row]:
                asked = level - max(0, 2 - round(one.level))
                if asked > 0:
                    found.setdefault((row, one.source), []).append(_about(one, row, asked, numbers.implied))
    return [_together(found[key], numbers) for key in sorted(found)]


def _about(one: Heard, row: int, level: int, numbers: Implied) -> Heard:
    kept = numbers.used if one.kind in TELLING else numbers.named
    return msgspec.structs.replace(one, row=row, level=float(level), weight=one.weight * kept, implied=True)


def _together(pieces: list[Heard], numbers: EvidenceNumbers) -> Heard:
    """Several claims that imply the same: the strongest of those that ask most, and a little more for each repeat."""
    top = max(piece.level for piece in pieces)
    asking = [piece for piece in pieces if piece.level == top]
    strongest = max(asking, key=lambda piece: (piece.weight, -piece.age))
    repeats = min(1.0 + numbers.repeats.per_doubling * log2(len(asking)), numbers.repeats.most)
    total = sum(piece.weight for piece in asking)
    shares = tuple(
        (evidence, part * (piece.weight / total if total else 1.0 / len(asking)))
        for piece in asking
        for evidence, part in piece.shares
    )
    return msgspec.structs.replace(strongest, weight=strongest.weight * repeats, shares=shares)
