"""The belief about the skills of a test, carried on answer by answer.

Starts from where the learner has claims leave the skills, and folds all proof in with the learner's own step, so that
it says what folding the whole log anew says. One Gaussian a hypothesis about the sources of claims; the map of a
test has some hundred skills, so an update costs O(hypotheses x skills^2 x observed skills).
"""

import datetime as dt
from collections.abc import Sequence

import msgspec
import numpy as np

from headway.assessment.model import Aim, Given, Session
from headway.knowledge.items import Item
from headway.learner import trust
from headway.learner.belief import Belief
from headway.learner.loosen import means, share_moved
from headway.learner.model import Evidence, Response
from headway.learner.normal import Floats
from headway.learner.propagate import begin, conditioned
from headway.learner.sites import Curve, Site, answer_site
from headway.learner.update import Stage, fold_sites

SOURCE = "test"
"""Source id of all test answers: proof has no trust switch."""


class Estimate(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """means[h, s], covariances[h, s, s], levels[h, s, k - 1] (P(level >= k)) of the skills `ids`; evidence[h]:
    log-probability of all proof so far; standing[h]: the same, as it counts for the trust in sources (`trust.capped`).
    stage: these skills, and others that proof spoke of, before any proof; sites:
    all proof; rows: the place of each skill's row on the stage.
    """

    belief: Belief
    ids: tuple[str, ...]
    place: dict[str, int]
    thresholds: Floats
    means: Floats
    covariances: Floats
    levels: Floats
    evidence: Floats
    standing: Floats
    stage: Stage
    sites: tuple[Site, ...]
    rows: dict[int, int]

    @property
    def weights(self) -> Floats:
        """Probability of each hypothesis."""
        return trust.weights(self.belief.switches, self.standing)

    def rates(self, aims: Sequence[Aim]) -> Floats:
        """P(level >= asked) of each aim."""
        rows, levels = self.rows_of(aims)
        return np.asarray(self.weights @ self.levels[:, rows, levels])

    def rows_of(self, aims: Sequence[Aim]) -> tuple[list[int], list[int]]:
        """Place of each aim's skill, and of its level among the thresholds."""
        return [self.place[aim.skill] for aim in aims], [aim.level - 1 for aim in aims]

    def spread_of(self, skill: str) -> tuple[float, float]:
        """Mean and standard deviation of one skill's ability, over the hypotheses."""
        at, weights = self.place[skill], self.weights
        mean = float(weights @ self.means[:, at])
        square = float(weights @ (self.covariances[:, at, at] + self.means[:, at] ** 2))
        return mean, max(square - mean * mean, 0.0) ** 0.5


def estimate_of(belief: Belief, skills: Sequence[str]) -> Estimate:
    """Where a test of these skills starts. Raises UnknownName."""
    ids = tuple(dict.fromkeys(skills))
    every = list(dict.fromkeys([*(belief.row(id_) for id_ in ids), *belief.observed.rows]))
    stage, place = begin(belief.prior, belief.start, every), {id_: i for i, id_ in enumerate(ids)}
    none = np.zeros((len(stage.means), 0))
    blank = Estimate(
        belief=belief, ids=ids, place=place, thresholds=belief.prior.thresholds[every[: len(ids)]], means=none,
        covariances=none, levels=none, evidence=none, standing=none, stage=stage, sites=(),
        rows={row: i for i, row in enumerate(every)},
    )  # fmt: skip
    return _told(blank, tuple(site for site in belief.sites if site.proof))


def _told(estimate: Estimate, sites: tuple[Site, ...]) -> Estimate:
    """The estimate once all this proof is known, worked out from where the claims have left it."""
    stage, count = _loosened(estimate, sites), len(estimate.ids)
    observed = sorted({estimate.rows[site.row] for site in sites})
    among = {at: i for i, at in enumerate(observed)}
    part = Stage(
        stage.means[:, observed],
        stage.covariances[:, observed][:, :, observed],
        [stage.thresholds[at] for at in observed],
    )
    folded = fold_sites(part, list(sites), [among[estimate.rows[site.row]] for site in sites])
    means, covariances, levels = conditioned(stage, observed, folded)
    return msgspec.structs.replace(
        estimate,
        means=means[:, :count],
        covariances=covariances[:, :count, :count],
        levels=levels[:, :count],
        evidence=np.asarray(folded.evidence.sum(axis=1)),
        standing=np.asarray(trust.capped(estimate.belief.switches, folded.evidence, sites).sum(axis=1)),
        sites=sites,
    )


def _loosened(estimate: Estimate, sites: tuple[Site, ...]) -> Stage:
    """The stage as the learner begins it for who answered so."""
    stage, prior = estimate.stage, estimate.belief.prior
    if not estimate.belief.start.cold.all():
        return stage
    moved = means(prior, list(estimate.rows), share_moved(prior, sites))
    return Stage(moved, stage.covariances, stage.thresholds)


def curve_of(estimate: Estimate, item: Item) -> Curve:
    """Where an item's likelihood steps, and how sharply."""
    piece = evidence_of(item, "0", True, None)
    curve = answer_site(piece, estimate.belief.prior, 0.0).curve
    assert curve is not None
    return curve


def after(estimate: Estimate, piece: Evidence) -> Estimate:
    """The estimate once this answer is known; the one it was, if the answer is about a skill that is not in it."""
    if piece.skill not in estimate.place:
        return estimate
    return _told(estimate, (*estimate.sites, answer_site(piece, estimate.belief.prior, 0.0)))


def evidence_of(item: Item, id_: str, holds: bool, date: dt.date | None, guess: float | None = None) -> Evidence:
    """An answer as a piece of proof. guess: that of the item where not said."""
    response = Response(a=item.a, b=item.b, guess=item.guess if guess is None else guess, slip=item.slip)
    return Evidence(
        id=id_, skill=item.skill, kind="test-answer", source=SOURCE, level=item.level, holds=holds, date=date,
        last_used=date, response=response, note=f"question {item.id}",
    )  # fmt: skip


def piece_of(session: Session, given: Given, item: Item) -> Evidence | None:
    """What an answer proves; nothing when it was skipped. Not knowing is a wrong answer that was not guessed."""
    if given.verdict == "skipped":
        return None
    guess = 0.0 if given.verdict == "dont-know" else None
    id_ = f"test:{session.id}:{given.number:03d}"
    return evidence_of(item, id_, given.verdict == "right", session.begun, guess)
