"""Second solvers: reading data, person by person and by simulation on grids."""

import numpy as np


def grown(a, b):
    money = 1.0
    for rate in (a, b):
        money += money * rate / 100
    return 100 * (money - 1)


def payers(v, s, p):
    signed = [visitor for visitor in range(v) if visitor % 100 < s]
    return sum(1 for place in range(len(signed)) if place % 100 < p)


def steps(a, b):
    """Powers of ten passed on the way, 2 cm each."""
    passed = 0
    while a < b:
        a, passed = a * 10, passed + 1
    return 2 * passed


def radius(r, k):
    """By halving, until the area is k times as large."""
    low, high = 0.0, 100.0 * r
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if np.pi * middle**2 < k * np.pi * r**2 else (low, middle)
    return low


def left_over(n, m, x):
    others = [m + (m - x) / (n - 1)] * (n - 1)
    assert abs(sum(others) + x - n * m) < 1e-6
    return float(np.mean(others))


def independent(n, a, b):
    table = np.outer([a, n - a], [b, n - b]) / n
    return float(table[0, 0])


def spread(n, s, m, t):
    """By the variance of the sum of n and of m independent values, each divided by its number."""
    return float(np.sqrt(np.sum(np.full(n, (s / n) ** 2)) + np.sum(np.full(m, (t / m) ** 2))))


def counted(p):
    real, none = 1000 * p, 1000 * (100 - p)
    found, alarms = real * 4 // 5, none // 20
    return alarms / (alarms + found)


SECOND = {
    "da-growth-of-a-share": lambda a, b: float(np.diff([a, b])[0] / a * 100),
    "da-growth-of-two-years": grown,
    "da-payers-of-a-funnel": payers,
    "da-points-between-shops": lambda a, n, b: float(
        np.mean([100] * a + [0] * (n - a)) - np.mean([100] * b + [0] * (1000 - b))
    ),
    "da-purchases-a-customer": lambda n, m, k: float(np.mean([1] * n + [k] * m)),
    "viz-bars-from-a-raised-axis": lambda a, b, s: len(range(s, b)) / len(range(s, a)),
    "viz-distance-on-a-log-axis": steps,
    "viz-radius-of-a-circle": radius,
    "viz-values-in-a-bin": lambda a: int(np.histogram([12, 20, a, 29, 30, 35], bins=[0, 10, 20, 30, 40])[0][2]),
    "st-mean-without-one": left_over,
    "st-expected-in-a-table": independent,
    "st-error-of-a-difference": spread,
    "st-share-below": lambda n, k: float(np.mean(np.arange(n) < k) * 100),
    "st-share-beyond-deviations": lambda k: (100 - [68, 95, 99.7][k - 1]) / 2,
    "st-false-among-significant": counted,
}
