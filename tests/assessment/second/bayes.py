"""Second solvers: Bayesian statistics, on grids."""

import numpy as np


def beta_mean(a, b, k, n):
    p = np.linspace(0, 1, 200_001)[1:-1]
    density = p ** (a - 1 + k) * (1 - p) ** (b - 1 + n - k)
    return float((p * density).sum() / density.sum())


def normal_mean(m, v, w, x):
    t = np.linspace(-60, 120, 180_001)
    density = np.exp(-((t - m) ** 2) / (2 * v) - (x - t) ** 2 / (2 * w))
    return float((t * density).sum() / density.sum())


SECOND = {
    "bayes-beta-posterior-mean": beta_mean,
    "bayes-odds-update": lambda o, r: (o / (1 + o)) * r / ((o / (1 + o)) * r + 1 / (1 + o)),
    "bayes-normal-precision": normal_mean,
}
