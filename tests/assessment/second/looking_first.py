"""Second solvers: looking at data first, and over time, by counting rows and walking step by step."""

import numpy as np


def complete(a, b, c):
    """Of 100 x 100 x 100 rows in which each combination of places stands once."""
    place = np.arange(100)
    return ((place >= a)[:, None, None] & (place >= b)[:, None] & (place >= c)).mean() * 100


def fence(q, m, u):
    return 2.5 * u - 1.5 * q


def forecast(v, b, h, f):
    for _ in range(h):
        v += b
    return v * f


def walk(s, h):
    """All ways of h equal steps up or down, whose standard deviation is s."""
    ends = np.array([0.0])
    for _ in range(h):
        ends = np.concatenate([ends - s, ends + s])
    return ends.std()


SECOND = {
    "eda-rows-without-a-gap": complete,
    "eda-above-the-upper-fence": fence,
    "tsa-december-without-its-season": lambda f, x: x * 100 / round(100 * f),
    "tsa-trend-and-season": forecast,
    "tsa-doubt-of-a-random-walk": walk,
}
