"""Second solvers: responsible use, from lists of people."""

import numpy as np


def rate(accepted, people):
    return np.mean([1] * accepted + [0] * (people - accepted))


def noise_scale(e):
    """The scale at which neighbouring counts differ in density by a factor of exp(epsilon) at most."""
    return next(s for s in np.arange(0.01, 20, 0.01) if np.exp(1 / s) <= np.exp(e) * (1 + 1e-9))


SECOND = {
    "resp-demographic-parity": lambda a, n1, b, n2: rate(a, n1) - rate(b, n2),
    "resp-disparate-impact": lambda a, b: np.exp(np.log(b) - np.log(a)),
    "resp-equal-opportunity": lambda a, b: rate(a, 80) - rate(b, 50),
    "resp-shap-sum": lambda m, a, b, c: np.sum([m, a, b, c]),
    "resp-dp-laplace": noise_scale,
}
SECOND["resp-gap-in-true-positives"] = SECOND["resp-equal-opportunity"]
