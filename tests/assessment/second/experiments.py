"""Second solvers: experiments, by laying the data out."""

from itertools import product

import numpy as np


def z(a, b):
    x = np.array([1] * a + [0] * (1000 - a)), np.array([1] * b + [0] * (1000 - b))
    return (x[1].mean() - x[0].mean()) / np.sqrt(2 * np.concatenate(x).var() / 1000)


def interaction(a, b, c, d):
    """The last coefficient of the saturated linear model."""
    design = [[1, x, y, x * y] for x, y in product((0, 1), repeat=2)]
    return round(np.linalg.solve(design, [a, c, b, d])[3], 6)


def did(a, b, c, d):
    """The interaction of region and time."""
    design = [[1, treated, after, treated * after] for treated, after in product((0, 1), repeat=2)]
    return round(np.linalg.solve(design, [c, d, a, b])[3], 6)


SECOND = {
    "ab-lift-relative": lambda a, b: 100 * b / a - 100,
    "ab-z-two-proportions": z,
    "ab-sample-size-effect": lambda n: n / 0.5**2,
    "ab-factorial-runs": lambda a, b, r: sum(1 for _ in product(range(a), range(b), range(2), range(r))),
    "ab-interaction": interaction,
    "causal-did": did,
}
