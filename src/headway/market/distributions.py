"""The normal and Student's t distribution, in closed form: no statistics library is needed to ask the market."""

from functools import cache
from math import asin, cos, pi, sqrt
from statistics import NormalDist
from typing import Final

import numpy as np

from headway.arrays import Array

NORMAL: Final = NormalDist()
CONFIDENCE: Final = 0.95
Z: Final = NORMAL.inv_cdf(0.5 + CONFIDENCE / 2)
MOST_TERMS: Final = 300
"""Degrees of freedom up to which t is summed exactly; beyond, the normal approximation is right to five places."""


def t_two_sided(t: float, freedom: float) -> float:
    """P(|T| > |t|) for Student's t with at least one degree of freedom (rounded down).

    The finite series of Abramowitz & Stegun 26.7.3 and 26.7.4; above MOST_TERMS the normal approximation of 26.7.8.
    """
    t = abs(t)
    if freedom > MOST_TERMS:
        z = t * (1 - 1 / (4 * freedom)) / sqrt(1 + t * t / (2 * freedom))
        return 2 * NORMAL.cdf(-z)
    n = max(int(freedom), 1)
    theta = asin(t / sqrt(n + t * t))
    square = n / (n + t * t)
    if n % 2:
        inside = 2 / pi * (theta + t / sqrt(n + t * t) * _series(square, n, 3) * cos(theta) if n > 1 else theta)
    else:
        inside = t / sqrt(n + t * t) * _series(square, n, 2)
    return min(max(1 - inside, 0.0), 1.0)


def _series(square: float, n: int, first: int) -> float:
    """1 + a1 c² + a1 a2 c⁴ + ..., the ratios (k - 1) / k for k = first, first + 2, ... n - 1 or n - 2."""
    term = total = 1.0
    for k in range(first, n - 1, 2):
        term *= square * (k - 1) / k
        total += term
    return total


@cache
def t_quantile(freedom: float, confidence: float = CONFIDENCE) -> float:
    """The t beyond which 1 - confidence lies on both sides together. By bisection, to ten places."""
    low, high = 0.0, 1e4
    for _ in range(80):
        middle = (low + high) / 2
        if t_two_sided(middle, freedom) > 1 - confidence:
            low = middle
        else:
            high = middle
    return high


def normal_two_sided(z: Array) -> Array:
    """P(|Z| > |z|), each."""
    return np.array([2 * NORMAL.cdf(-abs(each)) for each in z], dtype=float)
