"""Second solvers: figures that hold, by data made up for them, by matrices and by trying every moment."""

import statistics

import numpy as np


def women(n, k, w):
    yes = [i for i in range(n) if i % 100 < k]
    return round(len(yes) * w / 100)


def explained(r):
    """One minus what is left of the variance, for two columns that have just this correlation."""
    x, z = np.array([1.0, 1, -1, -1]), np.array([1.0, -1, 1, -1])
    y = r * x + np.sqrt(1 - r * r) * z
    return 1 - np.var(y - np.polyval(np.polyfit(x, y, 1), x)) / np.var(y)


def slope(s, t, r):
    x, z = np.array([1.0, 1, -1, -1]), np.array([1.0, -1, 1, -1])
    return np.polyfit(s * x, t * (r * x + np.sqrt(1 - r * r) * z), 1)[0]


def width(n, w, k):
    """The deviation that gives the width, with k times as many."""
    deviation = w * np.sqrt(n)
    return deviation / np.sqrt(n * k)


def rate(a, b):
    factors = [1 + a / 100, 1 - b / 100]
    return 100 * (statistics.geometric_mean(factors) - 1)


def coin(h, n):
    seen, expected = np.array([h, n - h]), np.full(2, n / 2)
    return ((seen - expected) ** 2 / expected).sum()


def alike(n, v, r):
    """By the matrix of covariances."""
    covariances = v * (r * np.ones((n, n)) + (1 - r) * np.eye(n))
    weights = np.full(n, 1 / n)
    return weights @ covariances @ weights


def buses(a, b):
    """The mean over the middles of very many short spans."""
    moments = (np.arange(200_000) + 0.5) * (a + b) / 200_000
    return float(np.where(moments < a, a - moments, a + b - moments).mean())


SECOND = {
    "st-range-of-values": lambda xs: int(np.ptp(xs)),
    "st-median-of-an-odd-number": lambda xs: statistics.median(xs),
    "st-share-of-a-share": women,
    "st-sum-from-a-mean": lambda n, m, x: sum([m] * n + [x]),
    "st-part-explained": explained,
    "st-slope-from-a-correlation": slope,
    "st-interval-with-more-people": width,
    "st-growth-a-year": rate,
    "st-fish-in-a-lake": lambda a, b, m: a / (m / b),
    "st-fair-coin-by-chi-squared": coin,
    "st-sample-for-a-smaller-effect": lambda n, a, b: n * a**2 / b**2,
    "st-error-of-those-who-are-alike": alike,
    "st-waiting-for-uneven-buses": buses,
}
