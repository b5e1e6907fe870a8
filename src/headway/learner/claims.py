"""Several pieces of one kind, from one source, about one skill: what they say together."""

from math import exp2, log2

import msgspec

from headway.learner.constants import EvidenceNumbers, Use
from headway.learner.model import Evidence


class Claim(msgspec.Struct, frozen=True):
    """level: what it speaks of, may lie between levels. age: months since the last use. weight: factor
    on the nats of its kind. shares: each piece's part, sum 1.
    """

    level: float
    age: float
    weight: float
    shares: tuple[tuple[Evidence, float], ...]


def merge(pieces: list[Evidence], numbers: EvidenceNumbers, ages: list[float]) -> Claim:
    """pieces: same skill, source, kind and direction, in canonical order; ages: months since each was true."""
    kind = numbers.kinds[pieces[0].kind]
    newest = min(ages)
    strongest = max(p.strength for p in pieces)
    fresh = [
        exp2(-(age - newest) / kind.recency_half_life_months) * (p.strength / strongest if strongest else 1.0)
        for p, age in zip(pieces, ages, strict=True)
    ]
    parts = fresh
    level = float(max(p.level for p in pieces) if pieces[0].holds else min(p.level for p in pieces))
    if pieces[0].kind == "cv-use" and pieces[0].holds:
        parts = _months(pieces, ages, fresh, numbers.use)
        level = min(max(level, use_level(sum(parts), numbers.use)), level + numbers.use.most_above_stated)
        level = min([level, *(float(p.at_most) for p in pieces if p.at_most is not None)])
    if pieces[0].holds:
        level = min(level, float(kind.highest))
    doubling = 1.0 + numbers.repeats.per_doubling * log2(max(sum(fresh), 1.0))
    weight = strongest * min(doubling, numbers.repeats.most)
    return Claim(level, newest, weight, tuple((p, part / sum(parts)) for p, part in zip(pieces, parts, strict=True)))


def _months(pieces: list[Evidence], ages: list[float], fresh: list[float], use: Use) -> list[float]:
    """Months each piece adds: overlapping stretches once, older ones discounted by `fresh`."""
    added = [0.0] * len(pieces)
    covered = 0.0
    for i in sorted(range(len(pieces)), key=lambda i: (ages[i], -(pieces[i].months or use.undated), i)):
        end = ages[i] + (use.undated if pieces[i].months is None else pieces[i].months or 0.0)
        added[i] = max(end - max(ages[i], covered), 0.0) * fresh[i]
        covered = max(covered, end)
    return added if sum(added) > 0.0 else [1.0 / len(pieces)] * len(pieces)


def use_level(months: float, use: Use) -> float:
    """The level that so many months of use speak of, straight in log2(months) between the rows."""
    if months <= use.months[0]:
        return use.levels[0]
    for i in range(1, len(use.months)):
        if months <= use.months[i]:
            low, high = use.months[i - 1], use.months[i]
            part = log2(months / low) / log2(high / low)
            return use.levels[i - 1] + part * (use.levels[i] - use.levels[i - 1])
    return use.levels[-1]
