"""What each piece of evidence did to the belief about one skill.

A share does not depend on the order of folding. Each site is heard as the Gaussian observation it is from where its
skill starts (claims from the prior, proof from the claims), and the change of the mean is divided linearly, as a
Kalman filter does, with the gain of all together: `m - m_0 = sum_i K_i (y_i - m_0i)`. With g, h of `update.tilt` at
the start and variance v there, an observation has the precision -h / (1 + h v) (at least 0), and with C the covariance
that all of them leave between its skill and the one explained, K_i (y_i - m_0i) = C_i g_i / (1 + h_i v).

Equal pieces get equal shares. The change is carried to the expected level by the mean slope of the way from the prior
to the claims and from the claims to the proof; what the Gaussian picture leaves over is divided in proportion to size,
so that the shares sum exactly to the difference from the prior. What verified answers did to the trust in sources is
theirs; what they did to the doubt in the map (`unheard`) is divided by what each did otherwise. Pieces merged into one
site share its change by their months or freshness.
"""

import datetime as dt
from collections.abc import Iterable

import numpy as np

from headway.learner.belief import Belief, fold
from headway.learner.model import Evidence, Share
from headway.learner.normal import Floats, below_all, density_all
from headway.learner.prior import Prior
from headway.learner.sites import as_carried
from headway.learner.start import heard_as, scale_of
from headway.learner.update import tilt

MIDDLES = (np.arange(8) + 0.5) / 8
"""Points of the way from start to end at which slopes are taken."""


def explain(
    skill: str, evidence: Iterable[Evidence], prior: Prior, today: dt.date, most: int | None = None
) -> tuple[Share, ...]:
    """Shares of the expected level of `skill`, the largest first. most: only so many. Raises UnknownName."""
    return shares(fold(evidence, prior, today), skill, most)


def shares(belief: Belief, skill: str, most: int | None = None) -> tuple[Share, ...]:
    """As `explain`, for a belief at hand. Pieces that did nothing to it are left out."""
    row = belief.row(skill)
    changes: dict[tuple[str, str], float] = {}
    pieces: dict[tuple[str, str], Evidence] = {}
    for site, change in zip(belief.sites, site_changes(belief, row).tolist(), strict=True):
        for piece, part in site.shares:
            key = (piece.source, piece.id)
            pieces[key] = piece
            changes[key] = changes.get(key, 0.0) + change * part
    found = [
        Share(evidence=pieces[key], change=change, direct=belief.row(pieces[key].skill) == row)
        for key, change in changes.items()
        if change != 0.0
    ]
    found.sort(key=lambda s: (-abs(s.change), s.evidence.source, s.evidence.id))
    return tuple(found[:most])


def site_changes(belief: Belief, row: int) -> Floats:
    """Change of the expected level that each site brought; they sum to the difference from the prior."""
    proof = np.array([site.proof for site in belief.sites], dtype=np.bool_)
    change = np.zeros(len(belief.sites))
    ends, levels = _ends(belief, row)
    for h, weight in enumerate(np.exp(belief.switches.start).tolist()):
        start = (float(belief.start.means[h, row]), float(belief.start.variances[h, row]))
        if belief.start.cold.all():
            start = (0.0, 1.0)
        claimed = _expected(belief, row, *start)
        total = claimed - _expected(belief, row, 0.0, 1.0)
        change[~proof] += weight * _levels(belief, row, _claim_gains(belief, row, h), ((0.0, 1.0), start), total)
        total = float(levels[h]) - claimed
        change[proof] += weight * _levels(belief, row, _proof_gains(belief, row, h), (start, ends[h]), total)
    if belief.start.cold.all():
        change[proof] = _exact(change[proof], float(belief.weights @ levels) - _expected(belief, row, 0.0, 1.0))
    else:
        change[proof] += _by_trust(belief, levels)
    return change


