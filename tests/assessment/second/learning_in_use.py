"""Second solvers: learning in use, by cases counted one by one and by enumeration."""

import numpy as np


def nearest(a, b, c, d, x):
    flats = sorted(zip((40, 60, 80, 100), (a, b, c, d), strict=True), key=lambda flat: abs(flat[0] - x))
    return np.mean([price for _, price in flats[:2]])


def accuracy_error(p, n):
    """By the deviation of a column of hits and misses."""
    right = round(p * n / 100)
    return 100 * np.std(np.r_[np.ones(right), np.zeros(n - right)]) / np.sqrt(n)


def by_group(a, b, n):
    hits = sum(max(share, 100 - share) * n / 100 for share in (a, b))
    return 100 * hits / (2 * n)


def measured(a, e):
    cases = [(hit, wrong) for hit in range(100) for wrong in range(100)]
    agree = sum((hit < a) != (wrong < e) for hit, wrong in cases)
    return 100 * agree / len(cases)


SECOND = {
    "ml-price-by-a-line": lambda a, b, k: np.polyval([b, a], k),
    "ml-per-cent-right": lambda n, w: 100 * (n - w) / n,
    "ml-two-nearest-flats": nearest,
    "ml-hits-by-their-probability": lambda n, p, m, q: np.dot([n, m], [p, q]),
    "ml-gain-over-the-baseline": lambda v, e: (v - e) / v,
    "ml-error-of-a-measured-accuracy": accuracy_error,
    "ml-one-model-for-each-group": by_group,
    "ml-labels-that-are-wrong": measured,
}
