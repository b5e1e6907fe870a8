"""Solvers: engineering."""

from math import log2

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "eng-debug-bisect": Solver(lambda n: log2(n), {"half of them": lambda n: n / 2, "all of them": lambda n: n}),
    "eng-amdahl": Solver(
        lambda p, n: 1 / ((1 - p / 100) + p / 100 / n),
        {"by the number of cores": lambda p, n: n, "share of the cores": lambda p, n: n * p / 100},
    ),
}
