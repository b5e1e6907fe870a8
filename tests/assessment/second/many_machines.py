"""Second solvers: many machines, by handing out examples, pods and milliseconds."""

import numpy as np


def updates(n, g, b):
    count = 0
    while n >= g * b:
        for _ in range(g):
            n -= b
        count += 1
    return count


def timeline(c, w):
    """One entry for each millisecond of a step."""
    return float(np.mean([1] * c + [0] * w))


def faster(c, g, w):
    """Steps that many GPUs make while one makes a million."""
    return 1_000_000 * c / (c / g + w) / 1_000_000


def placed(c, m, r):
    pods = 0
    while c >= 0.5 and m >= r:
        c, m, pods = c - 0.5, m - r, pods + 1
    return pods


def scaled(t, n, u):
    """The fewest pods over which the same work keeps to the aim."""
    pods = 1
    while n * u > pods * t:
        pods += 1
    return pods


SECOND = {
    "dist-updates-of-an-epoch": updates,
    "dist-share-of-talking": timeline,
    "dist-speed-of-more-gpus": faster,
    "dist-slowest-decides": lambda a, b, c: int(np.max([a, b, c])),
    "dist-gradients-of-a-step": lambda p: np.ones(p * 1000, dtype=np.float16).nbytes / 1000,
    "dist-optimiser-in-shards": lambda p, g: np.ones(p * 1000, dtype=np.float64).nbytes / 1000 / g,
    "k8s-pods-on-a-node": placed,
    "k8s-pods-after-scaling": scaled,
    "k8s-pods-during-an-update": lambda n, s, u: min(len(range(n)) - down for down in range(u + 1)),
    "k8s-unit-of-a-request": lambda m: sum(0.001 for _ in range(m)),
}
