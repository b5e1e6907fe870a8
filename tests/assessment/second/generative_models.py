"""Second solvers: generative models, by counting and with drawn values of known moments."""

import numpy as np


def noised(v, a):
    """Two independent values, each of two points: all four sums."""
    x, e = np.array([-1, 1]) * np.sqrt(v), np.array([-1, 1])
    return float(np.var(np.sqrt(a) * x[:, None] + np.sqrt(1 - a) * e[None, :]))


def saved(n, c, p, m):
    used = n * p // 100
    return sum([m - c] * used + [-c] * (n - used)) / 60


SECOND = {
    "ge-seconds-of-diffusion": lambda n, s, t: sum(
        t / 1000 for _ in range(n) for _ in range(s) for _ in ("with", "without")
    ),
    "ge-smaller-in-latent-space": lambda f, c: np.ones((512, 512, 3)).size / np.ones((512 // f, 512 // f, c)).size,
    "ge-variance-with-noise": noised,
    "ge-hours-saved-by-drafts": saved,
}
