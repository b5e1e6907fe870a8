"""Second solvers: finding texts, by tables, arrays and counting places."""

import numpy as np


def distance(ws):
    """By the table of all beginnings."""
    a, b = ws
    table = np.zeros((len(a) + 1, len(b) + 1))
    table[:, 0], table[0, :] = range(len(a) + 1), range(len(b) + 1)
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (x != y))
    return table[-1, -1]


def precisions(a, b):
    fit, found = [rank in (1, a, b) for rank in range(1, b + 1)], []
    for rank, fits in enumerate(fit, 1):
        if fits:
            found.append(sum(fit[:rank]) / rank)
    return np.mean(found)


def cosine(a, b, c):
    one, other = np.array([a, b]), np.array([c, 0])
    return one @ other / np.linalg.norm(one) / np.linalg.norm(other)


SECOND = {
    "ir-query-with-and-not": lambda a: sum(each not in (2, 4, 5, 9) for each in a),
    "ir-recall-of-ten": lambda t, r: np.mean([1] * r + [0] * (t - r)),
    "ir-edits-between-words": distance,
    "ir-saturation-of-a-word": lambda k, f: (f * (k + 1) / (f + k)) / (1 * (k + 1) / (1 + k)),
    "ir-mean-of-precisions": precisions,
    "ir-two-lists-made-one": lambda a, b: 1000 * sum(1 / (60 + rank) for rank in (a, b)),
    "we-sum-and-difference": lambda k, m, w: np.dot([1, -1, 1], [k, m, w]),
    "we-angle-of-two-words": cosine,
    "we-pairs-of-a-window": lambda w, n: sum(i != j and abs(i - j) <= w for i in range(n) for j in range(n)),
    "we-negatives-for-a-pair": lambda v, d, k: len({0, *range(1, k + 1)}),
    "fe-words-in-buckets": lambda m, n: sum(1 / m for _ in range(n - 1)),
}
