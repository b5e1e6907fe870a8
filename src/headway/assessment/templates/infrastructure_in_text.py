"""Solvers: infrastructure written as text."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "tf-resources-of-three-stages": Solver(
        lambda k, c, e: e * (k - 1 + c),
        {
            "count adds to all": lambda k, c, e: e * (k + c),
            "count is for all": lambda k, c, e: e * k * c,
            "no count": lambda k, c, e: e * k,
            "one stage": lambda k, c, e: k - 1 + c,
        },
    ),
    "tf-added-and-destroyed": Solver(
        lambda n, m, b: (n - b) + (m - b),
        {
            "added alone": lambda n, m, b: m - b,
            "destroyed alone": lambda n, m, b: n - b,
            "the difference": lambda n, m, b: abs(n - m),
            "all are made anew": lambda n, m, b: n + m,
        },
    ),
}
