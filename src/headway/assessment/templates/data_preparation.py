"""Solvers: cleaning and features."""

from math import pi, sin

from headway.assessment.templates.solving import Solver


def clock_distance(a: float, b: float) -> float:
    """Between two hours on the unit circle."""
    return 2 * abs(sin(pi * (a - b) / 24))


SOLVERS = {
    "prep-missing-rows-left": Solver(
        lambda k, p: (1 - p / 100) ** k,
        {"adds the shares": lambda k, p: 1 - k * p / 100, "as one column": lambda k, p: 1 - p / 100},
    ),
    "prep-mean-imputation-variance": Solver(
        lambda v: v / 2, {"stays": lambda v: v, "halves the standard deviation": lambda v: v / 4}
    ),
    "prep-minmax": Solver(
        lambda a, b, x: (x - a) / (b - a),
        {"over the range": lambda a, b, x: x / (b - a), "from the top": lambda a, b, x: (b - x) / (b - a)},
    ),
    "prep-standardise": Solver(
        lambda m, s, x: (x - m) / s,
        {"divides by the variance": lambda m, s, x: (x - m) / s**2, "over the mean": lambda m, s, x: x / m},
    ),
    "prep-onehot-columns": Solver(
        lambda a, b, c: a + b + c,
        {"drops one each": lambda a, b, c: a + b + c - 3, "all combinations": lambda a, b, c: a * b * c},
    ),
    "prep-cyclic-hour": Solver(
        clock_distance,
        {
            "difference of the numbers": lambda a, b: abs(a - b),
            "along the circle": lambda a, b: 2 * pi * ((b - a) % 24) / 24,
        },
    ),
    "prep-interaction-columns": Solver(
        lambda n: n + n * (n - 1) // 2,
        {"with the squares": lambda n: n + n * (n + 1) // 2, "the products only": lambda n: n * (n - 1) // 2},
    ),
    "prep-target-mean-smoothing": Solver(
        lambda n, m, k: (n * m + k * 0.2) / (n + k),
        {"plain mean of both": lambda n, m, k: (m + 0.2) / 2, "no smoothing": lambda n, m, k: m},
    ),
    "prep-select-noise": Solver(
        lambda k: 0.05 * k, {"none": lambda k: 0, "doubles it for two sides": lambda k: 0.1 * k}
    ),
}
SOLVERS["prep-noise-that-passes"] = SOLVERS["prep-select-noise"]
