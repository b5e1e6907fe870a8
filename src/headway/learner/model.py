"""Evidence about a person and the belief it leads to. No engine is imported here."""

import datetime as dt
from typing import Literal

import msgspec

from headway.values import Level

EvidenceKind = Literal[
    "cv-mention", "cv-use", "self-report", "certificate", "certificate-proctored",
    "repository", "test-answer", "lab",
]  # fmt: skip
PROOF_KINDS: frozenset[EvidenceKind] = frozenset({"certificate-proctored", "repository", "test-answer", "lab"})
"""Shown by the person; everything else is said by the person (a claim). Never mixed on a screen."""


class Quote(msgspec.Struct, frozen=True):
    """Where a piece of evidence stands: the quoted line and its place in the document."""

    text: str
    page: int | None = None
    line: int | None = None
    start: int | None = None
    end: int | None = None
    section: str | None = None


class Response(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a right answer depends on ability, by the three-parameter model with a slip:

    P(right) = guess + (1 - guess - slip) Phi(a / 1.702 * (theta - t - b)), with t the skill's threshold of the level
    asked. a: logistic slope per standard deviation of ability; b: standard deviations harder than that threshold.
    """

    a: float
    b: float = 0.0
    guess: float = 0.0
    slip: float = 0.0


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One dated observation about one skill of one person.

    id: stable within a log; evidence is folded in the order (date, id).
    source: what shares one trust switch, e.g. `cv:ana.pdf`, `self`, `test`.
    level: the observation is "at least this level" (`holds`) or "not even this level" (not holds).
    date: when it was true or observed; None: unknown (treated as `today` minus two years for use).
    months: length of dated use in months; last_used: its end. strength multiplies the weight of the
    observation (1 = as its kind; 0.5 = half the evidence in nats). named: False where the skill itself is not written
    there and follows from a job title or a field of study. at_most: of use, the level at which the person rates
    themselves in the same document ("intermediate"); months of use say no more. response: of a test answer, how it
    depends on ability; it then counts by that and not by its kind's table.
    """

    id: str
    skill: str
    kind: EvidenceKind
    source: str
    level: Level
    holds: bool = True
    date: dt.date | None = None
    months: float | None = None
    last_used: dt.date | None = None
    strength: float = 1.0
    quotes: tuple[Quote, ...] = ()
    note: str = ""
    named: bool = True
    at_most: Level | None = None
    response: Response | None = None


class Share(msgspec.Struct, frozen=True):
    """What one piece of evidence did to a belief: change of the expected level, with the others in place.

    direct: about this skill itself; otherwise it came through the skill map from `evidence.skill`.
    """

    evidence: Evidence
    change: float
    direct: bool


class SkillBelief(msgspec.Struct, frozen=True, kw_only=True):
    """What is believed about one skill.

    at_least: P(level >= 1..4), four numbers. level: the highest k with P >= confidence. expected: the
    mean level. low, high: 80 % interval of the level. claim_level, proof_level: the highest level
    supported by claims alone and by proof alone (0: nothing of that kind). basis tells where the
    belief comes from: `proof`, `claim` (also where proof alone falls short of the level that claims lead to),
    `inferred` (through the map only) or `none` (the prior).
    """

    skill: str
    at_least: tuple[float, float, float, float]
    level: Level
    expected: float
    low: float
    high: float
    claim_level: Level
    proof_level: Level
    basis: Literal["proof", "claim", "inferred", "none"]
