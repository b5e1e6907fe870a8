"""Solvers: faster programs."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "pf-looks-into-a-list": Solver(
        lambda n, k: n * k,
        {
            "one for each look": lambda n, k: k,
            "half of the list": lambda n, k: n * k / 2,
            "once through": lambda n, k: n,
        },
    ),
    "pf-numbers-of-half-the-size": Solver(
        lambda n, c: n * c * 4,
        {
            "bits for bytes": lambda n, c: n * c * 32,
            "all that is there": lambda n, c: n * c * 8,
            "one column": lambda n, c: n * 4,
        },
    ),
    "pf-which-step-to-mend": Solver(
        lambda a, b, c: max(a / 2, 0.9 * c),
        {
            "the larger factor": lambda a, b, c: min(a / 2, 0.9 * c),
            "both changes": lambda a, b, c: a / 2 + 0.9 * c,
            "the job that is left": lambda a, b, c: a + b + c - max(a / 2, 0.9 * c),
        },
    ),
}
