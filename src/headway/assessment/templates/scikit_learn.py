"""Solvers: scikit-learn."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "sk-fits-of-a-grid": Solver(
        lambda a, b, k: a * b * k + 1,
        {
            "without the last fit": lambda a, b, k: a * b * k,
            "one fit a setting": lambda a, b, k: a * b + 1,
            "settings add up": lambda a, b, k: (a + b) * k + 1,
        },
    ),
}
