"""Solvers: data structures."""

from math import log2

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "ds-tree-depth": Solver(
        lambda n: round(log2(n + 1)),
        {"leaves instead of levels": lambda n: (n + 1) // 2, "one level too few": lambda n: round(log2(n + 1)) - 1},
    ),
}
