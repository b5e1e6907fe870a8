"""Solvers: time series."""

from headway.assessment.templates.solving import Solver

YEAR = (10, 12, 15, 14, 18, 20, 25, 24, 19, 16, 13, 30)

SOLVERS = {
    "ts-moving-average": Solver(
        lambda xs: sum(xs[-3:]) / 3,
        {"the first three": lambda xs: sum(xs[:3]) / 3, "all five": lambda xs: sum(xs) / 5},
    ),
    "ts-exponential-smoothing": Solver(
        lambda a, level, x: a * x + (1 - a) * level,
        {
            "weights exchanged": lambda a, level, x: (1 - a) * x + a * level,
            "adds the new part": lambda a, level, x: level + a * x,
        },
    ),
    "ts-seasonal-naive": Solver(
        lambda m: YEAR[m - 1], {"the last value": lambda m: YEAR[-1], "the month before": lambda m: YEAR[m - 2]}
    ),
    "ts-mape": Solver(
        lambda a, b, c, d: 50 * (abs(c - a) / a + abs(d - b) / b),
        {
            "mean absolute error": lambda a, b, c, d: (abs(c - a) + abs(d - b)) / 2,
            "errors over the sum": lambda a, b, c, d: 100 * (abs(c - a) + abs(d - b)) / (a + b),
        },
    ),
    "ts-ar1-forecast": Solver(
        lambda c, p, x: c + p * (c + p * x),
        {"one step": lambda c, p, x: c + p * x, "the constant once": lambda c, p, x: c + p * p * x},
    ),
    "ts-ar1-mean": Solver(
        lambda c, p: c / (1 - p), {"the constant": lambda c, p: c, "constant times p": lambda c, p: c * p}
    ),
    "ts-service-level": Solver(
        lambda m, s: m + 1.96 * s, {"the mean": lambda m, s: m, "one deviation": lambda m, s: m + s}
    ),
    "ts-service-level-units": Solver(
        lambda m, s: m + 1.96 * s, {"the mean": lambda m, s: m, "one deviation": lambda m, s: m + s}
    ),
}
