"""Second solvers: cleaning and features, on arrays."""

from itertools import combinations

import numpy as np


def filled_variance(v):
    """Half of a symmetric column replaced by its mean."""
    column = np.array([-(v**0.5), v**0.5] * 50 + [0.0] * 100)
    return column.var()


def hours(a, b):
    x, y = (np.array([np.cos(2 * np.pi * h / 24), np.sin(2 * np.pi * h / 24)]) for h in (a, b))
    return np.linalg.norm(x - y)


SECOND = {
    "prep-missing-rows-left": lambda k, p: np.prod([1 - p / 100] * k),
    "prep-mean-imputation-variance": filled_variance,
    "prep-minmax": lambda a, b, x: np.interp(x, [a, b, 2 * b - a], [0, 1, 2]),
    "prep-standardise": lambda m, s, x: (np.array([x]) - m)[0] / s,
    "prep-onehot-columns": lambda a, b, c: sum(np.eye(n).shape[1] for n in (a, b, c)),
    "prep-cyclic-hour": hours,
    "prep-interaction-columns": lambda n: n + sum(1 for _ in combinations(range(n), 2)),
    "prep-target-mean-smoothing": lambda n, m, k: np.mean([m] * n + [0.2] * k),
    "prep-select-noise": lambda k: sum([0.05] * k),
}
SECOND["prep-noise-that-passes"] = SECOND["prep-select-noise"]
