"""Second solvers: regression, by fitting; survival, by following each customer."""

import numpy as np


def staying(n, a, c, b):
    """One customer at a time: months observed and whether they left."""
    people = [(1, True)] * a + [(1, False)] * c + [(2, True)] * b + [(3, False)] * (n - a - b - c)
    share = 1.0
    for month in (1, 2):
        at_risk = sum(m >= month for m, _ in people)
        share *= 1 - sum(m == month and left for m, left in people) / at_risk
    return share


def inflation(r):
    """Variance of a coefficient against that of an unrelated predictor, from the inverse correlation matrix."""
    rho = r**0.5
    return np.linalg.inv([[1, rho], [rho, 1]])[0, 0]


SECOND = {
    "reg-predict-line": lambda a, b, x, y: y - np.polyval([b, a], x),
    "reg-slope-least-squares": lambda a, b, c: np.polyfit([0, 1, 2], [a, b, c], 1)[0],
    "reg-r-squared": lambda t, r: (t - r) / t,
    "reg-log-coefficient": lambda c: 100 * (np.exp(10 + c) / np.exp(10) - 1),
    "reg-dummy-reference": lambda a, b, c: np.dot([1, 0, 1], [a, b, c]) - np.dot([1, 1, 0], [a, b, c]),
    "reg-odds-ratio": lambda c: (1 / (1 + np.exp(-c))) / (1 - 1 / (1 + np.exp(-c))),
    "reg-logit-probability": lambda a, b, x: (1 + np.tanh((a + b * x) / 2)) / 2,
    "reg-vif": inflation,
    "surv-kaplan-meier": staying,
}
