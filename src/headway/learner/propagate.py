"""From the skills that proof speaks of to all skills, exactly as a Gaussian is conditioned.

Each hypothesis starts from its own means and variances (`start`). With d the standard deviation, a what is left of
a skill's ties and b how far it hangs on the way a source speaks, Cov(x, s) = d_x (a_x rho_xs a_s + b_x . b_s) d_s and
Cov(s, s) = d_s^2, with rho the map's correlation; where no claim is believed, Cov(x, s) = rho'_xs (`Prior.cold_ties`),
and where there is none at all, that of `unheard`.
"""

import msgspec
import numpy as np

from headway.learner import unheard
from headway.learner.normal import Floats, below_all
from headway.learner.prior import Prior
from headway.learner.start import Start
from headway.learner.update import Folded, Stage


class Joint(msgspec.Struct, frozen=True, eq=False):
    """Belief over a few skills together: hypothesis weights, means [h, skill], covariances [h, skill, skill],
    thresholds [skill, level], rates [h, skill, level]: P(level >= k).
    """

    weights: Floats
    means: Floats
    covariances: Floats
    thresholds: Floats
    rates: Floats


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


def rates(means: Floats, variances: Floats, thresholds: Floats, known: tuple[list[int], Floats]) -> Floats:
    """P(level >= k) [hypothesis, skill, k - 1] = Phi((m - t_k) / sigma). known: places of the observed skills and
    their own rates, which stand instead.
    """
    found = below_all((means[:, :, None] - thresholds) / np.sqrt(variances)[:, :, None])
    found[:, known[0]] = known[1]
    return found


def begin(prior: Prior, start: Start, rows: list[int]) -> Stage:
    """Some skills before any proof. rows: theirs, each once."""
    rho = _correlations(prior, start, rows, rows)
    scale = np.sqrt(start.variances[:, rows])
    covariances = rho * (scale[:, :, None] * scale[:, None, :])
    covariances[:, range(len(rows)), range(len(rows))] = start.variances[:, rows]
    return Stage(start.means[:, rows], covariances, prior.thresholds[rows].tolist())


def conditioned(stage: Stage, observed: list[int], folded: Folded) -> tuple[Floats, Floats, Floats]:
    """Means, covariances and rates of the stage's skills after proof. observed: places of those it speaks of."""
    along = stage.covariances[:, :, observed] @ folded.directions.transpose(0, 2, 1)
    means = stage.means + (along @ folded.push[:, :, None])[:, :, 0]
    covariances = stage.covariances + (along * folded.pull[:, None, :]) @ along.transpose(0, 2, 1)
    variances = np.maximum(covariances.diagonal(axis1=1, axis2=2), 1e-9)
    return means, covariances, rates(means, variances, np.array(stage.thresholds), (observed, folded.rates))


def joint(prior: Prior, start: Start, evidence: tuple[Observed, Folded], weights: Floats, rows: list[int]) -> Joint:
    """Belief over some skills together. rows: theirs, each once."""
    observed, folded = evidence
    stage, places = begin_with(prior, start, rows, observed.rows)
    means, covariances, rated = conditioned(stage, places, folded)
    count = len(rows)
    return Joint(weights, means[:, :count], covariances[:, :count, :count], prior.thresholds[rows], rated[:, :count])


def begin_with(prior: Prior, start: Start, rows: list[int], proven: list[int]) -> tuple[Stage, list[int]]:
    """Some skills, and after them those of `proven` that are not among them, before any proof; and the places of
    `proven`.
    """
    every = list(dict.fromkeys([*rows, *proven]))
    place = {row: i for i, row in enumerate(every)}
    return begin(prior, start, every), [place[row] for row in proven]


def _correlations(prior: Prior, start: Start, rows: list[int] | slice, others: list[int]) -> Floats:
    """[h, row, other]: correlation of different skills under each hypothesis."""
    ties = prior.ties(rows, others)
    if start.cold.all():
        return unheard.correlations(prior, rows, others, ties)
    found = np.empty((len(start.cold), *ties.shape))
    for h in range(len(found)):
        if start.cold[h]:
            found[h] = prior.cold_ties(rows, others, ties)
        else:
            left, voice = start.ties[h], start.voices[h]
            found[h] = left[rows][:, None] * ties * left[others] + voice[rows] @ voice[others].T
    return found
