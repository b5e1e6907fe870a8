"""From a log of evidence to sites: what each skill's likelihood is multiplied by, and by how much.

A site is a likelihood that is constant on each level, `l_j = exp(-weight * nats(j - level))`, times a
retention r for the time since. Sites stand in one canonical order (claims, then proof, each by date
and id), so that a shuffled log gives the same belief to the last bit.
"""

import datetime as dt
from collections.abc import Iterable
from itertools import accumulate
from math import exp

import msgspec

from headway.learner.claims import Claim, merge
from headway.learner.constants import EvidenceNumbers
from headway.learner.forget import age_months, retention
from headway.learner.model import PROOF_KINDS, Evidence
from headway.learner.prior import Prior
from headway.values import LEVELS

SINGLE_KINDS = frozenset({"test-answer", "lab"})
"""Each answer and each graded lab is an observation of its own; other kinds repeat themselves."""


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """One factor of the posterior.

    row: the skill. proof: counts whoever is trusted; else `source` has to be. selected: a claim names
    the skill as one the person has (see `prior`). bottom: likelihood at level
    0; steps: what it gains at each of the four thresholds. retention: see `forget`. shares: the pieces of evidence
    behind it with the part of the effect that is theirs (sum 1).
    """

    row: int
    source: str
    proof: bool
    selected: bool
    bottom: float
    steps: tuple[float, float, float, float]
    retention: float
    shares: tuple[tuple[Evidence, float], ...]


def canonical(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Claims before proof, each by (date, id); a piece that stands twice in the log counts once."""
    unique = {(e.source, e.id): e for e in sorted(evidence, key=_whole_order, reverse=True)}
    return sorted(unique.values(), key=lambda e: (e.kind in PROOF_KINDS, *_whole_order(e)))


def _whole_order(piece: Evidence) -> tuple[dt.date, str, str, str, str]:
    """Date and id settle it in any sound log; the rest makes the order total in an unsound one."""
    return (piece.date or dt.date.min, piece.id, piece.source, piece.skill, repr(piece))


def sites_of(evidence: Iterable[Evidence], prior: Prior, today: dt.date) -> tuple[list[Site], tuple[str, ...]]:
    """The sites, and the ids of skills that the knowledge base does not have (their evidence is left out)."""
    numbers = prior.numbers.evidence
    ordered = canonical(evidence)
    unknown = tuple(sorted({e.skill for e in ordered if e.skill not in prior.index}))
    groups: dict[tuple[object, ...], list[Evidence]] = {}
    for piece in ordered:
        if piece.skill in prior.index:
            groups.setdefault(_group(piece, prior), []).append(piece)
    stated = _stated(ordered, prior)
    sites: list[Site] = []
    for pieces in groups.values():
        row = prior.index[pieces[0].skill]
        latest = stated.get(row)
        if pieces[0].kind == "self-report" and pieces[0].date != latest:
            continue
        claim = merge(pieces, numbers, [_age(p, numbers, today) for p in pieces])
        corrected = latest is not None and pieces[0].kind not in PROOF_KINDS | {"self-report"}
        bounded = pieces[0].kind != "cv-mention" or (row, pieces[0].source, "cv-use", True) not in groups
        site = _site(claim, row, prior, (numbers.correction.weight if corrected else 1.0, bounded))
        before = sites[-1] if sites else None
        if before and pieces[0].kind == "self-report" and (before.row, before.source) == (row, site.source):
            sites[-1] = _both(before, site)
        else:
            sites.append(site)
    return sites, unknown


def _both(one: Site, other: Site) -> Site:
    """ "At least 2" and "not 3" said together are one statement: the product of both, exactly."""
    rates = [a * b for a, b in zip(_rates(one), _rates(other), strict=True)]
    shares = tuple((piece, part / 2) for piece, part in (*one.shares, *other.shares))
    return msgspec.structs.replace(
        one, bottom=rates[0], steps=_steps(rates), selected=one.selected or other.selected, shares=shares
    )


def _rates(site: Site) -> list[float]:
    return list(accumulate(site.steps, initial=site.bottom))


def _steps(rates: list[float]) -> tuple[float, float, float, float]:
    return (rates[1] - rates[0], rates[2] - rates[1], rates[3] - rates[2], rates[4] - rates[3])


def _group(piece: Evidence, prior: Prior) -> tuple[object, ...]:
    """What is merged into one site."""
    key = (prior.index[piece.skill], piece.source, piece.kind, piece.holds)
    if piece.kind in SINGLE_KINDS:
        return (*key, piece.id)
    return (*key, piece.date) if piece.kind == "self-report" else key


def _stated(ordered: list[Evidence], prior: Prior) -> dict[int, dt.date | None]:
    """Date of the latest statement of the person about a skill (the list is in date order)."""
    return {prior.index[p.skill]: p.date for p in ordered if p.kind == "self-report" and p.skill in prior.index}


def _age(piece: Evidence, numbers: EvidenceNumbers, today: dt.date) -> float:
    return age_months(piece, today, numbers.kinds[piece.kind].undated_months)


def _site(claim: Claim, row: int, prior: Prior, reading: tuple[float, bool]) -> Site:
    """reading: factor on the nats, and whether the claim speaks against more than it says (a bare name does, unless
    the same document tells of use).
    """
    factor, bounded = reading
    first = claim.shares[0][0]
    kind = prior.numbers.evidence.kinds[first.kind]
    rate = [exp(-claim.weight * factor * kind.lost(level, claim.level, first.holds, bounded)) for level in LEVELS]
    return Site(
        row=row,
        source=first.source,
        proof=first.kind in PROOF_KINDS,
        selected=first.kind not in PROOF_KINDS and first.holds,
        bottom=rate[0],
        steps=_steps(rate),
        retention=retention(claim.age, float(prior.half_life[row]), float(prior.keep[row])),
        shares=claim.shares,
    )
