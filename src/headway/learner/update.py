"""Fold sites into the Gaussian of each hypothesis, and weigh how well it foresaw them.

How probable each verified answer was, given those before it, is taken from assumed-density filtering, one site after
another in closed form; what all of them leave is taken from `settle`, where their order is of no matter.

For a site with likelihood l_0 + sum_k d_k 1[theta_then > t_k] on a skill with mean m and variance v, and
theta_then = r theta + noise of variance 1 - r^2:

    s = sqrt(r^2 v + 1 - r^2)     z_k = (r m - t_k) / s      Z = l_0 + sum_k d_k Phi(z_k)
    g = d log Z / dm  = sum_k d_k phi(z_k) r / (s Z)
    h = d2 log Z / dm2 = -sum_k d_k z_k phi(z_k) r^2 / (s^2 Z) - g^2
    mean <- mean + Cov[:, skill] g         Cov <- Cov + h Cov[:, skill] Cov[skill, :]

The covariance stays `S + S (sum_j h_j b_j b_j') S` with S the prior's among the observed skills, so only the
vectors b_j are kept, and one product at the end carries the result to all skills (`propagate`).
"""

from collections.abc import Sequence
from math import log, sqrt

import msgspec
import numpy as np

from headway.learner.normal import Floats, below, density
from headway.learner.settle import factors, settle
from headway.learner.sites import Site, as_carried


class Folded(msgspec.Struct, frozen=True, eq=False):
    """What folding leaves, per hypothesis (first axis).

    directions[h, j]: b_j over the observed skills; mean and covariance of all skills change by
    Cov sum_j push_j b_j and Cov (sum_j pull_j b_j b_j') Cov. rates[h, skill, k - 1]: P(level >= k) of the observed
    skills themselves. evidence[h, site]: log-probability of each site after those before it.
    """

    directions: Floats
    push: Floats
    pull: Floats
    rates: Floats
    evidence: Floats


class Stage(msgspec.Struct, frozen=True, eq=False):
    """The observed skills before any site: means [h, skill], covariances [h, skill, skill], thresholds."""

    means: Floats
    covariances: Floats
    thresholds: list[list[float]]


def fold_sites(stage: Stage, sites: list[Site], place: list[int]) -> Folded:
    """Fold the sites in their order under each hypothesis. place: each site's position among the observed skills."""
    if not sites:
        return _nothing(len(stage.means))
    given = factors(sites, place, stage.thresholds)
    pairs = list(zip(stage.means, stage.covariances, strict=True))
    settled = [settle(mean, covariance, given) for mean, covariance in pairs]
    told = list(zip(map(as_carried, sites), place, strict=True))
    return Folded(
        directions=np.array([one.directions for one in settled]),
        push=np.array([one.push for one in settled]),
        pull=np.array([one.pull for one in settled]),
        rates=np.array([one.rates for one in settled]),
        evidence=np.array([_foreseen(mean, covariance, stage.thresholds, told) for mean, covariance in pairs]),
    )


def _nothing(hypotheses: int) -> Folded:
    none = np.zeros((hypotheses, 0))
    return Folded(np.zeros((hypotheses, 0, 0)), none, none, np.zeros((hypotheses, 0, 4)), none)


def _foreseen(
    start: Floats, covariance: Floats, thresholds: list[list[float]], sites: list[tuple[Site, int]]
) -> Floats:
    """Log-probability of each site after those before it."""
    directions = np.zeros((len(sites), len(start)))
    push, pull, evidence = (np.zeros(len(sites)) for _ in range(3))
    for i, (site, at) in enumerate(sites):
        along = directions[:i] @ covariance[at]
        drawn = pull[:i] * along
        mean = float(start[at] + push[:i] @ along)
        variance = float(covariance[at, at] + drawn @ along)
        push[i], pull[i], evidence[i] = tilt(mean, variance, site, thresholds[at])
        directions[i] = drawn @ directions[:i]
        directions[i, at] += 1.0
    return evidence


def tilt(mean: float, variance: float, site: Site, thresholds: Sequence[float]) -> tuple[float, float, float]:
    """(g, h, log Z) of one site on a skill with this mean and variance. A site with a curve of its own steps there, and
    the variance of its blur joins s^2.
    """
    r, blur = site.retention, 0.0
    if site.curve is not None:
        thresholds, blur = (site.curve.at,), site.curve.blur
    spread = sqrt(r * r * max(variance, 1e-12) + 1.0 - r * r + blur)
    total, first, second = site.bottom, 0.0, 0.0
    for step, threshold in zip(site.steps, thresholds, strict=False):
        if step:
            z = (r * mean - threshold) / spread
            at = step * density(z)
            total += step * below(z)
            first += at
            second -= z * at
    push = first * r / (spread * total)
    return push, second * r * r / (spread * spread * total) - push * push, log(total)
