"""Second solvers: neural networks, with arrays and difference quotients."""

from math import exp, tanh

import numpy as np


def slope(f, x, h=1e-6):
    return (f(x + h) - f(x - h)) / (2 * h)


def parameters(a, b, c):
    return sum(np.zeros(shape).size for shape in ((a, b), (b,), (b, c), (c,)))


def softmax_loss(p):
    """Three classes; the first is true."""
    others = (1 - p) / 2
    z = np.log([p, others, others])

    def loss(z0):
        e = np.exp([z0, z[1], z[2]])
        return -np.log(e[0] / e.sum())

    return slope(loss, z[0])


def normed(a, b):
    x = np.array([a, b], dtype=float)
    return ((x - x.mean()) / x.std()).max()


def chained(n):
    """Units whose biases bring each of them to its steepest point."""

    def through(x):
        for place in range(n):
            x = 1 / (1 + exp(-(x - (0.5 if place else 0.0))))
        return x

    return slope(through, 0.0, 1e-4)


SECOND = {
    "nn-parameter-count": parameters,
    "nn-forward-relu": lambda a, b, c: float(np.clip(np.dot([a, b], [1, 2]) + c, 0, None)),
    "nn-sigmoid-value": lambda z: (1 + tanh(z / 2)) / 2,
    "nn-vanishing-sigmoid": lambda n: slope(lambda z: 1 / (1 + exp(-z)), 0) ** n,
    "nn-sigmoid-chain": chained,
    "nn-backprop-square": lambda w, x, t: round(slope(lambda v: (v * x - t) ** 2, w), 4),
    "nn-backprop-two-layers": lambda a, b, x: round(slope(lambda v: b * max(0, a * v), x), 4),
    "nn-backprop-sum-node": lambda x: round(slope(lambda v: v**2 * 3 * v, x), 4),
    "nn-softmax-ce-gradient": softmax_loss,
    "nn-tensor-shape-linear": lambda n, d, k: (np.ones((n, d)) @ np.ones((d, k))).size,
    "nn-batchnorm-value": normed,
    "nn-batchnorm-scaled": lambda a, b, g, s: normed(a, b) * g + s,
    "nn-gradient-clip": lambda a, b: (np.array([a, b]) / np.linalg.norm([a, b]))[0],
    "nn-data-parallel": lambda g, b, k: sum(b for _ in range(k) for _ in range(g)),
}
SECOND["nn-batch-over-many-gpus"] = SECOND["nn-data-parallel"]
