"""Second solvers: studies and tables, row by row."""

import datetime as dt
from itertools import product

import numpy as np


def uneven(p):
    """Sums of variances of means over ten thousand users, unit variance."""

    def variance(first):
        return float(np.sum(np.full(first, first**-2.0)) + np.sum(np.full(10_000 - first, (10_000.0 - first) ** -2.0)))

    return variance(100 * p) / variance(5000)


def filled(n, c, m):
    there = np.ones(n * c)
    there[:m] = 0
    return 100 * float(there.mean())


def customers(n, m):
    rows = [customer for customer in range(m) for _ in range(2)]
    rows += list(range(m, m + n - len(rows)))
    assert len(rows) == n
    return len(set(rows))


SECOND = {
    "xd-runs-in-blocks": lambda b, t, r: len(list(product(range(b), range(t), range(r)))),
    "xd-cost-of-an-uneven-split": uneven,
    "dq-share-of-filled-cells": filled,
    "dq-different-keys": customers,
    "dq-wrong-rows-in-all": lambda s, e, n: sum(1 for row in range(n) if row % s < e),
    "dq-hours-since-the-last-row": lambda a, b: (
        (dt.datetime(2026, 3, 2, b, tzinfo=dt.UTC) - dt.datetime(2026, 3, 1, a, tzinfo=dt.UTC)).seconds / 3600
    ),
}
