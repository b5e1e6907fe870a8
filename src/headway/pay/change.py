"""Pay today and at the target: the difference of two ranges of one source, never a point."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from headway.values import Seniority


class PayInterval(msgspec.Struct, frozen=True, kw_only=True):
    """One range of pay a year for a job. says: what kind of range it is, in words. n None: the source does not say."""

    kind: Literal["model", "market", "table"]
    source: str
    currency: str
    country: str | None
    low: float
    high: float
    n: int | None
    years: str
    says: str


class PaySide(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the pay of one role and seniority, the best founded first. because: why it is looked at."""

    role: str
    label: str
    seniority: Seniority
    because: str
    intervals: tuple[PayInterval, ...]


class PayChange(msgspec.Struct, frozen=True, kw_only=True):
    """Pay of what fits today and of the target. low, high: of the difference a year, in `currency`; null where no one
    source knows both. overlap: share of the narrower range that lies in both. source: whose ranges were compared."""

    today: PaySide | None
    target: PaySide
    source: str
    currency: str
    low: float | None
    high: float | None
    overlap: float | None
    words: str


def change(today: PaySide | None, target: PaySide) -> PayChange:
    """Compare by the first source that knows both sides in the same country and currency."""
    if today is None:
        return _without(
            today, target, "No role is within reach today and no current job names one, so pay today is not known."
        )
    if (today.role, today.seniority) == (target.role, target.seniority):
        return _without(today, target, "The target is what is within reach today.")
    pair = _shared(today.intervals, target.intervals)
    if pair is None:
        both = f"{today.label}, {today.seniority} ({today.because}) and of {target.label}, {target.seniority}"
        return _without(today, target, f"No one source knows the pay of {both}, so the difference is not known.")
    now, then = pair
    low, high = then.low - now.high, then.high - now.low
    common = min(now.high, then.high) - max(now.low, then.low)
    narrower = min(now.high - now.low, then.high - then.low)
    overlap = max(0.0, common) / narrower if narrower > 0 else float(common >= 0)
    return PayChange(
        today=today,
        target=target,
        source=now.source,
        currency=now.currency,
        low=low,
        high=high,
        overlap=round(overlap, 4),
        words=_words(today, target, now, then, overlap),
    )


def _without(today: PaySide | None, target: PaySide, words: str) -> PayChange:
    return PayChange(today=today, target=target, source="", currency="", low=None, high=None, overlap=None, words=words)


def _shared(now: Sequence[PayInterval], then: Sequence[PayInterval]) -> tuple[PayInterval, PayInterval] | None:
    for a in now:
        for b in then:
            if (a.kind, a.source, a.currency, a.country) == (b.kind, b.source, b.currency, b.country):
                return a, b
    return None


def _words(today: PaySide, target: PaySide, now: PayInterval, then: PayInterval, overlap: float) -> str:
    money = now.currency
    where = f" in {now.country}" if now.country else ""
    if overlap > 0:
        shared = (
            f"the two ranges overlap between {max(now.low, then.low):,.0f} and {min(now.high, then.high):,.0f} "
            f"({100 * overlap:.0f} % of the narrower one)"
        )
    else:
        shared = "the two ranges do not overlap"
    return (
        f"Pay a year{where}: {money} {now.low:,.0f} to {now.high:,.0f} for {today.label}, {today.seniority} "
        f"({today.because}), {money} {then.low:,.0f} to {then.high:,.0f} for {target.label}, {target.seniority}. "
        f"The difference lies between {then.low - now.high:+,.0f} and {then.high - now.low:+,.0f}; {shared}. "
        f"Ranges for jobs, from {now.source}; not a promise to one person."
    )
