"""Second solvers: training runs, GPUs, TensorFlow, JAX, by going through the steps."""

import numpy as np


def lost(k, c):
    """Steps since the last one that was saved."""
    saved = max(step for step in range(0, c + 1, k))
    return len(range(saved, c))


def fallen(r, n, s):
    """The sum of all small falls, each as steep as a sine."""
    steps = np.arange(200_000) / 200_000 * s
    return r - np.sum(np.sin(np.pi * (steps + s / 400_000) / n)) * np.pi * r / (2 * n) * s / 200_000


def surprise(k):
    return float(-np.log(np.full(k, 1 / k)).mean())


def blocks(n, b):
    count = 0
    while n > 0:
        n, count = n - b, count + 1
    return count


def long_run(t, c):
    """The end of a thousand batches, each copied after the one before and computed when copied and free."""
    copied = done = start = 0
    for batch in range(1001):
        copied = max(copied, start) + t
        start = max(copied, done)
        done = start + c
        if batch == 0:
            first = done
    return (done - first) / 1000


def fit(n, b, v):
    rows = list(range(n))[: int(n - n * v + 1e-6)]
    return sum(1 for _ in range(0, len(rows), b))


def convolved(s, f, k):
    """Where the kernel stands, with zeros put around so that each second pixel is a centre."""
    return sum(1 for y in range(0, s, 2) for x in range(0, s, 2)) * f


def slope(function, x, h=1e-6):
    return (function(x + h) - function(x - h)) / (2 * h)


def scanned(a, b, c):
    carry, out = c, []
    for x in (a, b):
        out.append(carry * x)
        carry = carry + x
    return out[-1]


def compiled(ns):
    cache = {}
    for n in ns:
        cache.setdefault(np.ones(n).shape, "code")
    return len(cache)


SECOND = {
    "mt-steps-lost-in-a-crash": lost,
    "mt-hours-of-a-run": lambda t, r, g, x: t * 1e6 / sum([r * x / 100] * g) / 60 / 60,
    "mt-rate-on-half-a-cosine": fallen,
    "mt-loss-before-training": surprise,
    "gpu-ms-of-a-matrix-product": lambda d, t: (d * d) * (d + d) / t / 1e9,
    "gpu-ms-of-adding-vectors": lambda n, b: sum(4 * n * 1e6 / (b * 1e9) for _ in ("read", "read", "write")) * 1e3,
    "gpu-blocks-of-threads": blocks,
    "gpu-copy-while-computing": long_run,
    "tff-parameters-of-two-layers": lambda i, h, o: sum(
        a.size for a in (np.ones((i, h)), np.ones(h), np.ones((h, o)), np.ones(o))
    ),
    "tff-batches-of-fit": fit,
    "tff-numbers-of-a-convolution": convolved,
    "tff-numbers-that-are-taken": lambda n, b, k: sum(
        len(range(n)[start : start + b]) for start in list(range(0, n, b))[:k]
    ),
    "tff-gradient-of-a-tape": lambda x, c: round(slope(lambda z: z**3 + c * z, x), 4),
    "jx-value-of-a-gradient": lambda a, x: round(slope(lambda z: a * z**2 + z, x), 4),
    "jx-size-after-vmap": lambda d, k, n: np.stack([np.ones((k, d)) @ row for row in np.ones((n, d))]).size,
    "jx-compiled-how-often": compiled,
    "jx-last-of-a-scan": scanned,
}
