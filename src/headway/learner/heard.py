"""A log of evidence put in order and merged: what is heard about each skill from each source."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from headway.learner.claims import merge
from headway.learner.constants import EvidenceNumbers
from headway.learner.forget import age_months
from headway.learner.model import PROOF_KINDS, Evidence, EvidenceKind
from headway.learner.prior import Prior

SINGLE_KINDS = frozenset({"test-answer", "lab"})
"""Each answer and each graded lab is an observation of its own; other kinds repeat themselves."""

WORKING = 2
"""What a bare name in a list says; a claim below it sets a limit."""


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """Merged pieces of one kind and source about one skill, before they become a likelihood.

    level: what they speak of, may lie between levels. age: months since the last use. weight: factor on the nats
    of their kind. shares: each piece's part, sum 1. implied: they speak of another skill that needs this one.
    """

    row: int
    kind: EvidenceKind
    source: str
    holds: bool
    level: float
    age: float
    weight: float
    shares: tuple[tuple[Evidence, float], ...]
    implied: bool = False

    @property
    def claimed(self) -> bool:
        return self.kind not in PROOF_KINDS


def canonical(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Claims before proof, each by (date, id); a piece that stands twice in the log counts once."""
    unique = {(e.source, e.id): e for e in sorted(evidence, key=_whole_order, reverse=True)}
    return sorted(unique.values(), key=lambda e: (e.kind in PROOF_KINDS, *_whole_order(e)))


def _whole_order(piece: Evidence) -> tuple[dt.date, str, str, str, str]:
    """Date and id settle it in any sound log; the rest makes the order total in an unsound one."""
    return (piece.date or dt.date.min, piece.id, piece.source, piece.skill, repr(piece))


def heard_of(known: list[Evidence], prior: Prior, today: dt.date) -> list[Heard]:
    """The pieces merged, in canonical order. Of several statements of the person about a skill the latest counts, and
    what documents were read to say about it keeps little of its weight.
    """
    numbers = prior.numbers.evidence
    groups: dict[tuple[object, ...], list[Evidence]] = {}
    for piece in known:
        groups.setdefault(_group(piece, prior), []).append(piece)
    stated = _stated(known, prior)
    listed = {
        (prior.index[e.skill], e.source) for e in known if e.kind == "cv-mention" and e.holds and e.level >= WORKING
    }
    heard = []
    for pieces in groups.values():
        first, row = pieces[0], prior.index[pieces[0].skill]
        if first.kind == "self-report" and first.date != stated[row]:
            continue
        claim = merge(pieces, numbers, [_age(p, numbers, today) for p in pieces])
        corrected = row in stated and first.kind not in PROOF_KINDS | {"self-report"}
        upheld = first.kind == "cv-use" and (row, first.source) in listed
        heard.append(
            Heard(
                row=row,
                kind=first.kind,
                source=first.source,
                holds=first.holds,
                level=claim.level,
                age=claim.age * (numbers.listed.age if upheld else 1.0),
                weight=claim.weight * (numbers.correction.weight if corrected else 1.0),
                shares=claim.shares,
            )
        )
    return heard


def _group(piece: Evidence, prior: Prior) -> tuple[object, ...]:
    """What is merged into one site."""
    key = (prior.index[piece.skill], piece.source, piece.kind, piece.holds)
    if piece.kind in SINGLE_KINDS:
        return (*key, piece.id)
    return (*key, piece.date) if piece.kind == "self-report" else key


def _stated(ordered: list[Evidence], prior: Prior) -> dict[int, dt.date | None]:
    """Date of the latest statement of the person about a skill (the list is in date order)."""
    return {prior.index[p.skill]: p.date for p in ordered if p.kind == "self-report"}


def _age(piece: Evidence, numbers: EvidenceNumbers, today: dt.date) -> float:
    return age_months(piece, today, numbers.kinds[piece.kind].undated_months)
