"""Solvers: experiments and causes."""

from math import sqrt

from headway.assessment.templates.solving import Solver


def pooled(a: float, b: float) -> float:
    """Standard error of the difference of two shares of 1000 each."""
    share = (a + b) / 2000
    return sqrt(share * (1 - share) * 2 / 1000)


SOLVERS = {
    "ab-lift-relative": Solver(
        lambda a, b: (b - a) / a * 100,
        {"the difference in points": lambda a, b: b - a, "relative to the new": lambda a, b: (b - a) / b * 100},
    ),
    "ab-z-two-proportions": Solver(
        lambda a, b: (b - a) / 1000 / pooled(a, b),
        {
            "error of one group only": lambda a, b: (b - a) / 1000 / (pooled(a, b) / sqrt(2)),
            "forgets the sample size": lambda a, b: (b - a) / 1000 / sqrt((a + b) / 2000 * (1 - (a + b) / 2000)),
        },
    ),
    "ab-sample-size-effect": Solver(
        lambda n: 4 * n, {"twice as many": lambda n: 2 * n, "half as many": lambda n: n / 2}
    ),
    "ab-factorial-runs": Solver(
        lambda a, b, r: a * b * 2 * r,
        {"adds the levels": lambda a, b, r: (a + b + 2) * r, "forgets to repeat": lambda a, b, r: a * b * 2},
    ),
    "ab-interaction": Solver(
        lambda a, b, c, d: d - b - c + a,
        {"the whole gain": lambda a, b, c, d: d - a, "beyond the better one": lambda a, b, c, d: d - max(b, c)},
    ),
    "causal-did": Solver(
        lambda a, b, c, d: (b - a) - (d - c),
        {"before and after only": lambda a, b, c, d: b - a, "the difference afterwards": lambda a, b, c, d: b - d},
    ),
}
