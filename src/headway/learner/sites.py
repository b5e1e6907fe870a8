"""From a log of evidence to sites: what each skill's likelihood is multiplied by, and by how much.

A site is a likelihood that is constant on each level, `l_j = exp(-weight * nats(j - level))`, times a
retention r for the time since. Sites stand in one canonical order (claims, then proof, each by date
and id), so that a shuffled log gives the same belief to the last bit.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from math import exp

import msgspec

from headway.learner.forget import retention
from headway.learner.heard import WORKING, Heard, canonical, heard_of
from headway.learner.implied import implied_by
from headway.learner.model import Evidence
from headway.learner.prior import Prior
from headway.values import LEVELS

LOGISTIC = 1.702
"""The normal curve with slope a / 1.702 is the logistic one with slope a, to 0.01."""


class Curve(msgspec.Struct, frozen=True):
    """The one threshold of an answer: at theta = `at`, blurred by a normal error of variance `blur`."""

    at: float
    blur: float


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """One factor of the posterior.

    row: the skill. proof: counts whoever is trusted; else `source` has to be. named: a claim that the person has the
    skill, made or implied. implied: nobody spoke of this skill, but of one that needs it (`implied`). bottom:
    likelihood at level 0; steps: what it gains at each of the four thresholds. retention: see `forget`. shares: the
    pieces of evidence behind it with the part of the effect that is theirs (sum 1). curve: the likelihood steps there
    (first of `steps`) instead of at the skill's thresholds. carried: share of its nats that counts for other skills and
    for the trust in sources; below 1 for a passed lab and where the same work brought several passes.
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
    curve: Curve | None = None
    carried: float = 1.0


def sites_of(evidence: Iterable[Evidence], prior: Prior, today: dt.date) -> tuple[list[Site], tuple[str, ...]]:
    """The sites (claims, what they imply, proof), and the ids of skills that the knowledge base does not have (their
    evidence is left out).
    """
    ordered = canonical(evidence)
    unknown = tuple(sorted({e.skill for e in ordered if e.skill not in prior.index}))
    heard = heard_of([piece for piece in ordered if piece.skill in prior.index], prior, today)
    said = [one for one in heard if one.claimed]
    sites: list[Site] = []
    for one, bounded in _with_bounds([*said, *_implied(said, prior)]):
        site = _site(one, prior, bounded)
        before = sites[-1] if sites else None
        if before and _one_statement(before, one):
            sites[-1] = _both(before, site)
        else:
            sites.append(site)
    sites += _labs([_site(one, prior, bounded=True) for one in heard if not one.claimed], prior, beside=bool(said))
    return sites, unknown


def _labs(proof: list[Site], prior: Prior, *, beside: bool) -> list[Site]:
    """How much of each lab counts for other skills than its own. Those that one piece of work brought (ids that differ
    after the last colon only) have their errors in common; a pass was chosen by the person. beside: there are claims.
    """
    works = [_work_of(site) for site in proof]
    counts = Counter(works)
    tied, chosen = prior.numbers.evidence.one_work.correlation, prior.numbers.evidence.chosen
    found = []
    for site, work in zip(proof, works, strict=True):
        carried = 1.0 if work is None else 1.0 / (1.0 + tied * (counts[work] - 1))
        if site.shares[0][0].kind == "lab" and site.shares[0][0].holds:
            carried *= chosen.beside_claims if beside else chosen.alone
        found.append(site if carried == 1.0 else msgspec.structs.replace(site, carried=carried))
    return found


def _work_of(site: Site) -> tuple[str, str] | None:
    piece = site.shares[0][0]
    work, colon, _ = piece.id.rpartition(":")
    return (piece.source, work) if colon and piece.kind == "lab" else None


def as_carried(site: Site) -> Site:
    """The site as it counts for other skills: its likelihood to the power `carried`."""
    return site if site.carried == 1.0 else weighed(site, site.carried)


def weighed(site: Site, weight: float) -> Site:
    """The site with its likelihood to the power `weight`."""
    rates = [rate**weight for rate in _rates(site)]
    return msgspec.structs.replace(site, bottom=rates[0], steps=_steps(rates))


def dated(site: Site) -> bool:
    """Whether the site tells of use in jobs with dates."""
    return not site.implied and any(piece.kind == "cv-use" and piece.months is not None for piece, _ in site.shares)


def _implied(said: list[Heard], prior: Prior) -> list[Heard]:
    """What the claims imply; the person's own word about a skill stands against it as it does against documents."""
    stated = {one.row for one in said if one.kind == "self-report"}
    keep = prior.numbers.evidence.correction.weight
    return [
        msgspec.structs.replace(one, weight=one.weight * keep) if one.row in stated else one
        for one in implied_by(said, prior)
    ]


def _with_bounds(claims: list[Heard]) -> list[tuple[Heard, bool]]:
    """Each claim, and whether it speaks against more than it says."""
    about: dict[int, list[Heard]] = {}
    for one in claims:
        about.setdefault(one.row, []).append(one)
    return [(one, _bounded(one, [o for o in about[one.row] if o.holds])) for one in claims]


def _bounded(one: Heard, held: list[Heard]) -> bool:
    """What documents say at most about a skill is their word, so only the highest claim speaks against more, and what
    is implied only where nothing is said. One below working level always does, since that is no bare name but a
    limit somebody set ("learning", "basic"). held: all claims that the person has the skill.
    """
    if one.implied:
        return all(other.implied and other.level <= one.level for other in held)
    if one.kind == "self-report" or not one.holds or (one.kind == "cv-mention" and one.level < WORKING):
        return True
    documents = (other for other in held if not other.implied and other.kind != "self-report")
    return all(other.level <= one.level for other in documents)


def _one_statement(before: Site, one: Heard) -> bool:
    """Whether the person said both at once: "at least 2" and "not 3"."""
    return (
        one.kind == "self-report"
        and not (one.implied or before.implied)
        and (before.row, before.source)
        == (
            one.row,
            one.source,
        )
    )


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


def _site(one: Heard, prior: Prior, bounded: bool) -> Site:
    """bounded: whether it speaks against more than it says."""
    answer = one.shares[0][0]
    if answer.response is not None:
        return answer_site(answer, prior, one.age)
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


def answer_site(answer: Evidence, prior: Prior, age: float) -> Site:
    """One answer to one question, by its response curve. age: months since. Raises KeyError for an unknown skill."""
    response, row = answer.response, prior.index[answer.skill]
    assert response is not None
    step = 1.0 - response.guess - response.slip
    bottom, step = (response.guess, step) if answer.holds else (1.0 - response.guess, -step)
    threshold = float(prior.thresholds[row, max(answer.level, 1) - 1])
    return Site(
        row=row,
        source=answer.source,
        proof=True,
        named=False,
        bottom=bottom,
        steps=(step, 0.0, 0.0, 0.0),
        retention=retention(age, float(prior.half_life[row]), float(prior.keep[row])),
        shares=((answer, 1.0),),
        curve=Curve(threshold + response.b, (LOGISTIC / response.a) ** 2),
    )
