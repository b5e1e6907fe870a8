"""From the observed skills to all skills, exactly as a Gaussian is conditioned."""

import msgspec
import numpy as np

from headway.learner.normal import Floats
from headway.learner.prior import Prior
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
    """The skills that evidence speaks of. rows: their rows; prior: their covariance; selected: those named
    by claims, whose personal parts are taken as shared; cross: covariance of every skill (row) with them.
    """

    rows: list[int]
    prior: Floats
    selected: frozenset[int]
    cross: Floats


def observe(prior: Prior, rows: list[int], selected: frozenset[int]) -> Observed:
    """Gather the sub-covariance of the observed skills and its ties to all others."""
    cross = prior.loadings @ prior.loadings[rows].T
    own = cross[rows] + prior.personal * _personal(rows, rows, selected)
    cross[rows] = own
    return Observed(rows, own, selected, cross)


def _personal(rows: list[int], others: list[int], selected: frozenset[int]) -> Floats:
    """1 where two skills share their personal part: a skill with itself, and any two named ones."""
    same = np.equal.outer(np.array(rows, dtype=np.intp), np.array(others, dtype=np.intp))
    named = np.logical_and.outer([r in selected for r in rows], [o in selected for o in others])
    return np.asarray(np.logical_or(same, named), dtype=np.float64)


def spread(observed: Observed, folded: Folded, rows: list[int]) -> tuple[Floats, Floats]:
    """Means and variances [hypothesis, skill] of all skills. rows: the row of each site."""
    hypotheses, size = folded.push.shape[0], observed.cross.shape[0]
    means, variances = np.zeros((hypotheses, size)), np.ones((hypotheses, size))
    for h in range(hypotheses):
        used = np.flatnonzero(folded.push[h] != 0.0)
        along = observed.cross @ folded.directions[h, used].T
        means[h] = along @ folded.push[h, used]
        variances[h] += (along * along) @ folded.pull[h, used]
        np.add.at(means[h], rows, folded.lift[h])
    return means, np.maximum(variances, 1e-9)


def joint(
    prior: Prior, observed: Observed, folded: Folded, weights: Floats, wanted: tuple[list[int], list[int]]
) -> Joint:
    """Belief over some skills together. wanted: their rows (each once), and the row of each site."""
    rows, site_rows = wanted
    start = prior.loadings[rows] @ prior.loadings[rows].T
    start += prior.personal * _personal(rows, rows, observed.selected)
    lifted = np.zeros((folded.push.shape[0], len(prior.ids)))
    np.add.at(lifted.T, site_rows, folded.lift.T)
    means, covariances = lifted[:, rows], np.repeat(start[None], folded.push.shape[0], axis=0)
    for h in range(folded.push.shape[0]):
        used = np.flatnonzero(folded.push[h] != 0.0)
        along = observed.cross[rows] @ folded.directions[h, used].T
        means[h] += along @ folded.push[h, used]
        covariances[h] += (along * folded.pull[h, used]) @ along.T
    return Joint(weights, means, covariances, prior.thresholds[rows])
