"""Second solvers: faults and releases, by clocks, products of sets and rows that are written."""

from itertools import product

import numpy as np


def ended(t, c, b, d):
    """Minute by minute: a step goes on once those before it are done."""
    left, minute = {"tests": t, "checks": c, "build": b, "release": d}, 0
    while left["release"]:
        waits = {"build": ("tests", "checks"), "release": ("build",)}
        ready = [name for name in left if left[name] and not any(left[w] for w in waits.get(name, ()))]
        for name in ready:
            left[name] -= 1
        minute += 1
    return minute


def written(n, m, k):
    rows = [(customer, 0) for customer in range(n)]
    rows += [(customer, move) for customer in range(m) for move in range(1, k + 1)]
    return len(set(rows))


SECOND = {
    "ci-minutes-of-a-pipeline": ended,
    "ci-runs-red-by-chance": lambda n, p: float(-np.expm1(n * np.log1p(-p / 100))),
    "ci-jobs-of-a-matrix": lambda v, o, x: len(list(product(range(v), range(o)))[x:]),
    "dm-rows-of-a-link-table": lambda n, k, c: len({(s, (s + i) % c) for s in range(n) for i in range(k)}),
    "dm-rows-of-a-history": written,
    "dm-rows-of-a-fact-table": lambda p, s, d, x: int(np.prod([p, s, d])) * x // 100,
}
