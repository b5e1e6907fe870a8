"""What claims alone and proof alone say about one skill, without the map and without doubt of the source."""

from collections.abc import Sequence
from math import sqrt

import msgspec
import numpy as np

from headway.learner.normal import below
from headway.learner.settle import factors, moments
from headway.learner.sites import Site
from headway.learner.start import alone
from headway.values import Level

Rates = tuple[float, ...]


class Direct(msgspec.Struct, frozen=True):
    """P(level >= 1..4) from claims alone and from proof alone; None: nothing of that kind."""

    claim: Rates | None
    proof: Rates | None


def direct(sites: list[Site], thresholds: Sequence[float], named: tuple[float, float]) -> Direct:
    """sites: all that speak of one skill itself, in canonical order. named: see `prior`."""
    claims, proofs = [s for s in sites if not s.proof], [s for s in sites if s.proof]
    return Direct(_claimed(claims, thresholds, named), _shown(proofs, thresholds))


def _shown(sites: list[Site], thresholds: Sequence[float]) -> Rates | None:
    if not sites:
        return None
    given = factors(sites, [0] * len(sites), [thresholds])
    rates, _, _ = moments(np.zeros(1), np.ones(1), given, given.whose)
    return tuple(rates[0].tolist())


def _claimed(sites: list[Site], thresholds: Sequence[float], named: tuple[float, float]) -> Rates | None:
    if not sites:
        return None
    mean, variance = alone(sites, thresholds, named)
    return tuple(below((mean - t) / sqrt(variance)) for t in thresholds)


def highest(rates: Rates | None, confidence: float) -> Level:
    """The highest level with P(level >= k) >= confidence; 0 where there is nothing."""
    return sum(rate >= confidence for rate in rates or ())
