"""Second solvers: chains and aims, by running steps, going through outcomes and looking for the cheapest."""

from fractions import Fraction
from itertools import product
from math import log

import numpy as np


def again(a, b, c, d):
    """A step runs where it or one before it is new."""
    new, minutes = False, 0
    for name, takes in (("load", a), ("clean", b), ("features", c), ("train", d), ("evaluate", 5)):
        new = new or name == "features"
        minutes += takes if new else 0
    return minutes


def through(n, p):
    share = Fraction(100)
    for _ in range(n):
        first = Fraction(100 - p, 100)
        share *= first + (1 - first) * first
    return float(share)


def cheapest(c, g):
    """Where a day more costs as much as the mean day: by halving."""
    low, high = 1e-6, float(c)
    for _ in range(80):
        days = (low + high) / 2
        mean_day = c / days + g * days / 2
        low, high = (days, high) if g * days < mean_day else (low, days)
    return low


def rows(n, d, u, t):
    left = Fraction(n)
    for share in (d, u, t):
        left -= left * share / 100
    return float(left)


def alike(p):
    chance = {True: Fraction(str(p)), False: 1 - Fraction(str(p))}
    return float(100 * sum(chance[a] * chance[b] for a, b in product(chance, repeat=2) if a == b))


def noticed(k, c, d):
    unseen = 1.0
    for _ in range(k):
        unseen -= unseen * c / 100 * d / 100
    return 100 - 100 * unseen


def worth(s, e, r):
    """By the conditional density on a fine grid."""
    at = np.linspace(-40, 40, 80_001)
    weight = np.exp(-0.5 * (at / s) ** 2 - 0.5 * ((r - at) / e) ** 2)
    return float((at * weight).sum() / weight.sum())


SECOND = {
    "mlp-steps-that-run-again": again,
    "mlp-each-step-twice-at-most": through,
    "mlp-days-between-trainings": cheapest,
    "mlp-rows-at-the-end": rows,
    "al-reward-less-the-distance": lambda b, r, p, q: r - b * log(q) + b * log(p),
    "al-two-who-rate-alike": alike,
    "al-checks-that-notice": noticed,
    "al-reward-that-is-noise": worth,
}
