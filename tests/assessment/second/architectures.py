"""Second solvers: convolutions, recurrence, attention, with arrays."""

import numpy as np


def positions(n, k, s, p):
    """Places at which the kernel fits."""
    return len(range(0, n + 2 * p - k + 1, s))


def field(n):
    """Grown from one unit back to the input."""
    seen = {0}
    for _ in range(n):
        seen = {x + d for x in seen for d in (-1, 0, 1)}
    return len(seen)


def attended(a, v):
    weights = np.exp([a, 0.0])
    return np.dot(weights / weights.sum(), [10, v])


def sizes(*shapes):
    return sum(np.zeros(shape).size for shape in shapes)


def pooled(a, b):
    x = np.array([[a, 1, 4, 0], [2, b, 3, 8]])
    return x.reshape(2, 2, 2).transpose(1, 0, 2).reshape(2, 4).max(axis=1).sum()


SECOND = {
    "arch-conv-output-size": positions,
    "arch-conv-parameters": lambda i, o, k: sizes((o, i, k, k), (o,)),
    "arch-receptive-field": field,
    "arch-maxpool": pooled,
    "arch-conv-value": lambda a, b: np.correlate([1, 3, 2, 5], [a, 0, b], mode="valid")[0],
    "arch-rnn-parameters": lambda i, h: sizes((h, i), (h, h), (h,)),
    "arch-lstm-parameters": lambda i, h: sum(sizes((h, i), (h, h), (h,)) for _ in "ifgo"),
    "arch-attention-weights": attended,
    "arch-attention-scale": lambda d, p: p * d**-0.5,
    "arch-attention-cost": lambda k: np.ones((10 * k, 10 * k)).size / np.ones((10, 10)).size,
    "arch-causal-mask": lambda n: np.tril(np.ones((n, n))).sum(),
    "arch-heads-dimension": lambda d, h: np.zeros(d).reshape(h, -1).shape[1],
    "arch-attention-parameters": lambda d: sum(sizes((d, d)) for _ in "qkvo"),
}
