"""Second solvers: models made small, by arrays and by going moment by moment."""

import numpy as np


def smaller(v, i):
    """By halving the share."""
    low, high = 0.0, 1.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if middle * (v + i) <= v else (low, middle)
    return 100 * low


def softened(z, t):
    scores = np.exp(np.array([z, 0]) / t)
    return scores[0] / scores.sum()


def battery(w, i, m, p):
    """What a hundred hours use, of which p run the model."""
    used = sum(i + (m if hour < p else 0) for hour in range(100))
    return 100 * w / used


def worst(r, a, b, c, d):
    return min(r - sum(pair) for pair in np.lib.stride_tricks.sliding_window_view([a, b, c, d], 2))


SECOND = {
    "mc-weights-after-pruning": lambda n, p: n - n * p / 100,
    "mc-layer-as-two-thin-ones": lambda d, r: np.zeros((d, d)).size / (np.zeros((d, r)).size + np.zeros((r, d)).size),
    "mc-sparse-with-positions": lambda n, p: n * p / 100 * np.dtype([("v", "f2"), ("at", "i4")]).itemsize,
    "mc-when-sparse-is-smaller": smaller,
    "mc-softer-outputs": softened,
    "ed-frames-a-second": lambda a, m, b: 1 / (sum([a, m, b]) / 1000),
    "ed-hours-of-a-battery": battery,
    "ed-does-it-fit": worst,
    "ed-bytes-that-are-sent": lambda n, k, p: n * k * 24 * 60 * 60 * (100 - p) / 100_000_000,
}
