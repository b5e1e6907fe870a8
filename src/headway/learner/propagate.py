"""From the skills that proof speaks of to all skills, exactly as a Gaussian is conditioned.

Each hypothesis starts from its own means and variances (`start`) and the map's correlations: with d the
standard deviation and a what is left of a skill's ties, Cov(x, s) = a_x d_x rho_xs d_s a_s and Cov(s, s) = d_s^2.
"""

import msgspec
import numpy as np

from headway.learner.normal import Floats
from headway.learner.prior import Prior
from headway.learner.start import Start
from headway.learner.update import Folded


class Joint(msgspec.Struct, frozen=True, eq=False):
    """Belief over a few skills together: hypothesis weights, means [h, skill], covariances [h, skill, skill],
    thresholds [skill, level].
    """

    weights: Floats
    means: Floats
    covariances: Floats
    thresholds: Floats


class Observed(msgspec.Struct, frozen=True, eq=False):
    """The skills that proof speaks of. rows: their rows; cross[h]: covariance of every skill (row) with them,
    before any proof, by hypothesis.
    """

    rows: list[int]
    cross: Floats


def observe(prior: Prior, rows: list[int], start: Start) -> Observed:
    """Gather what the map ties to the observed skills."""
    part = prior.loadings[rows]
    used = np.flatnonzero(part.any(axis=0))
    rho = prior.loadings[:, used] @ part[:, used].T
    scale = start.ties * np.sqrt(start.variances)
    cross = scale[:, :, None] * rho * scale[:, rows][:, None, :]
    cross[:, rows, range(len(rows))] = start.variances[:, rows]
    return Observed(rows, cross)


def spread(start: Start, observed: Observed, folded: Folded) -> tuple[Floats, Floats]:
    """Means and variances [hypothesis, skill] of all skills."""
    along = observed.cross @ folded.directions.transpose(0, 2, 1)
    means = start.means + (along @ folded.push[:, :, None])[:, :, 0]
    variances = start.variances + ((along * along) @ folded.pull[:, :, None])[:, :, 0]
    return means, np.maximum(variances, 1e-9)


def joint(prior: Prior, start: Start, evidence: tuple[Observed, Folded], weights: Floats, rows: list[int]) -> Joint:
    """Belief over some skills together. rows: theirs, each once."""
    observed, folded = evidence
    rho = prior.covariance(rows)
    means, covariances = [], []
    for h in range(len(weights)):
        scale = start.ties[h, rows] * np.sqrt(start.variances[h, rows])
        covariance = rho * np.outer(scale, scale)
        np.fill_diagonal(covariance, start.variances[h, rows])
        along = observed.cross[h, rows] @ folded.directions[h].T
        means.append(start.means[h, rows] + along @ folded.push[h])
        covariances.append(covariance + (along * folded.pull[h]) @ along.T)
    return Joint(weights, np.array(means), np.array(covariances), prior.thresholds[rows])
