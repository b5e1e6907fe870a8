"""Solvers: faults, releases, models of data."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "ci-minutes-of-a-pipeline": Solver(
        lambda t, c, b, d: max(t, c) + b + d,
        {
            "one after the other": lambda t, c, b, d: t + c + b + d,
            "all at once": lambda t, c, b, d: max(t, c, b, d),
            "the shorter one decides": lambda t, c, b, d: min(t, c) + b + d,
        },
    ),
    "ci-runs-red-by-chance": Solver(
        lambda n, p: 1 - (1 - p / 100) ** n,
        {"adds the chances": lambda n, p: n * p / 100, "as one test": lambda n, p: p / 100},
    ),
    "ci-jobs-of-a-matrix": Solver(
        lambda v, o, x: v * o - x,
        {"adds the lists": lambda v, o, x: v + o - x, "forgets what is left out": lambda v, o, x: v * o},
    ),
    "dm-rows-of-a-link-table": Solver(
        lambda n, k, c: n * k,
        {
            "one for each student": lambda n, k, c: n,
            "all pairs": lambda n, k, c: n * c,
            "students and courses": lambda n, k, c: n + c,
        },
    ),
    "dm-rows-of-a-history": Solver(
        lambda n, m, k: n + m * k,
        {
            "the old row is written over": lambda n, m, k: n,
            "one change each": lambda n, m, k: n + m,
            "only the changes": lambda n, m, k: m * k,
        },
    ),
    "dm-rows-of-a-fact-table": Solver(
        lambda p, s, d, x: p * s * d * x / 100,
        {
            "combinations without a sale too": lambda p, s, d, x: p * s * d,
            "adds the dimensions": lambda p, s, d, x: p + s + d,
            "forgets the days": lambda p, s, d, x: p * s * x / 100,
        },
    ),
}
