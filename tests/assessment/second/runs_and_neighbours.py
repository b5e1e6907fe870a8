"""Second solvers: runs and neighbours, by listing, arrays and going month by month."""

from itertools import product

import numpy as np


def spread(s, n):
    """By the matrix of covariances of all runs."""
    weights = np.r_[np.full(n, 1 / n), np.full(n, -1 / n)]
    return np.sqrt(weights @ (s**2 * np.eye(2 * n)) @ weights)


def freed(n, g, k):
    saved = list(range(k, n + 1, k))
    kept = {*saved[-3:], saved[1]}
    return sum(g for step in saved if step not in kept)


def months(n, r):
    active = 0.0
    for _ in range(3):
        active = active * r / 100 + n
    return active


def falls(a, b, s, t):
    return np.average([a, b], weights=[s, 100 - s]) - np.average([a, b], weights=[t, 100 - t])


SECOND = {
    "et-runs-of-a-sweep": lambda a, b, s, f: len(list(product(range(a), range(b), range(s)))[f:]),
    "et-mean-over-seeds": lambda a, b, c, d: np.mean([d - a, d - b, d - c]),
    "et-spread-against-a-gain": spread,
    "et-bytes-of-checkpoints": freed,
    "vd-bytes-of-vectors": lambda n, d: n * 1_000_000 * np.zeros(d, dtype=np.float32).nbytes / 1_000_000_000,
    "vd-codes-in-place-of-vectors": lambda d, m: np.zeros(d, np.float32).nbytes / np.zeros(m, np.uint8).nbytes,
    "vd-recall-of-an-index": lambda a, b: np.mean([a / 10, b / 10]),
    "vd-lists-that-are-searched": lambda n, q, p: q + sum(n * 1_000_000 // q for _ in range(p)),
    "vd-filter-after-the-search": lambda k, p: sum(p / 100 for _ in range(k)),
    "pa-share-that-comes-back": lambda n, a, b: np.mean([100.0] * b + [0.0] * (n - b)),
    "pa-step-that-loses-most": lambda v, c, p: 100 - 100 * p / c,
    "pa-days-of-a-month": lambda d, m: sum(d for _ in range(30)) / m,
    "pa-active-in-the-third-month": months,
    "pa-mean-of-new-and-old": falls,
}
SECOND["vd-results-left-by-rights"] = SECOND["vd-filter-after-the-search"]
