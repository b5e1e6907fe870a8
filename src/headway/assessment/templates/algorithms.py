"""Solvers: algorithms and complexity."""

from math import floor, log2, log10

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "algo-binary-search-steps": Solver(
        lambda n: floor(log2(n)) + 1,
        {"half of the list": lambda n: n // 2, "the whole list": lambda n: n},
    ),
    "algo-nested-loop-count": Solver(
        lambda n: n * (n - 1) // 2,
        {"both loops in full": lambda n: n * n, "the end is included": lambda n: n * (n + 1) // 2},
    ),
    "algo-growth-quadratic": Solver(
        lambda t, m: t * (m / 1000) ** 2,
        {"grows linearly": lambda t, m: t * m / 1000, "adds instead of multiplying": lambda t, m: t + (m / 1000) ** 2},
    ),
    "algo-growth-nlogn": Solver(
        lambda t: t * 1000 * 6 / 3,
        {
            "grows linearly": lambda t: t * 1000,
            "grows with the square": lambda t: t * 1000 * 1000,
            "log only": lambda t: t * log10(1e6) / 3,
        },
    ),
}
