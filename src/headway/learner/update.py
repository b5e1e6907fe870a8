"""Assumed-density filtering: fold sites into a Gaussian one by one, each in closed form.

For a site with likelihood l_0 + sum_k d_k 1[theta_then > t_k] on a skill with mean m and variance v, and
theta_then = r theta + noise of variance 1 - r^2:

    s = sqrt(r^2 v + 1 - r^2)     z_k = (r m - t_k) / s      Z = l_0 + sum_k d_k Phi(z_k)
    g = d log Z / dm  = sum_k d_k phi(z_k) r / (s Z)
    h = d2 log Z / dm2 = -sum_k d_k z_k phi(z_k) r^2 / (s^2 Z) - g^2
    mean <- mean + Cov[:, skill] g         Cov <- Cov + h Cov[:, skill] Cov[skill, :]

The covariance stays `S + S (sum_i h_i b_i b_i') S` with S the prior's among the observed skills, so only the
vectors b_i are kept, and one product at the end carries the result to all skills (`propagate`).
"""

from collections.abc import Sequence
from math import log, sqrt

import msgspec
import numpy as np
from numpy.typing import NDArray

from headway.learner.normal import Floats, below, density
from headway.learner.sites import Site


class Folded(msgspec.Struct, frozen=True, eq=False):
    """What folding leaves, per hypothesis (first axis) and site (second).

    directions: b_i over the observed skills. push: g_i, pull: h_i, evidence: log Z_i, all 0 where a
    hypothesis does not believe the site. lift: what naming a skill adds to its own mean (`prior`).
    """

    directions: Floats
    push: Floats
    pull: Floats
    evidence: Floats
    lift: Floats


class Stage(msgspec.Struct, frozen=True, eq=False):
    """The observed skills: covariance before any site, thresholds, and the lift of a named one."""

    prior: Floats
    thresholds: list[list[float]]
    lift: list[float]


def fold_sites(stage: Stage, sites: list[Site], place: list[int], believed: NDArray[np.bool_]) -> Folded:
    """place: each site's position among the observed skills; believed[h, i]: does hypothesis h take site i."""
    hypotheses, count, size = believed.shape[0], len(sites), stage.prior.shape[0]
    folded = Folded(np.zeros((hypotheses, count, size)), *(np.zeros((hypotheses, count)) for _ in range(4)))
    for h in range(hypotheses):
        taken = np.flatnonzero(believed[h])
        one = _fold_one(stage, [sites[i] for i in taken], [place[i] for i in taken])
        folded.directions[h, taken] = one[0]
        for part, values in zip((folded.push, folded.pull, folded.evidence, folded.lift), one[1:], strict=True):
            part[h, taken] = values
    return folded


def _fold_one(stage: Stage, sites: list[Site], place: list[int]) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    directions = np.zeros((len(sites), stage.prior.shape[0]))
    push, pull, evidence, lift = (np.zeros(len(sites)) for _ in range(4))
    named: dict[int, float] = {}
    for i, (site, at) in enumerate(zip(sites, place, strict=True)):
        along = directions[:i] @ stage.prior[at]
        drawn = pull[:i] * along
        mean = float(push[:i] @ along) + named.get(at, 0.0)
        variance = float(stage.prior[at, at] + drawn @ along)
        if site.selected and at not in named:
            named[at] = lift[i] = lift_of(mean, variance, site, stage.thresholds[at], stage.lift[at])
            mean += lift[i]
        push[i], pull[i], evidence[i] = tilt(mean, variance, site, stage.thresholds[at])
        directions[i] = drawn @ directions[:i]
        directions[i, at] += 1.0
    return directions, push, pull, evidence, lift


def lift_of(mean: float, variance: float, site: Site, thresholds: Sequence[float], most: float) -> float:
    """What naming a skill adds to its own mean: as much of `most` as the claim itself bears out, so that
    naming never pulls other skills down.
    """
    for lift in (most, most / 2, most / 4):
        if tilt(mean + lift, variance, site, thresholds)[0] >= 0.0:
            return lift
    return 0.0


def tilt(mean: float, variance: float, site: Site, thresholds: Sequence[float]) -> tuple[float, float, float]:
    """(g, h, log Z) of one site on a skill with this mean and variance."""
    r = site.retention
    spread = sqrt(r * r * max(variance, 1e-12) + 1.0 - r * r)
    total, first, second = site.bottom, 0.0, 0.0
    for step, threshold in zip(site.steps, thresholds, strict=True):
        if step:
            z = (r * mean - threshold) / spread
            at = step * density(z)
            total += step * below(z)
            first += at
            second -= z * at
    push = first * r / (spread * total)
    return push, second * r * r / (spread * spread * total) - push * push, log(total)
