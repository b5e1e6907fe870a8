"""How much more, or less, postings that name a skill state: within equal role, seniority, country and currency.

An association, not a cause: companies that name a skill differ in more than that. Model: mean log of the two ends
of the stated range, on the skill, with a fixed effect for every stratum; errors clustered by company (Liang and Zeger
1986), Student intervals widened for the number of skills looked at (Bonferroni).
"""

from collections import defaultdict
from collections.abc import Sequence
from statistics import NormalDist
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from headway.pay.stated import Offer

Floats = npt.NDArray[np.float64]
FEWEST: Final = 10
"""Fewest postings, and companies, on either side of a comparison."""


class Premium(msgspec.Struct, frozen=True, kw_only=True):
    """The ratio of stated pay with the skill to without, as a share (0.05: five percent more), with its interval.

    low, high: 95 % for all skills together. clear: the interval does not contain 0. with_skill, without, companies:
    postings and companies compared in strata that hold both.
    """

    skill: str
    ratio: float
    low: float
    high: float
    clear: bool
    with_skill: int
    without: int
    companies: int


class Premiums(msgspec.Struct, frozen=True, kw_only=True):
    """looked_at: skills compared; the intervals allow for that. postings: with pay, in all. too_few: left out."""

    rows: tuple[Premium, ...]
    postings: int
    strata: int
    looked_at: int
    too_few: int


def premiums(offers: Sequence[Offer]) -> Premiums:
    """Every skill with enough postings on both sides, the largest lower bound first. O(postings * skills)."""
    usable = [o for o in offers if o.low is not None and o.high is not None and o.low > 0]
    y = np.log(np.array([(o.low or 0) * (o.high or 0) for o in usable], dtype=np.float64)) / 2
    strata = _numbers([f"{o.role}\x1f{o.seniority}\x1f{o.country}\x1f{o.currency}" for o in usable])
    company = _numbers([o.company or f"\x1f{i}" for i, o in enumerate(usable)])
    holders: dict[str, list[int]] = defaultdict(list)
    for place, offer in enumerate(usable):
        for skill in offer.skills:
            holders[skill].append(place)
    compared = {}
    for skill in sorted(holders):
        has = np.zeros(len(usable), dtype=bool)
        has[holders[skill]] = True
        both = _both(has, strata)
        if _enough(has[both], company[both]):
            compared[skill] = (y[both], has[both], strata[both], company[both])
    rows = [_premium(skill, *data, len(compared)) for skill, data in compared.items()]
    return Premiums(
        rows=tuple(sorted(rows, key=lambda r: (-r.low, r.skill))),
        postings=len(usable),
        strata=len(set(strata.tolist())),
        looked_at=len(compared),
        too_few=len(holders) - len(compared),
    )


def _numbers(words: Sequence[str]) -> npt.NDArray[np.int64]:
    places = {word: i for i, word in enumerate(dict.fromkeys(words))}
    return np.array([places[word] for word in words], dtype=np.int64)


def _both(has: npt.NDArray[np.bool_], strata: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Postings of strata that hold some with and some without: the others compare nothing."""
    size = np.bincount(strata) if len(strata) else np.zeros(0)
    held = np.bincount(strata, weights=has) if len(strata) else np.zeros(0)
    mixed = (held > 0) & (held < size)
    return mixed[strata] if len(strata) else np.zeros(0, dtype=bool)


def _enough(has: npt.NDArray[np.bool_], company: npt.NDArray[np.int64]) -> bool:
    return all(side.sum() >= FEWEST and len(set(company[side].tolist())) >= FEWEST for side in (has, ~has))


def _premium(
    skill: str,
    y: Floats,
    has: npt.NDArray[np.bool_],
    strata: npt.NDArray[np.int64],
    company: npt.NDArray[np.int64],
    looked_at: int,
) -> Premium:
    x, target = _within(has.astype(np.float64), strata), _within(y, strata)
    squares = float((x**2).sum())
    slope = float((x * target).sum()) / squares
    residual = target - slope * x
    by_company = np.bincount(company, weights=x * residual)
    clusters = len(set(company.tolist()))
    parameters = len(set(strata.tolist())) + 1
    n = len(y)
    correction = clusters / (clusters - 1) * (n - 1) / max(1, n - parameters)
    error = float(np.sqrt(correction * (by_company**2).sum())) / squares
    fewer = min(len(set(company[has].tolist())), len(set(company[~has].tolist())))
    reach = student(1 - 0.025 / looked_at, fewer - 1) * error
    low, high = np.expm1([slope - reach, slope + reach])
    return Premium(
        skill=skill,
        ratio=round(float(np.expm1(slope)), 4),
        low=round(float(low), 4),
        high=round(float(high), 4),
        clear=bool(low > 0 or high < 0),
        with_skill=int(has.sum()),
        without=int((~has).sum()),
        companies=clusters,
    )


def _within(values: Floats, strata: npt.NDArray[np.int64]) -> Floats:
    """Values less their stratum's mean."""
    size = np.bincount(strata)
    means = np.bincount(strata, weights=values) / np.maximum(1, size)
    return values - means[strata]


def student(probability: float, freedom: int) -> float:
    """Quantile of Student's t by its expansion around the normal one (Abramowitz and Stegun 26.7.5)."""
    z, v = NormalDist().inv_cdf(probability), float(freedom)
    return (
        z
        + (z**3 + z) / (4 * v)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * v**3)
    )
