"""The learner's editorial numbers, as authored under data/learner/ (each with its reason there)."""

from typing import TypeVar

import msgspec

from headway.errors import KnowledgeBroken
from headway.learner.model import EvidenceKind
from headway.values import Kind, Level

T = TypeVar("T")
Four = tuple[float, float, float, float]


class _Authored(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base: unknown keys are refused."""


class BaseRate(_Authored, frozen=True):
    """Log-odds of being at least aware of a skill, before any evidence."""

    start: float
    per_dependent: float
    per_step: float
    kind: dict[Kind, float]
    lowest: float
    highest: float
    why: str
    kind_why: str
    bounds_why: str


class LevelRatios(_Authored, frozen=True):
    """P(level >= k + 1 | level >= k) for k = 1, 2, 3."""

    ratios: tuple[float, float, float]
    why: str


class Structure(_Authored, frozen=True):
    """Weights of the linear structural model and the shares of variance."""

    general: float
    area: float
    needs: float
    broader: float
    linked_share: float
    unlinked_share: float
    personal_share: float
    claimed_ties: float
    claimed_voice: float
    named_rate: float
    why: str
    share_why: str
    personal_why: str
    claimed_why: str
    voice_why: str
    named_why: str


class Cold(_Authored, frozen=True):
    """Variances that replace part of the map's ties where no document is believed, in units of what is left of them."""

    general: float
    area: float
    own: float
    order: float
    why: str


class Unheard(_Authored, frozen=True):
    """Somebody of whom there is no document: variances (`unheard`), what answers move (`loosen`: shown), and the doubt
    in the map (unmapped: its probability, the tie of any two skills, and where their working level stands).
    """

    general: float
    area: float
    own: float
    step: float
    shown: float
    shown_after: float
    shown_from: float
    shown_per_step: float
    unmapped: float
    unmapped_tie: float
    unmapped_from: float
    why: str
    shown_why: str
    unmapped_why: str


class PriorNumbers(_Authored, frozen=True):
    """data/learner/prior.yaml."""

    base_rate: BaseRate
    level_ratios: LevelRatios
    structure: Structure
    cold: Cold
    unheard: Unheard


class Nats(_Authored, frozen=True):
    """Nats lost by distance between the true level and the level spoken of."""

    below: Four
    own: float
    above: Four

    def at(self, distance: float) -> float:
        """Nats lost at `distance` = true level - level spoken of; straight between whole distances."""
        row = (*reversed(self.below), self.own, *self.above)
        position = min(max(distance + 4.0, 0.0), 8.0)
        low = min(int(position), 7)
        return row[low] + (position - low) * (row[low + 1] - row[low])


class KindWeight(_Authored, frozen=True):
    """What one kind of evidence is worth. unmet: nats lost at least when the skill was never met."""

    holds: Nats
    fails: Nats
    unmet: float
    undated_months: float
    recency_half_life_months: float
    why: str
    highest: Level = 4

    def lost(self, true: Level, level: float, holds: bool, bounded: bool = True) -> float:
        """Nats lost when evidence speaks of `level` (or of less than it) and the truth is `true`.

        bounded False: it is no sign against more, so nothing is lost above the level.
        """
        if not holds:
            return self.fails.at(true - level)
        nats = self.holds.at(true - level if bounded else min(true - level, 0.0))
        return nats if true > 0 else max(nats, self.unmet)


class Use(_Authored, frozen=True):
    """The level that months of use speak of."""

    months: tuple[float, ...]
    levels: tuple[float, ...]
    undated: float
    most_above_stated: float
    why: str


class Repeats(_Authored, frozen=True):
    """Weight of the same claim made more than once."""

    per_doubling: float
    most: float
    why: str


class Correction(_Authored, frozen=True):
    """What documents keep of their weight where the person states a level."""

    weight: float
    why: str


class Listed(_Authored, frozen=True):
    """What is left of the age of dated use where the same source lists the skill without a date."""

    age: float
    why: str


class OneWork(_Authored, frozen=True):
    """Correlation of the errors of passes that one piece of work brought."""

    correlation: float
    why: str


class Chosen(_Authored, frozen=True):
    """Share of a passed lab's nats that counts for other skills, without claims and beside them; share of all its nats
    that is left where the model solution was shown before.
    """

    alone: float
    beside_claims: float
    seen_solution: float
    why: str


class Implied(_Authored, frozen=True):
    """What a claim says about the skills its own skill needs: share of its nats, where it tells of use and else; how
    many proficient ones that take it directly make a skill one level more, to `most_by_several` at most.
    """

    used: float
    named: float
    several: int
    most_by_several: Level
    why: str


class EvidenceNumbers(_Authored, frozen=True):
    """data/learner/evidence.yaml."""

    kinds: dict[EvidenceKind, KindWeight]
    use: Use
    repeats: Repeats
    correction: Correction
    listed: Listed
    one_work: OneWork
    chosen: Chosen
    implied: Implied


class TrustNumbers(_Authored, frozen=True):
    """data/learner/trust.yaml."""

    start: float
    most_switches: int
    limit: float
    each_skill: float
    dated: float
    changed: float
    start_why: str
    most_why: str
    limit_why: str
    each_skill_why: str
    dated_why: str
    changed_why: str


class ForgettingNumbers(_Authored, frozen=True):
    """data/learner/forgetting.yaml."""

    keep: dict[Kind, float]
    keep_why: str


class Numbers(_Authored, frozen=True):
    """All of them."""

    prior: PriorNumbers
    evidence: EvidenceNumbers
    trust: TrustNumbers
    forgetting: ForgettingNumbers


def load_numbers() -> Numbers:
    """Read data/learner/. Raises KnowledgeBroken naming file and line."""
    return Numbers(
        prior=_read("prior", PriorNumbers),
        evidence=_read("evidence", EvidenceNumbers),
        trust=_read("trust", TrustNumbers),
        forgetting=_read("forgetting", ForgettingNumbers),
    )


def _read(name: str, type_: type[T]) -> T:
    from headway.knowledge.files import read
    from headway.knowledge.root import data_root

    value, findings = read(data_root() / "learner" / f"{name}.yaml", type_, f"data/learner/{name}.yaml")
    if value is None:
        raise KnowledgeBroken("; ".join(f"{f.where} {f.what} {f.hint}" for f in findings))
    return value
