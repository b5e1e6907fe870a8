"""Fold a person's evidence into a belief over all skills. Pure: prior, evidence and today decide it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from headway.errors import UnknownName
from headway.learner import propagate
from headway.learner import trust as trusting
from headway.learner.direct import Direct, direct, highest
from headway.learner.loosen import loosened
from headway.learner.model import Evidence, SkillBelief
from headway.learner.normal import Floats, below_all
from headway.learner.prior import Prior
from headway.learner.propagate import Joint, Observed
from headway.learner.sites import Site, sites_of
from headway.learner.start import Start, start_of
from headway.learner.unheard import with_doubt
from headway.learner.update import Folded, Stage, fold_sites
from headway.values import KNOWN_CONFIDENCE, Level

Basis = Literal["proof", "claim", "inferred", "none"]
TAIL = 0.1
"""Probability left out on each side of the interval of a level: 80 % is inside."""


NOTHING_SAID: Final = Direct(None, None)


class Belief(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """What is believed about one person.

    rates[row, k - 1] = P(level >= k), rounded to six places so that screens and files agree.
    trust: probability that each source of claims is to be believed. unknown: skill ids in the log
    that the knowledge base does not have. The rest lets `explain` and `joint` look inside.
    """

    prior: Prior
    today: dt.date
    rates: Floats
    trust: dict[str, float]
    unknown: tuple[str, ...]
    sites: list[Site]
    switches: trusting.Switches
    weights: Floats
    start: Start
    observed: Observed
    folded: Folded
    directs: dict[int, Direct]
    moved: NDArray[np.bool_]

    def skill(self, id_: str, confidence: float = KNOWN_CONFIDENCE) -> SkillBelief:
        """The belief about one skill. Raises UnknownName."""
        return self._skill(self.row(id_), self.rates[self.row(id_)].tolist(), confidence)

    def all(self, confidence: float = KNOWN_CONFIDENCE) -> dict[str, SkillBelief]:
        """The belief about every skill, in id order."""
        rates = self.rates.tolist()
        return {id_: self._skill(row, rates[row], confidence) for row, id_ in enumerate(self.prior.ids)}

    def p_at_least(self, id_: str, level: Level) -> float:
        """P(level >= `level`); 1 for level 0. Raises UnknownName."""
        return 1.0 if level <= 0 else float(self.rates[self.row(id_), level - 1])

    def alone(self, id_: str) -> Direct:
        """What claims alone and proof alone say of a skill. Raises UnknownName."""
        return self.directs.get(self.row(id_), NOTHING_SAID)

    def evidence_for(self, id_: str) -> tuple[Evidence, ...]:
        """The evidence about this very skill that counted. Raises UnknownName."""
        row = self.row(id_)
        return tuple(piece for site in self.sites if site.row == row and not site.implied for piece, _ in site.shares)

    def joint(self, ids: Sequence[str]) -> Joint:
        """Belief over some skills together, for what depends on several. Raises UnknownName."""
        rows = [self.row(id_) for id_ in ids]
        return propagate.joint(self.prior, self.start, (self.observed, self.folded), self.weights, rows)

    def row(self, id_: str) -> int:
        """Row of a skill in `rates`. Raises UnknownName."""
        try:
            return self.prior.index[id_]
        except KeyError:
            raise UnknownName(f"No skill '{id_}' in the knowledge base.") from None

    def _skill(self, row: int, rates: list[float], confidence: float) -> SkillBelief:
        said = self.directs.get(row)
        p1, p2, p3, p4 = rates
        level = highest((p1, p2, p3, p4), confidence)
        proof_level = highest(said.proof, confidence) if said else 0
        return SkillBelief(
            skill=self.prior.ids[row],
            at_least=(p1, p2, p3, p4),
            level=level,
            expected=round(p1 + p2 + p3 + p4, 6),
            low=float(sum(p >= 1.0 - TAIL for p in rates)),
            high=float(sum(p > TAIL for p in rates)),
            claim_level=highest(said.claim, confidence) if said else 0,
            proof_level=proof_level,
            basis=self._basis(row, reached=proof_level >= level),
        )

    def _basis(self, row: int, *, reached: bool) -> Basis:
        """reached: whether proof alone leads to the level that is believed."""
        said = self.directs.get(row)
        if said is None:
            return "inferred" if self.moved[row] else "none"
        return "claim" if said.proof is None or (said.claim is not None and not reached) else "proof"


def fold(evidence: Iterable[Evidence], prior: Prior, today: dt.date) -> Belief:
    """The belief that a log of evidence leads to; without evidence, the prior itself.

    The order of the log does not matter. Evidence about skills the knowledge base does not have is
    left out and named in `Belief.unknown`.
    """
    sites, unknown = sites_of(evidence, prior, today)
    claims, proof = [s for s in sites if not s.proof], [s for s in sites if s.proof]
    switches = with_doubt(trusting.switches_for(claims, prior.numbers.trust), claims, prior.numbers.prior.unheard)
    start = start_of(prior, claims, trusting.believed(switches, claims), trusting.said_by(switches, claims))
    start = loosened(prior, start, proof)
    observed = propagate.observe(prior, sorted({site.row for site in proof}), start)
    folded = fold_sites(*_stage(prior, start, observed, proof))
    folded = msgspec.structs.replace(folded, evidence=trusting.capped(switches, folded.evidence, proof))
    weights = trusting.weights(switches, np.asarray(folded.evidence.sum(axis=1)))
    rates = _mixed(
        propagate.rates(*propagate.spread(start, observed, folded), prior.thresholds, (observed.rows, folded.rates)),
        weights,
    )
    return Belief(
        prior=prior,
        today=today,
        rates=rates,
        trust=trusting.trust(switches, weights),
        unknown=unknown,
        sites=sites,
        switches=switches,
        weights=weights,
        start=start,
        observed=observed,
        folded=folded,
        directs=_directs(sites, prior),
        moved=np.abs((rates - below_all(-prior.thresholds)).sum(axis=1)) >= prior.numbers.trust.changed,
    )


def _stage(prior: Prior, start: Start, observed: Observed, proof: list[Site]) -> tuple[Stage, list[Site], list[int]]:
    """The observed skills before any proof, the proof, and its place among them."""
    rows = observed.rows
    place = {row: i for i, row in enumerate(rows)}
    stage = Stage(start.means[:, rows], observed.cross[:, rows], prior.thresholds[rows].tolist())
    return stage, proof, [place[site.row] for site in proof]


def _directs(sites: list[Site], prior: Prior) -> dict[int, Direct]:
    own: dict[int, list[Site]] = {}
    for site in sites:
        if not site.implied:
            own.setdefault(site.row, []).append(site)
    return {row: direct(group, prior.thresholds[row].tolist(), prior.named_scale(row)) for row, group in own.items()}


def _mixed(rates: Floats, weights: Floats) -> Floats:
    """P(level >= k), over the hypotheses."""
    return np.asarray(np.round((weights[:, None, None] * rates).sum(axis=0), 6))
