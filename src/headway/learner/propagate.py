"""From the skills that proof speaks of to all skills, exactly as a Gaussian is conditioned.

Each hypothesis starts from its own means and variances (`start`). With d the standard deviation, a what is left of
a skill's ties and b how far it hangs on the way a source speaks, Cov(x, s) = d_x (a_x rho_xs a_s + b_x . b_s) d_s and
Cov(s, s) = d_s^2, with rho the map's correlation; where no claim is believed, Cov(x, s) = rho'_xs (`Prior.cold_ties`).
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
    scale = np.sqrt(start.variances)
    cross = scale[:, :, None] * _correlations(prior, start, slice(None), rows) * scale[:, rows][:, None, :]
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
    rho = _correlations(prior, start, rows, rows)
    means, covariances = [], []
    for h in range(len(weights)):
        scale = np.sqrt(start.variances[h, rows])
        covariance = rho[h] * np.outer(scale, scale)
        np.fill_diagonal(covariance, start.variances[h, rows])
        along = observed.cross[h, rows] @ folded.directions[h].T
        means.append(start.means[h, rows] + along @ folded.push[h])
        covariances.append(covariance + (along * folded.pull[h]) @ along.T)
    return Joint(weights, np.array(means), np.array(covariances), prior.thresholds[rows])


def _correlations(prior: Prior, start: Start, rows: list[int] | slice, others: list[int]) -> Floats:
    """[h, row, other]: correlation of different skills under each hypothesis."""
    ties = prior.ties(rows, others)
    found = np.empty((len(start.cold), *ties.shape))
    for h in range(len(found)):
        if start.cold[h]:
            found[h] = prior.cold_ties(rows, others, ties)
        else:
            left, voice = start.ties[h], start.voices[h]
            found[h] = left[rows][:, None] * ties * left[others] + voice[rows] @ voice[others].T
    return found
