"""What each piece of evidence did to the belief about one skill.

The shares follow the path of folding: in canonical order (claims by date, then proof by date), each
piece gets the change of the expected level that came with it, the earlier ones in place. They sum exactly to
the difference from the prior. Leave-one-out would not: two pieces that say the same would both get nothing.
Pieces merged into one site share its change by their months or freshness. A verified answer's share
includes what it did to the trust in sources.
"""

import datetime as dt
from collections.abc import Iterable

import numpy as np

from headway.learner import trust
from headway.learner.belief import Belief, fold
from headway.learner.model import Evidence, Share
from headway.learner.normal import Floats, below_all
from headway.learner.prior import Prior


def explain(
    skill: str, evidence: Iterable[Evidence], prior: Prior, today: dt.date, most: int | None = None
) -> tuple[Share, ...]:
    """Shares of the expected level of `skill`, the largest first. most: only so many. Raises UnknownName."""
    return shares(fold(evidence, prior, today), skill, most)


def shares(belief: Belief, skill: str, most: int | None = None) -> tuple[Share, ...]:
    """As `explain`, for a belief at hand."""
    row = belief.row(skill)
    steps = np.diff(expected_path(belief, row)).tolist()
    found = [
        Share(evidence=piece, change=change * part, direct=site.row == row)
        for site, change in zip(belief.sites, steps, strict=True)
        for piece, part in site.shares
    ]
    found.sort(key=lambda s: (-abs(s.change), s.evidence.source, s.evidence.id))
    return tuple(found[:most])


def expected_path(belief: Belief, row: int) -> Floats:
    """Expected level of a skill before any site and after each one."""
    folded = belief.folded
    along = folded.directions @ belief.observed.cross[row]
    own = np.array([site.row == row for site in belief.sites], dtype=np.bool_)
    means = _running(folded.push * along + np.where(own, folded.lift, 0.0))
    variances = np.maximum(1.0 + _running(folded.pull * along * along), 1e-9)
    proof = np.array([site.proof for site in belief.sites], dtype=np.bool_)
    evidence = _running(np.where(proof, folded.evidence, 0.0))
    weights = np.array([trust.weights(belief.switches, evidence[:, i]) for i in range(evidence.shape[1])]).T
    z = (means[:, :, None] - belief.prior.thresholds[row]) / np.sqrt(variances)[:, :, None]
    return np.asarray((weights * below_all(z).sum(axis=2)).sum(axis=0))


def _running(steps: Floats) -> Floats:
    """Sums along the sites, with the start (0) before the first."""
    return np.concatenate([np.zeros((steps.shape[0], 1)), np.cumsum(steps, axis=1)], axis=1)
