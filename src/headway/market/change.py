"""Did a share change? Two tests that must agree, and a correction for asking many times.

Formulas and their sources: docs/method/demand.md.
"""

from typing import Final

import msgspec
import numpy as np

from headway.arrays import Array
from headway.market.distributions import normal_two_sided, t_quantile, t_two_sided

EXACT: Final = 4000
"""Up to so many postings in both periods together Fisher's exact test is used, beyond it the score test."""


def two_by_two(before: Array, before_n: int, after: Array, after_n: int) -> Array:
    """Two-sided p of equal shares for each pair of counts, as if every posting were drawn by itself."""
    if before_n + after_n <= EXACT:
        pairs = zip(before.tolist(), after.tolist(), strict=True)
        table = log_factorials(before_n + after_n)
        return np.array([fisher(int(a), before_n, int(b), after_n, table) for a, b in pairs], dtype=float)
    pooled = (before + after) / (before_n + after_n)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / max(before_n, 1) + 1 / max(after_n, 1)))
    apart = after / max(after_n, 1) - before / max(before_n, 1)
    return normal_two_sided(np.divide(apart, spread, out=np.zeros_like(spread), where=spread > 0))


def log_factorials(n: int) -> Array:
    """log 0!, log 1!, ... log n!."""
    return np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, n + 1)))])


def fisher(a: int, a_n: int, b: int, b_n: int, table: Array) -> float:
    """Fisher's exact two-sided p that a of a_n and b of b_n come from one share: the outcomes no likelier than ours.

    table: log_factorials(a_n + b_n) or longer. O(a + b).
    """
    both, n = a + b, a_n + b_n
    x = np.arange(max(0, both - b_n), min(both, a_n) + 1)
    log_p = (
        table[a_n] - table[x] - table[a_n - x]
        + table[b_n] - table[both - x] - table[b_n - both + x]
        - table[n] + table[both] + table[n - both]
    )  # fmt: skip
    ours = log_p[a - x[0]]
    return float(min(np.exp(log_p[log_p <= ours + 1e-7]).sum(), 1.0))


class Trend(msgspec.Struct, frozen=True):
    """How S shares move with t. slope: change of the share for one unit of t, with its 95 % interval. p: two-sided."""

    slope: Array
    low: Array
    high: Array
    p: Array


class Along(msgspec.Struct, frozen=True):
    """Sums over the postings of each cluster c. t: 0 and 1 for two periods, or a time.

    size[c]: postings; t[c], t2[c]: sums of t and of its square; named[c, s]: postings that name skill s; named_t[c, s]:
    sum of t over these.
    """

    size: Array
    t: Array
    t2: Array
    named: Array
    named_t: Array


def trend(sums: Along) -> Trend:
    """Does a share move with t, when the postings of one company are alike?

    The score test for a trend (Cochran 1954, Armitage 1955) with the sandwich variance over clusters, against Student's
    t with C - 1 degrees of freedom; the slope's interval by the same sandwich. Nothing that varies, or one cluster
    only: slope 0, p 1, and an interval that says nothing. O(C S).
    """
    clusters, n = len(sums.size), max(float(sums.size.sum()), 1.0)
    middle, share = float(sums.t.sum()) / n, sums.named.sum(axis=0) / n
    score = sums.named_t - middle * sums.named - share[None, :] * (sums.t - middle * sums.size)[:, None]
    spread = sums.t2 - 2 * middle * sums.t + middle**2 * sums.size
    room = float(spread.sum())
    if clusters < 2 or room <= 0:
        nothing = np.zeros(len(share))
        return Trend(nothing, np.full(len(share), -np.inf), np.full(len(share), np.inf), np.ones(len(share)))
    slope = score.sum(axis=0) / room
    ratio = _over(score.sum(axis=0), _deviation(score))
    error = _deviation(score - slope[None, :] * spread[:, None]) / room
    p = np.array([t_two_sided(float(each), clusters - 1) for each in ratio], dtype=float)
    half = t_quantile(clusters - 1) * error
    return Trend(slope, slope - half, slope + half, p)


def trend_alone(sums: Along) -> Array:
    """Two-sided p of the trend as if every posting were drawn by itself: Cochran's and Armitage's z. O(C S)."""
    n = max(float(sums.size.sum()), 1.0)
    middle, share = float(sums.t.sum()) / n, sums.named.sum(axis=0) / n
    room = float(sums.t2.sum()) - n * middle**2
    score = sums.named_t.sum(axis=0) - middle * sums.named.sum(axis=0)
    return normal_two_sided(_over(score, np.sqrt(np.maximum(share * (1 - share) * room, 0.0))))


def _deviation(parts: Array) -> Array:
    clusters = len(parts)
    return np.asarray(np.sqrt(clusters / (clusters - 1) * (parts**2).sum(axis=0)))


def _over(top: Array, bottom: Array) -> Array:
    return np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 1e-12)


def false_discovery(p: Array) -> Array:
    """Benjamini and Hochberg's (1995) adjusted p: of those at most q, a share of at most q is false."""
    size = len(p)
    order = np.argsort(p, kind="stable")
    raised = p[order] * size / np.arange(1, size + 1)
    adjusted = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    result = np.empty(size)
    result[order] = adjusted
    return result
