"""What postings state of their pay: by currency and country, never pooled over either.

A stated range says that pay lies between its ends, not where. So quantiles are given of the lower ends, of the upper
ends and of the middles: whatever is paid inside each range, the median of what is paid lies between the median of the
lower ends and the median of the upper ends (quantiles keep the order of their data, Manski 2003, chapter 1).
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import numpy as np

SMALL: Final = 30
"""A group of fewer postings is called small."""
FOR_QUARTILES, FOR_TENTHS = 8, 20
"""Fewest values for quartiles, and for the outer tenths."""
_Z: Final = 1.959964


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """Pay that one posting states, a year, in its own currency; an end that is not stated is None."""

    currency: str
    low: float | None
    high: float | None
    country: str | None = None
    seniority: str = "unstated"
    company: str | None = None
    seen: dt.date | None = None
    workplace: str = "unstated"
    origin: str = "text"
    skills: frozenset[str] = frozenset()
    role: str = "other"
    invented: bool = False


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """Quantiles, linearly interpolated; null where there are too few values."""

    n: int
    p10: float | None
    p25: float | None
    p50: float | None
    p75: float | None
    p90: float | None


class StatedPay(msgspec.Struct, frozen=True, kw_only=True):
    """Stated pay of one currency and country. seniority: the one asked for, or `all`.

    lows, middles, highs: of lower ends, of middles of closed ranges, of upper ends. median_between: 95 % bounds on the
    median of what is paid, from the lower ends' median to the upper ends'; each company counts once.
    open_low, open_high: postings that state no lower, no upper end.
    invented: postings of the bundled example, which no company wrote. first, last: posting dates.
    """

    currency: str
    country: str | None
    seniority: str
    n: int
    companies: int
    first: dt.date | None
    last: dt.date | None
    open_low: int
    open_high: int
    from_feed: int
    invented: int
    lows: Spread
    middles: Spread
    highs: Spread
    median_between: tuple[float, float] | None
    small: bool


def stated_pay(offers: Iterable[Offer], seniority: str) -> tuple[StatedPay, ...]:
    """Groups of the asked seniority, then of all; within each the largest first. O(n log n)."""
    everyone = list(offers)
    asked = [offer for offer in everyone if offer.seniority == seniority]
    return (*_groups(asked, seniority), *_groups(everyone, "all"))


def _groups(offers: Sequence[Offer], seniority: str) -> list[StatedPay]:
    groups: dict[tuple[str, str | None], list[Offer]] = defaultdict(list)
    for offer in offers:
        if offer.low is not None or offer.high is not None:
            groups[offer.currency, offer.country].append(offer)
    found = [_group(key, members, seniority) for key, members in groups.items()]
    return sorted(found, key=lambda each: (-each.n, each.currency, each.country or ""))


def _group(key: tuple[str, str | None], members: Sequence[Offer], seniority: str) -> StatedPay:
    lows = [m.low for m in members if m.low is not None]
    highs = [m.high for m in members if m.high is not None]
    middles = [(m.low + m.high) / 2 for m in members if m.low is not None and m.high is not None]
    named = Counter(m.company for m in members if m.company)
    companies = len(named) + sum(m.company is None for m in members)
    dates = [m.seen for m in members if m.seen is not None]
    return StatedPay(
        currency=key[0],
        country=key[1],
        seniority=seniority,
        n=len(members),
        companies=companies,
        first=min(dates, default=None),
        last=max(dates, default=None),
        open_low=len(members) - len(lows),
        open_high=len(members) - len(highs),
        from_feed=sum(m.origin == "feed" for m in members),
        invented=sum(m.invented for m in members),
        lows=spread(lows),
        middles=spread(middles),
        highs=spread(highs),
        median_between=median_between(lows, highs, companies),
        small=len(members) < SMALL,
    )


def spread(values: Sequence[float]) -> Spread:
    """Quantiles as far as the number of values allows: the median always, quartiles from 8, outer tenths from 20."""
    n = len(values)

    def at(share: float, fewest: int) -> float | None:
        return round(float(np.quantile(values, share)), 2) if n >= fewest else None

    return Spread(
        n=n,
        p10=at(0.1, FOR_TENTHS),
        p25=at(0.25, FOR_QUARTILES),
        p50=at(0.5, 1),
        p75=at(0.75, FOR_QUARTILES),
        p90=at(0.9, FOR_TENTHS),
    )


def median_between(lows: Sequence[float], highs: Sequence[float], pieces: int) -> tuple[float, float] | None:
    """95 % bounds on the median of pay somewhere inside the ranges. pieces: independent pieces of evidence (companies).

    The binomial interval of a median's rank (normal approximation), of the lower ends downwards and of the upper ends
    upwards. None for fewer than 8 pieces.
    """
    if pieces < FOR_QUARTILES or min(len(lows), len(highs)) < FOR_QUARTILES:
        return None
    half = _Z * 0.5 / pieces**0.5
    low, high = np.quantile(lows, max(0.0, 0.5 - half)), np.quantile(highs, min(1.0, 0.5 + half))
    return round(float(low), 2), round(float(high), 2)
