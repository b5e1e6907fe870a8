"""Second solvers: boxes, masks, filters, by painting pixels and counting them."""

import numpy as np


def within(a, b):
    true, found = np.zeros((60, 60), bool), np.zeros((60, 60), bool)
    true[:a, :a] = True
    found[2 : 2 + b, 1 : 1 + b] = True
    return (true & found).sum() / (true | found).sum()


def overlap(d):
    """Masks of 100 pixels each that share 100 d: their Dice coefficient is d."""
    one, two = set(range(100)), set(range(100 - round(100 * d), 200 - round(100 * d)))
    return len(one & two) / len(one | two)


def classes(a, b, c, d):
    true = np.array([1] * (a + c) + [0] * (b + d))
    said = np.array([1] * a + [0] * c + [0] * b + [1] * d)
    return np.mean([((true == k) & (said == k)).sum() / ((true == k) | (said == k)).sum() for k in (0, 1)])


SECOND = {
    "od-box-within-a-box": within,
    "od-hits-on-the-same-object": lambda d, m, k: 1 - (d - m + k) / d,
    "seg-overlap-by-two-measures": overlap,
    "seg-mean-over-two-classes": classes,
    "seg-numbers-put-out": lambda w, h, c: np.zeros((c, h, w), np.uint8).size,
    "ip-stretched-to-full-range": lambda a, b, v: float(np.interp(v, [a, b], [0, 255])),
    "ip-equalised-by-its-rank": lambda n, c: 255 - 255 / n * (n - c),
}
