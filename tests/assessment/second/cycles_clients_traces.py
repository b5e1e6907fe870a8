"""Second solvers: cycles, clients and traces, step by step and by events."""

from fractions import Fraction
from itertools import product

import numpy as np


def sprints(a, b, c, r):
    return r / np.mean([a, b, c])


def lasts(d, w):
    """A line of w places that takes d a week: a task moves on by one place each 7 / d days."""
    return float(sum(Fraction(7, d) for _ in range(w)))


def until_nothing(r, v, a):
    left, number = Fraction(r), 0
    while left > v - a:
        left, number = left - v + a, number + 1
    return float(number + left / (v - a))


def planned(n, a, p):
    return sum((10 - a) - (10 - a) * p / 100 for _ in range(n))


def paid_back(c, m, s):
    """Where the two lines of what was paid and saved cross."""
    return float(np.linalg.solve([[1.0, -m], [1.0, -s]], [c, 0])[1])


def offer(b, p, g):
    outcomes = [g - b] * p + [-b] * (100 - p)
    return float(np.mean(outcomes))


def spans(a, b, c, d, o):
    both = o + a
    ends = [both + b, both + c]
    return sorted(ends)[-1] + d


def percentile(a, b):
    return float(np.interp(950, [0, a, b, 1000], [0, 100, 200, 400]))


SECOND = {
    "agl-sprints-at-this-pace": sprints,
    "agl-days-from-start-to-end": lasts,
    "agl-wishes-that-grow": until_nothing,
    "agl-days-that-can-be-planned": planned,
    "con-margin-of-a-fixed-price": lambda f, h, c: 100 - sum([c] * h) / f * 100,
    "con-days-that-are-billed": lambda d, u, r, k: (float(Fraction(d * u, 100) * r) - k * 1000) / 1000,
    "con-months-until-paid-back": paid_back,
    "con-worth-of-an-offer": offer,
    "con-seconds-of-many-calls": lambda n, s: n / (6 * 60 * 60 / s),
    "obs-traces-of-a-day": lambda r, p, k: sum([r * 60 * 60 * p / 100 * k] * 24) / 1e6,
    "obs-series-of-one-metric": lambda a, s, r, u: len(list(product(range(a), range(s), range(r)))) * u,
    "obs-calls-side-by-side": spans,
    "obs-percentile-from-buckets": percentile,
}
