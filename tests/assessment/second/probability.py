"""Second solvers: probability, by counting all cases, exact fractions and long sums."""

from fractions import Fraction
from itertools import product

import numpy as np


def dice(n):
    return sum(6 in throw for throw in product(range(1, 7), repeat=n)) / 6**n if n <= 6 else 1 - Fraction(5, 6) ** n


def bayes(p, s, f):
    """Counts in a town of a million."""
    ill = 10_000 * p
    found, alarmed = ill * s / 100, (1_000_000 - ill) * f / 100
    return found / (found + alarmed)


def exactly_two(n, p):
    return sum(p ** sum(c) * (1 - p) ** (n - sum(c)) for c in product((0, 1), repeat=n) if sum(c) == 2)


def shared(k, n):
    """By adding keys one by one: the chance that the next meets one of those before."""
    clash, free = 0.0, 1.0
    for i in range(k):
        clash += free * i / n
        free *= 1 - i / n
    return clash


def wait(p):
    return sum(n * p * (1 - p) ** (n - 1) for n in range(1, 3000))


def spread(a, b):
    """Of the sum of two two-point variables with these spreads."""
    sums = [x + y for x in (-a, a) for y in (-b, b)]
    return np.std(sums)


def stationary(a, b):
    return np.linalg.matrix_power(np.array([[1 - a, a], [b, 1 - b]]), 500)[0, 0]


SECOND = {
    "prob-complement-dice": dice,
    "prob-bayes-test": bayes,
    "prob-binomial-exactly": exactly_two,
    "prob-expected-value": lambda a, p, c: p * (a - c) + (1 - p) * (-c),
    "prob-variance-sum": spread,
    "prob-conditional-table": lambda n, a, b, c: float(Fraction(c, n) / Fraction(a, n)),
    "prob-union": lambda a, b, c: 1 - (1 - a - b + c),
    "prob-birthday": shared,
    "prob-geometric-wait": wait,
    "prob-poisson-none": lambda r, h: (1 - r * h / 1e7) ** 1e7,
    "prob-total-expectation": lambda a, x, y: np.mean([x] * a + [y] * (100 - a)),
    "prob-monte-carlo-error": lambda n, e: n * (e / (e / 4)) ** 2,
    "prob-markov-two-steps": lambda a, b: np.linalg.matrix_power(np.array([[1 - a, a], [b, 1 - b]]), 2)[0, 0],
    "prob-markov-stationary": stationary,
}
