"""What all proof leaves of the observed skills, by expectation propagation with one factor a skill.

All sites of a skill together are one factor f(theta), whatever its shape. Each is stood in for by a Gaussian
exp(-tau theta^2 / 2 + nu theta), tau >= 0, chosen so that in place of the factor it leaves mean and variance of the
skill as they are (Minka 2001; Opper and Winther 2000), sweep by sweep until none changes. With T = diag(tau) and S the
covariance before proof, the precision added is T, so

    Cov <- S - S D'D S      D = L^-1 T^(1/2)      L L' = I + T^(1/2) S T^(1/2)
    mean <- m + S alpha     alpha = (I + T S)^-1 (nu - tau m)

What is believed of an observed skill itself is not read off the Gaussian, which blurs a step that an answer has made,
but off the factor times the Gaussian that all others leave (its cavity): P(level >= k) by quadrature. Where one piece
of work brought several passes, each stand-in is that of the likelihood to the power `carried` (`sites`).
"""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from headway.learner.normal import Floats, below_table
from headway.learner.sites import Site

SWEEPS, ENOUGH, STEP = 40, 1e-7, 0.8
"""At most so many sweeps; fewer once no stand-in changes by more than this (in cavity standard deviations). Each
sweep takes this share of the way, since all skills move at once.
"""
FAR = 8.0
CUTS = np.array([-FAR, -3.5, -2.0, -1.0, 0.0, 1.0, 2.0, 3.5, FAR])
"""Where the range of quadrature is cut, in standard deviations of the cavity, besides at the thresholds."""
POINTS, SHARES = np.polynomial.legendre.leggauss(5)
LEAST = 1e-12


class Settled(msgspec.Struct, frozen=True, eq=False):
    """For n observed skills. directions[j, skill], push[j], pull[j]: see `update.Folded`; rates[skill, k - 1] =
    P(level >= k).
    """

    directions: Floats
    push: Floats
    pull: Floats
    rates: Floats


class Factors(msgspec.Struct, frozen=True, eq=False):
    """The sites, side by side. place: position of each one's skill; at[site, step], step[site, step], bottom, keep
    (retention) and blur (standard deviation): likelihood bottom + sum step Phi((keep theta - at) / blur). thresholds:
    of each observed skill. whose[skill, site]: 1 where the site speaks of the skill. carried[skill, site]: the power of
    its likelihood that is stood in for.
    """

    place: NDArray[np.intp]
    at: Floats
    step: Floats
    bottom: Floats
    keep: Floats
    blur: Floats
    thresholds: Floats
    whose: Floats
    carried: Floats


def factors(sites: Sequence[Site], place: Sequence[int], thresholds: Sequence[Sequence[float]]) -> Factors:
    """Gather the sites. place: of each one's skill among those of `thresholds`."""
    where = np.array(place, dtype=np.intp)
    bounds = np.array(thresholds, dtype=np.float64).reshape(-1, 4)
    at, blur = bounds[where], np.zeros(len(sites))
    keep = np.array([site.retention for site in sites])
    whose = (where[None, :] == np.arange(len(bounds))[:, None]).astype(np.float64)
    for i, site in enumerate(sites):
        if site.curve is not None:
            at[i], blur[i] = site.curve.at, site.curve.blur
    return Factors(
        place=where,
        at=at,
        step=np.array([site.steps for site in sites]).reshape(-1, 4),
        bottom=np.array([site.bottom for site in sites]),
        keep=keep,
        blur=np.sqrt(np.maximum(1.0 - keep * keep, 0.0) + blur),
        thresholds=bounds,
        whose=whose,
        carried=whose * np.array([site.carried for site in sites]),
    )


