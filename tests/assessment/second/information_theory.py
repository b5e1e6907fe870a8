"""Second solvers: information theory, by mutual information and limits."""

import numpy as np


def mutual(table):
    """Mutual information of a table of counts, in bits."""
    p = np.array(table, dtype=float) / np.sum(table)
    outer = p.sum(axis=1, keepdims=True) * p.sum(axis=0, keepdims=True)
    return float(np.sum(p[p > 0] * np.log2(p[p > 0] / outer[p > 0])))


def questions(n):
    """Yes-no questions until one symbol is left."""
    count = 0
    while n > 1:
        n, count = n // 2, count + 1
    return count


SECOND = {
    "info-entropy-coin": questions,
    "info-entropy-biased": lambda p: float(np.sum(np.array([p, 1 - p]) * np.log(1 / np.array([p, 1 - p])))) / np.log(2),
    "info-cross-entropy-one": lambda p: float(np.sum(np.array([1, 0]) * -np.log([p, 1 - p]))),
    "info-perplexity": lambda h: np.exp(h * np.log(2)),
    "info-gain-split": lambda a: mutual([[a, 0], [4 - a, 4]]),
    "info-gain-of-split": lambda a: mutual([[a, 0], [4 - a, 4]]),
}
