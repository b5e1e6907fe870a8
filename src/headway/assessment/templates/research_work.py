"""Solvers: research work."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "rm-runs-of-an-ablation": Solver(
        lambda n, s: (n + 1) * s,
        {
            "forgets the whole": lambda n, s: n * s,
            "all combinations": lambda n, s: 2**n * s,
            "seeds for the whole only": lambda n, s: n + s,
        },
    ),
    "rm-smallest-of-many": Solver(
        lambda k, p: min(1, k * p),
        {"it stays": lambda k, p: p, "divides": lambda k, p: p / k, "the level is divided": lambda k, p: 0.05 / k},
    ),
    "rm-hours-of-a-search": Solver(
        lambda a, b, s, h: a * b * s * h,
        {
            "settings add up": lambda a, b, s, h: (a + b) * s * h,
            "one seed": lambda a, b, s, h: a * b * h,
            "runs for hours": lambda a, b, s, h: a * b * s,
        },
    ),
}
