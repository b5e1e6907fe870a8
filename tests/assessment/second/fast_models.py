"""Second solvers: fast models, by going through the tokens, steps and requests."""

import numpy as np


def drafted(g, p):
    """The tokens of each outcome, weighed by how likely it is."""
    expected, reached = 0.0, 1.0
    for passed in range(g):
        expected += reached * (1 - p) * (passed + 1)
        reached *= p
    return expected + reached * (g + 1)


def padded(xs):
    places = np.zeros((len(xs), max(xs)))
    for row, length in enumerate(xs):
        places[row, :length] = 1
    return float((places == 0).mean())


def nearest(s, x):
    steps = np.arange(-200, 201) * s
    return float(steps[np.abs(steps - x).argmin()])


def starts(b, w, a):
    there, at = 0, 0
    while True:
        there += at % a == 0
        if there == b or at == w:
            return at
        at += 1


SECOND = {
    "io-tokens-by-bandwidth": lambda n, b, w: 1 / (n * 1e9 * b / (w * 1e9)),
    "io-time-of-an-answer": lambda f, t, k: sum([f, *[t] * len(range(1, k))]),
    "io-tokens-of-a-draft": drafted,
    "io-prefix-that-is-kept": lambda n, s, q: sum((s if i == 0 else 0) + q for i in range(n)),
    "io-padding-of-a-batch": padded,
    "qz-size-of-a-step": lambda m: float(np.diff(np.linspace(-m, m, 255))[0]),
    "qz-there-and-back": nearest,
    "qz-bits-with-scales": lambda b, g: (g * b + 16) / g,
    "qz-room-that-is-left": lambda v, n, b: (v * 8e9 - n * 1e9 * b) / 8e9,
    "ms-when-a-batch-starts": starts,
    "ms-how-busy": lambda r, n, t: sum(t / n for _ in range(r)) / 1000,
    "ms-memory-of-workers": lambda w, m: sum(m + 1 for _ in range(w)),
}
