"""What claims alone and proof alone say about one skill, without the map and without doubt of the source."""

from collections.abc import Sequence
from math import sqrt

import msgspec

from headway.learner.normal import below
from headway.learner.sites import Site
from headway.learner.update import lift_of, tilt
from headway.values import Level

Rates = tuple[float, ...]


class Direct(msgspec.Struct, frozen=True):
    """P(level >= 1..4) from claims alone and from proof alone; None: nothing of that kind."""

    claim: Rates | None
    proof: Rates | None


def direct(sites: list[Site], thresholds: Sequence[float], lift: float) -> Direct:
    """sites: all of one skill, in canonical order; lift: see `prior`, for a skill that is named."""
    claims, proofs = [s for s in sites if not s.proof], [s for s in sites if s.proof]
    return Direct(
        _alone(claims, thresholds, lift) if claims else None,
        _alone(proofs, thresholds, 0.0) if proofs else None,
    )


def _alone(sites: list[Site], thresholds: Sequence[float], lift: float) -> Rates:
    mean, variance, named = 0.0, 1.0, False
    for site in sites:
        if site.selected and not named:
            named, mean = True, mean + lift_of(mean, variance, site, thresholds, lift)
        push, pull, _ = tilt(mean, variance, site, thresholds)
        mean, variance = mean + variance * push, variance + pull * variance * variance
    return tuple(below((mean - t) / sqrt(variance)) for t in thresholds)


def highest(rates: Rates | None, confidence: float) -> Level:
    """The highest level with P(level >= k) >= confidence; 0 where there is nothing."""
    return sum(rate >= confidence for rate in rates or ())