def _ends(belief: Belief, row: int) -> tuple[list[tuple[float, float]], Floats]:
    """Mean and variance of the skill in the end, and its expected level, by hypothesis."""
    joint = belief.joint([belief.prior.ids[row]])
    variances = np.maximum(joint.covariances[:, 0, 0], 1e-9)
    return list(zip(joint.means[:, 0].tolist(), variances.tolist(), strict=True)), joint.rates[:, 0].sum(axis=1)


def _claim_gains(belief: Belief, row: int, h: int) -> Floats:
    """Change of the mean by each claim about the skill itself, or implied about it, that hypothesis h believes."""
    trusted, of = belief.switches.trusted[h], belief.switches.of
    claims = [site for site in belief.sites if not site.proof]
    heard = [heard_as(s, bool(trusted[of[s.source]]), belief.prior) if s.row == row else None for s in claims]
    middle, scale = scale_of([site for site in heard if site], belief.prior.named_scale(row))
    thresholds = ((belief.prior.thresholds[row] - middle) / scale).tolist()
    gains = np.zeros(len(claims))
    for i, site in enumerate(heard):
        if site is None:
            continue
        push, pull, _ = tilt(0.0, 1.0, site, thresholds)
        gains[i] = float(belief.start.variances[h, row]) / scale * push / (1.0 + pull)
    return gains


def _proof_gains(belief: Belief, row: int, h: int) -> Floats:
    """Change of the mean by each piece of proof, as an observation from where the claims have left its skill."""
    start, cross, rows = belief.start, belief.observed.cross[h], belief.observed.rows
    proof = [site for site in belief.sites if site.proof]
    place = np.array([rows.index(site.row) for site in proof], dtype=np.intp)
    pushes, precision = np.zeros(len(proof)), np.zeros(len(rows))
    for i, site in enumerate(proof):
        variance = float(start.variances[h, site.row])
        told = site if site.row == row else as_carried(site)
        push, pull, _ = tilt(
            float(start.means[h, site.row]), variance, told, belief.prior.thresholds[site.row].tolist()
        )
        pushes[i] = push / (1.0 + pull * variance)
        precision[place[i]] += max(-pull / (1.0 + pull * variance), 0.0)
    narrowed = np.eye(len(rows)) + precision[:, None] * cross[rows]
    return np.asarray(np.linalg.solve(narrowed.T, cross[row])[place] * pushes)


def _levels(
    belief: Belief, row: int, gains: Floats, way: tuple[tuple[float, float], tuple[float, float]], total: float
) -> Floats:
    """Changes of the mean as changes of the expected level, `total` in sum. way: mean and variance before and after."""
    (mean, variance), (end, left) = way
    means, variances = mean + MIDDLES * (end - mean), variance + MIDDLES * (left - variance)
    deviations = np.sqrt(variances)
    z = (means[:, None] - belief.prior.thresholds[row]) / deviations[:, None]
    return _exact(gains * float((density_all(z).sum(axis=1) / deviations).mean()), total)


def _expected(belief: Belief, row: int, mean: float, variance: float) -> float:
    return float(below_all((mean - belief.prior.thresholds[row]) / np.sqrt(variance)).sum())


def _by_trust(belief: Belief, levels: Floats) -> Floats:
    """What each piece of proof did through the trust in sources. levels: expected level by hypothesis. Along the
    straight way from the first to the last log-weights, its share is linear in the log-probability it was given.
    """
    first, last = belief.switches.start, np.log(belief.weights)
    scores = np.exp(first + MIDDLES[:, None] * (last - first))
    weights = scores / scores.sum(axis=1, keepdims=True)
    slope = (weights * (levels - (weights @ levels)[:, None])).mean(axis=0)
    return _exact(slope @ belief.folded.evidence, float((belief.weights - np.exp(first)) @ levels))


def _exact(changes: Floats, total: float) -> Floats:
    """Changes that sum to `total`: what is left over is divided in proportion to their sizes, if any."""
    sizes = np.abs(changes)
    return np.asarray(changes + (total - changes.sum()) * sizes / sizes.sum()) if sizes.sum() > 0.0 else changes
