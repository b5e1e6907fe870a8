"""The belief about the skills of a test, carried on answer by answer.

Starts from the learner's belief (`Belief.joint`) and folds each answer in with the learner's own step, so that in the
end it says what folding the whole log anew says. One Gaussian a hypothesis about the sources of claims; the map of a
test has some hundred skills, so an update costs O(hypotheses x skills^2).
"""

import datetime as dt
from collections.abc import Sequence

import msgspec
import numpy as np

from headway.assessment.model import Aim, Given, Session
from headway.knowledge.items import Item
from headway.learner import trust
from headway.learner.belief import Belief
from headway.learner.model import Evidence, Response
from headway.learner.normal import Floats, below_all
from headway.learner.sites import Curve, answer_site
from headway.learner.update import tilt

SOURCE = "test"
"""Source id of all test answers: proof has no trust switch."""


class Estimate(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """means[h, s], covariances[h, s, s] of the skills `ids`; evidence[h]: log-probability of all proof so far."""

    belief: Belief
    ids: tuple[str, ...]
    place: dict[str, int]
    thresholds: Floats
    means: Floats
    covariances: Floats
    evidence: Floats

    @property
    def weights(self) -> Floats:
        """Probability of each hypothesis."""
        return trust.weights(self.belief.switches, self.evidence)

    def rates(self, aims: Sequence[Aim]) -> Floats:
        """P(level >= asked) of each aim."""
        rows, levels = self.rows_of(aims)
        spread = np.sqrt(np.maximum(self.covariances[:, rows, rows], 1e-9))
        return np.asarray(self.weights @ below_all((self.means[:, rows] - self.thresholds[rows, levels]) / spread))

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
    joint = belief.joint(ids)
    return Estimate(
        belief=belief,
        ids=ids,
        place={id_: i for i, id_ in enumerate(ids)},
        thresholds=joint.thresholds,
        means=joint.means,
        covariances=joint.covariances,
        evidence=np.asarray(belief.folded.evidence.sum(axis=1)),
    )


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
    site, at = answer_site(piece, estimate.belief.prior, 0.0), estimate.place[piece.skill]
    means, covariances, evidence = estimate.means.copy(), estimate.covariances.copy(), estimate.evidence.copy()
    for h in range(len(means)):
        column = covariances[h, :, at].copy()
        push, pull, logged = tilt(float(means[h, at]), float(column[at]), site, ())
        means[h] += push * column
        covariances[h] += pull * np.outer(column, column)
        evidence[h] += logged
    return msgspec.structs.replace(estimate, means=means, covariances=covariances, evidence=evidence)


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
