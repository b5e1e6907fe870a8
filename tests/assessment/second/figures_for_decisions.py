"""Second solvers: figures for decisions, by sets, tables of people and going day by day."""

from fractions import Fraction

import numpy as np


def different(a, b, c):
    first = set(range(a))
    second = set(range(a - c, a - c + b))
    return len(first | second)


def to_date(a, b, c):
    this, last = np.array([a, b, c, 0]), np.array([100, 110, 90, 120])
    whole = this > 0
    return 100 * (this[whole].sum() - last[whole].sum()) / last[whole].sum()


def stock(a, b, c, d):
    return int(np.array([[a, b, c], [30, 50, d]])[:, -1].sum())


def positive(p, s, f):
    """10,000 people, a row each: ill or not, positive or not."""
    ill = np.arange(10_000) < 100 * p
    count = int(ill.sum())
    found = np.arange(count) < count * s // 100
    false = np.arange(10_000 - count) < (10_000 - count) * f // 100
    return int(found.sum() + false.sum())


def occupied(b, n, d):
    """Bed-days filled one patient after the other."""
    days = np.zeros(b * 30)
    for patient in range(n):
        days[patient * d : (patient + 1) * d] = 1
    return 100 * days.mean()


def expected_loss(e, p, r):
    borrowers = [Fraction(e, 100)] * 100
    return float(sum(share * Fraction(100 - r, 100) for share in borrowers[:p]))


SECOND = {
    "bi-different-people-in-two-weeks": different,
    "bi-up-to-the-same-month": to_date,
    "bi-stock-of-a-quarter": stock,
    "st-rise-in-plain-numbers": lambda p, a: float(a * (1 + Fraction(p, 100)) - a),
    "st-one-complaint-fewer": lambda a, b: 1 / (a / 1000 - b / 1000),
    "st-drawn-larger-than-it-is": lambda a, b, h, k: (k / h - 1) / (b / a - 1),
    "st-positive-tests-in-ten-thousand": positive,
    "dk-margin-of-a-shop": lambda c, p: 100 - 100 * c / p,
    "dk-energy-of-a-heater": lambda k, m: sum(k * 1000 * 60 for _ in range(m)) / 3.6e6,
    "dk-beds-in-use": occupied,
    "dk-loss-that-a-bank-expects": expected_loss,
}
