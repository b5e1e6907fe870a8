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

from headway.learner.claims import merge
from headway.learner.constants import EvidenceNumbers
from headway.learner.forget import age_months, retention
from headway.learner.implied import Heard, implied_by
from headway.learner.model import PROOF_KINDS, Evidence
from headway.learner.prior import Prior
from headway.values import LEVELS

SINGLE_KINDS = frozenset({"test-answer", "lab"})
"""Each answer and each graded lab is an observation of its own; other kinds repeat themselves."""

WORKING = 2
"""What a bare name in a list says; a claim below it sets a limit."""


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """One factor of the posterior.

    row: the skill. proof: counts whoever is trusted; else `source` has to be. named: a claim that the person has the
    skill, made or implied. implied: nobody spoke of this skill, but of one that needs it (`implied`). bottom:
    likelihood at level 0; steps: what it gains at each of the four thresholds. retention: see `forget`. shares: the
    pieces of evidence behind it with the part of the effect that is theirs (sum 1).
    """

    row: int
    source: str
    proof: bool
    named: bool
    bottom: float
    steps: tuple[float, float, float, float]
    retention: float
    shares: tuple[tuple[Evidence, float], ...]
    implied: bool = False


def canonical(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Claims before proof, each by (date, id); a piece that stands twice in the log counts once."""
    unique = {(e.source, e.id): e for e in sorted(evidence, key=_whole_order, reverse=True)}
    return sorted(unique.values(), key=lambda e: (e.kind in PROOF_KINDS, *_whole_order(e)))


def _whole_order(piece: Evidence) -> tuple[dt.date, str, str, str, str]:
    """Date and id settle it in any sound log; the rest makes the order total in an unsound one."""
    return (piece.date or dt.date.min, piece.id, piece.source, piece.skill, repr(piece))


def sites_of(evidence: Iterable[Evidence], prior: Prior, today: dt.date) -> tuple[list[Site], tuple[str, ...]]:
    """The sites (claims, what they imply, proof), and the ids of skills that the knowledge base does not have (their
    evidence is left out).
    """
    ordered = canonical(evidence)
    unknown = tuple(sorted({e.skill for e in ordered if e.skill not in prior.index}))
    heard = _heard([piece for piece in ordered if piece.skill in prior.index], prior, today)
    said = [one for one in heard if one.claimed]
    sites: list[Site] = []
    for one in said:
        site = _site(one, prior, bounded=_bounded(one, said))
        before = sites[-1] if sites else None
        if before and one.kind == "self-report" and (before.row, before.source) == (one.row, one.source):
            sites[-1] = _both(before, site)
        else:
            sites.append(site)
    implied = implied_by(said, prior)
    sites += [_site(one, prior, bounded=_bounded(one, [*said, *implied])) for one in implied]
    sites += [_site(one, prior, bounded=True) for one in heard if not one.claimed]
    return sites, unknown


def _heard(known: list[Evidence], prior: Prior, today: dt.date) -> list[Heard]:
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


def _bounded(one: Heard, said: list[Heard]) -> bool:
    """Whether a claim speaks against more than it says. What documents say at most about a skill is their word, so only
    the highest claim does, and what is implied only where nothing is said. One below working level always does, since
    that is no bare name but a limit somebody set ("learning", "basic").
    """
    if one.kind == "self-report" or not one.holds:
        return True
    if one.kind == "cv-mention" and one.level < WORKING and not one.implied:
        return True
    others = [other for other in said if other.row == one.row and other.holds]
    if one.implied:
        return all(other.implied and other.level <= one.level for other in others)
    return all(other.level <= one.level for other in others if not other.implied and other.kind != "self-report")


def _both(one: Site, other: Site) -> Site:
    """ "At least 2" and "not 3" said together are one statement: the product of both, exactly."""
    rates = [a * b for a, b in zip(_rates(one), _rates(other), strict=True)]
    shares = tuple((piece, part / 2) for piece, part in (*one.shares, *other.shares))
    return msgspec.structs.replace(
        one, named=one.named or other.named, bottom=rates[0], steps=_steps(rates), shares=shares
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
    return {prior.index[p.skill]: p.date for p in ordered if p.kind == "self-report"}


def _age(piece: Evidence, numbers: EvidenceNumbers, today: dt.date) -> float:
    return age_months(piece, today, numbers.kinds[piece.kind].undated_months)


def _site(one: Heard, prior: Prior, bounded: bool) -> Site:
    """bounded: whether it speaks against more than it says."""
    kind = prior.numbers.evidence.kinds[one.kind]
    rate = [exp(-one.weight * kind.lost(level, one.level, one.holds, bounded)) for level in LEVELS]
    return Site(
        row=one.row,
        source=one.source,
        proof=not one.claimed,
        named=one.claimed and one.holds,
        bottom=rate[0],
        steps=_steps(rate),
        retention=retention(one.age, float(prior.half_life[one.row]), float(prior.keep[one.row])),
        shares=one.shares,
        implied=one.implied,
    )
