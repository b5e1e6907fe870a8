"""Second solvers: models in production, by simulating or counting."""

from itertools import product

import numpy as np


def index(a):
    now, then = np.array([a, 1 - a]), np.array([0.5, 0.5])
    return float(((now - then) * (np.log(now) - np.log(then))).sum())


def finished(a, b, c, d):
    """Ends of steps, each starting when those before it have ended."""
    ends = {"A": a}
    ends["B"], ends["C"] = ends["A"] + b, ends["A"] + c
    return max(ends["B"], ends["C"]) + d


def in_work(r, t):
    """Requests spread evenly over a second: how many are there at an instant, on average."""
    return sum(t / 1000 for _ in range(r))


SECOND = {
    "ops-drift-psi": index,
    "ops-alert-noise": lambda k, a: sum(a for _ in product(range(30), range(k))),
    "ops-latency-percentile": lambda n: sum(0.01 * 0.99**i for i in range(n)),
    "ops-littles-law": in_work,
    "ops-availability": lambda m: (30 * 24 * 60 - m) * 100 / (30 * 24 * 60),
    "ops-dag-critical-path": finished,
    "ops-quantise-size": lambda m, b: (m * 1e6 / 4) * (b / 8) / 1e6,
    "ops-cost-training": lambda h, g, p: sum(h * p for _ in range(g)),
}
SECOND["ops-false-alarms-in-a-month"] = SECOND["ops-alert-noise"]
SECOND["ops-requests-at-once"] = SECOND["ops-littles-law"]
