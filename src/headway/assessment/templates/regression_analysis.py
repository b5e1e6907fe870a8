"""Solvers: regression and survival."""

from math import exp

from headway.assessment.templates.solving import Solver


def sigmoid(z: float) -> float:
    """1 / (1 + e^-z)."""
    return 1 / (1 + exp(-z))


SOLVERS = {
    "reg-predict-line": Solver(
        lambda a, b, x, y: y - a - b * x,
        {"predicted minus actual": lambda a, b, x, y: a + b * x - y, "the prediction": lambda a, b, x, y: a + b * x},
    ),
    "reg-slope-least-squares": Solver(
        lambda a, b, c: (c - a) / 2,
        {"rise over all points": lambda a, b, c: (c - a) / 3, "the first two points": lambda a, b, c: b - a},
    ),
    "reg-r-squared": Solver(
        lambda t, r: 1 - r / t, {"the share left over": lambda t, r: r / t, "its root": lambda t, r: (1 - r / t) ** 0.5}
    ),
    "reg-log-coefficient": Solver(
        lambda c: (exp(c) - 1) * 100,
        {"reads it as per cent": lambda c: c * 100, "forgets to subtract one": lambda c: exp(c) * 100},
    ),
    "reg-dummy-reference": Solver(
        lambda a, b, c: c - b, {"against the reference": lambda a, b, c: c, "adds both": lambda a, b, c: b + c}
    ),
    "reg-odds-ratio": Solver(
        lambda c: exp(c), {"the coefficient": lambda c: c, "as a probability": lambda c: sigmoid(c)}
    ),
    "reg-logit-probability": Solver(
        lambda a, b, x: sigmoid(a + b * x),
        {"the log-odds": lambda a, b, x: a + b * x, "the odds": lambda a, b, x: exp(a + b * x)},
    ),
    "reg-vif": Solver(lambda r: 1 / (1 - r), {"R² itself": lambda r: r, "the inverse of R²": lambda r: 1 / r}),
    "surv-kaplan-meier": Solver(
        lambda n, a, c, b: (1 - a / n) * (1 - b / (n - a - c)),
        {
            "ignores censoring": lambda n, a, c, b: 1 - (a + b) / n,
            "counts the censored as gone": lambda n, a, c, b: 1 - (a + b + c) / n,
        },
    ),
}
