"""Shares of postings with intervals that know that postings of one company are alike.

Formulas and their sources: docs/method/demand.md. C clusters (companies, or groups of them) are rows, S skills columns.
"""

import msgspec
import numpy as np

from headway.arrays import Array
from headway.market.distributions import Z, t_quantile


class Shares(msgspec.Struct, frozen=True):
    """S shares of the same n postings, each with its 95 % interval.

    low, high: Wilson's interval at the effective number of postings. plain_low, plain_high: Wilson's interval as if
    every posting were drawn by itself. effect: design effect, n / effective n, at least 1.
    """

    count: Array
    n: int
    share: Array
    low: Array
    high: Array
    plain_low: Array
    plain_high: Array
    effect: Array


def wilson(share: Array, n: Array | float, z: float = Z) -> tuple[Array, Array]:
    """Wilson's score interval of a share seen in n (may be fractional); 0 to 1 where n is 0."""
    size = np.maximum(np.asarray(n, float), 1e-12)
    middle = (share + z * z / (2 * size)) / (1 + z * z / size)
    half = z / (1 + z * z / size) * np.sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    low, high = np.clip(middle - half, 0.0, 1.0), np.clip(middle + half, 0.0, 1.0)
    # The ends touch the borders exactly where nothing or everything was seen; rounding would miss them.
    return np.where(share <= 0, 0.0, low), np.where(share >= 1, 1.0, high)


def shares(named: Array, sizes: Array) -> Shares:
    """Shares of postings: named[c, s] of the sizes[c] postings of cluster c. O(C S)."""
    n = int(sizes.sum())
    count = named.sum(axis=0)
    share = count / max(n, 1)
    effect = design_effect(named, sizes)
    low, high = wilson(share, n / effect)
    plain_low, plain_high = wilson(share, n)
    return Shares(count, n, share, low, high, plain_low, plain_high, effect)


def design_effect(named: Array, sizes: Array) -> Array:
    """How many times wider than by chance alone the variance of each share is, at least 1.

    Taylor's linearisation of a ratio over clusters, with few clusters paid for by Student's t (Korn and Graubard 1998).
    A share of 0 or 1 shows no variance: there every company counts as one answer (Kish's n² / Σ n_c²).
    With one cluster nothing can be said of others; the effect is then 1 and the caller must say so.
    """
    clusters, n = len(sizes), float(sizes.sum())
    if clusters < 2 or n < 2:
        return np.ones(named.shape[1])
    share = named.sum(axis=0) / n
    apart = named - share[None, :] * sizes[:, None]
    variance = clusters / (clusters - 1) * (apart**2).sum(axis=0) / n**2
    chance = share * (1 - share) / (n - 1)
    alike = float((sizes.astype(float) ** 2).sum()) / n
    effect = np.divide(variance, chance, out=np.full(len(share), alike), where=chance > 0)
    few = (t_quantile(clusters - 1) / t_quantile(n - 1)) ** 2
    return np.asarray(np.maximum(effect * few, 1.0))


def difference(before: Shares, after: Shares) -> tuple[Array, Array]:
    """95 % interval of after - before: Newcombe's hybrid score interval (1998, method 10) of the two intervals."""
    apart = after.share - before.share
    down = np.sqrt((after.share - after.low) ** 2 + (before.high - before.share) ** 2)
    up = np.sqrt((after.high - after.share) ** 2 + (before.share - before.low) ** 2)
    return np.maximum(apart - down, -1.0), np.minimum(apart + up, 1.0)