def settle(mean: Floats, covariance: Floats, given: Factors) -> Settled:
    """mean, covariance: of the observed skills before any proof. O(sweeps (skills^3 + sites))."""
    count = len(mean)
    tau, nu = np.zeros(count), np.zeros(count)
    rates, done = np.zeros((count, 4)), False
    for sweep in range(SWEEPS + 1):
        directions, alpha = _carried(mean, covariance, tau, nu)
        along = directions @ covariance
        left = covariance.diagonal() - (along * along).sum(axis=0)
        free = 1.0 / np.maximum(1.0 / np.maximum(left, LEAST) - tau, LEAST)
        cavity = free * ((mean + covariance @ alpha) / np.maximum(left, LEAST) - nu)
        rates, middle, spread = moments(cavity, free, given, given.carried)
        if done or sweep == SWEEPS:
            break
        wanted = np.maximum(1.0 / spread - 1.0 / free, 0.0)
        more = wanted - tau, middle * (1.0 / free + wanted) - cavity / free - nu
        tau, nu = tau + STEP * more[0], nu + STEP * more[1]
        done = bool(max(np.abs(more[0] * free).max(), np.abs(more[1] * np.sqrt(free)).max()) < ENOUGH)
    if (given.carried != given.whose).any():
        rates = moments(cavity, free, given, given.whose)[0]
    pull = np.concatenate([-np.ones(count), np.zeros(1)])
    push = np.concatenate([np.zeros(count), np.ones(1)])
    return Settled(np.vstack([directions, alpha]), push, pull, rates)


def _carried(mean: Floats, covariance: Floats, tau: Floats, nu: Floats) -> tuple[Floats, Floats]:
    """D and alpha of the stand-ins."""
    root, ones = np.sqrt(tau), np.eye(len(tau))
    lower = np.linalg.cholesky(ones + root[:, None] * covariance * root)
    directions = np.linalg.solve(lower, np.diag(root))
    wanted = nu - tau * mean
    return directions, wanted - directions.T @ (directions @ (covariance @ wanted))


def moments(cavity: Floats, free: Floats, given: Factors, power: Floats) -> tuple[Floats, Floats, Floats]:
    """P(level >= k), mean and variance of each skill, from its cavity (mean and variance) and its factor: the product
    of its sites' likelihoods, each to its power[skill, site].
    """
    deviation = np.sqrt(free)
    cuts = cavity[:, None] + deviation[:, None] * CUTS
    edges = np.sort(np.hstack([cuts, np.clip(given.thresholds, cuts[:, :1], cuts[:, -1:])]), axis=1)
    half = np.diff(edges, axis=1) / 2
    nodes = (edges[:, :-1] + half)[:, :, None] + half[:, :, None] * POINTS
    nodes, mass = nodes.reshape(len(free), -1), (half[:, :, None] * SHARES).reshape(len(free), -1)
    z = (nodes - cavity[:, None]) / deviation[:, None]
    heard = power @ np.log(np.maximum(_likelihood(nodes, given), LEAST))
    heard -= heard.max(axis=1, keepdims=True)
    mass = mass * np.exp(heard - 0.5 * z * z)
    mass /= mass.sum(axis=1, keepdims=True)
    rates = np.stack([(mass * (nodes > given.thresholds[:, k : k + 1])).sum(axis=1) for k in range(4)], axis=1)
    middle = (mass * nodes).sum(axis=1)
    spread = (mass * (nodes - middle[:, None]) ** 2).sum(axis=1)
    return rates, middle, np.maximum(spread, LEAST)


def _likelihood(nodes: Floats, given: Factors) -> Floats:
    """[site, node], at the nodes of the site's skill."""
    then = given.keep[:, None] * nodes[given.place]
    found = np.repeat(given.bottom[:, None], nodes.shape[1], axis=1)
    scale = np.maximum(given.blur, LEAST)[:, None]
    for k in range(4):
        rows = np.flatnonzero(given.step[:, k])
        if len(rows):
            z = (then[rows] - given.at[rows, k : k + 1]) / scale[rows]
            found[rows] += given.step[rows, k : k + 1] * below_table(z)
    return found
