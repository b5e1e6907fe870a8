"""Second solvers: reading and writing papers."""

import numpy as np


def stay(a, b, d, s, f):
    """One paper after the other, by number."""
    one, two = set(range(a)), set(range(a - d, a - d + b))
    found = sorted(one | two)
    return len(found[: len(found) * (100 - s) // 100]) - f


def pooled(x, s, y, t):
    """Weighted least squares of a constant."""
    design = np.array([[1 / s], [1 / t]])
    return np.linalg.lstsq(design, np.array([x / s, y / t]), rcond=None)[0][0]


SECOND = {
    "lit-papers-that-stay": stay,
    "lit-points-or-per-cent": lambda a, b: (1 - b / a) * 100,
    "lit-error-behind-an-interval": lambda v, u: (u - (v + u) / 2) / 1.96,
    "lit-two-studies-pooled": pooled,
}
