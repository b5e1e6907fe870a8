"""Second solvers: time series, by going through them."""

from statistics import NormalDist

import numpy as np

MONTHS = dict(
    zip(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        (10, 12, 15, 14, 18, 20, 25, 24, 19, 16, 13, 30),
        strict=True,
    )
)


def settled(c, p):
    x = 0.0
    for _ in range(2000):
        x = c + p * x
    return x


SECOND = {
    "ts-moving-average": lambda xs: np.convolve(xs, np.ones(3) / 3, mode="valid")[-1],
    "ts-exponential-smoothing": lambda a, level, x: level + a * (x - level),
    "ts-seasonal-naive": lambda m: list(MONTHS.values())[m - 13 + 12],
    "ts-mape": lambda a, b, c, d: 100 * np.mean(np.abs(np.array([a, b]) - [c, d]) / [a, b]),
    "ts-ar1-forecast": lambda c, p, x: settled(c, p) + p**2 * (x - settled(c, p)),
    "ts-ar1-mean": settled,
    "ts-service-level": lambda m, s: NormalDist(m, s).inv_cdf(0.975),
    "ts-service-level-units": lambda m, s: NormalDist(m, s).inv_cdf(0.975),
}
