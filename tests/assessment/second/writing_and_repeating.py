"""Second solvers: writing papers, repeating what they did, by counting."""

import numpy as np


def added(g, b, c):
    count, seen = 0, 0
    while seen < g * b:
        count, seen = count + 1, seen + c
    return count


def below(x, n, s, y, m, t):
    """From samples that have just these means and deviations."""

    def sample(mean, deviation, size):
        raw = np.arange(size, dtype=float)
        return mean + deviation * (raw - raw.mean()) / raw.std(ddof=1)

    paper, own = sample(x, s, n), sample(y, t, m)
    squared = np.var(paper, ddof=1) / n + np.var(own, ddof=1) / m
    return (paper.mean() - own.mean()) / np.sqrt(squared)


SECOND = {
    "aw-pixels-of-a-figure": lambda w, d: d * (10 * w) / 25.4,
    "rep-rate-for-a-smaller-batch": lambda b, r, c: sum(r / b for _ in range(c)),
    "rep-batches-before-a-step": added,
    "rep-passes-over-the-data": lambda s, b, n: s / (n / b),
    "rep-below-the-paper": below,
}
