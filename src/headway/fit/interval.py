"""The 10-90 % interval of a coverage, in closed form: no dice, so the same to the last bit each time.

Within one hypothesis about the sources (`learner.trust`) abilities are jointly normal. The share of a need
is a step function f of its skill's ability, so its mean and variance are exact; the covariance of two needs is the
first two terms of the Hermite series, Cov(f, g) = sum_n rho^n f_n g_n / n!, with f_1 = sum phi(z_k) / w and
f_2 = -sum z_k phi(z_k) / w over the thresholds up to the level wanted (z_k = (m - t_k) / sigma), and f_n = E[f He_n].
Each hypothesis gives the score a beta distribution with that mean and variance, so that it stays between 0 and 1; the
interval is cut from their mixture.
"""

from math import sqrt
from typing import TYPE_CHECKING

from headway.fit.beta import below_share
from headway.fit.coverage import Covered
from headway.learner.belief import TAIL, Belief

if TYPE_CHECKING:
    from headway.learner.normal import Floats
    from headway.learner.propagate import Joint

HALVINGS = 14
"""Bisection steps: the bounds are exact to one in sixteen thousand; screens show three places."""


def interval(belief: Belief, covered: tuple[Covered, ...]) -> tuple[float, float]:
    """(low, high) of the score that `coverage.score` gives, 80 % inside."""
    if not covered:
        return 1.0, 1.0
    joint = belief.joint([c.best.skill for c in covered])
    parts = [_moments(joint, h, covered) for h in range(len(joint.weights))]
    weights = [float(w) for w in joint.weights]
    return _cut(weights, parts, TAIL), _cut(weights, parts, 1.0 - TAIL)


def _moments(joint: "Joint", h: int, covered: tuple[Covered, ...]) -> tuple[float, float]:
    """Mean and standard deviation of the score under one hypothesis."""
    import numpy as np

    sigma = np.sqrt(np.maximum(np.diagonal(joint.covariances[h]), 1e-12))
    rho = joint.covariances[h] / np.outer(sigma, sigma)
    z = (joint.means[h][:, None] - joint.thresholds) / sigma[:, None]
    wanted = np.array([c.wanted for c in covered], dtype=np.float64)
    asked = np.arange(1, 5)[None, :] <= wanted[:, None]
    rate = np.where(asked, joint.rates[h], 0.0)
    mean = rate.sum(axis=1) / wanted
    own = (rate * (2 * np.arange(1, 5) - 1)).sum(axis=1) / wanted**2 - mean**2
    density = np.where(asked, np.exp(-0.5 * z * z) / sqrt(2.0 * np.pi), 0.0)
    first, second = density.sum(axis=1) / wanted, -(z * density).sum(axis=1) / wanted
    covariance = rho * np.outer(first, first) + 0.5 * rho**2 * np.outer(second, second)
    np.fill_diagonal(covariance, np.maximum(own, 0.0))
    weight = _weights(covered)
    return float(weight @ mean), sqrt(max(float(weight @ covariance @ weight), 0.0))


def _weights(covered: tuple[Covered, ...]) -> "Floats":
    import numpy as np

    weight = np.array([c.need.weight for c in covered], dtype=np.float64)
    return np.asarray(weight / weight.sum())


def _cut(weights: list[float], parts: list[tuple[float, float]], probability: float) -> float:
    """Quantile of the mixture, by bisection on the score."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        reached = sum(w * below_share(middle, *part) for w, part in zip(weights, parts, strict=True))
        low, high = (middle, high) if reached < probability else (low, middle)
    return round((low + high) / 2, 6)
