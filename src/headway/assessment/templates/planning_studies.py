"""Solvers: planning studies, quality of data."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "xd-runs-in-blocks": Solver(
        lambda b, t, r: b * t * r,
        {"forgets the repeats": lambda b, t, r: b * t, "one day": lambda b, t, r: t * r},
    ),
    "xd-cost-of-an-uneven-split": Solver(
        lambda p: 2500 / (p * (100 - p)),
        {"by the smaller group alone": lambda p: 50 / p, "only the total counts": lambda p: 1},
    ),
    "dq-share-of-filled-cells": Solver(
        lambda n, c, m: 100 * (1 - m / (n * c)),
        {"by rows": lambda n, c, m: 100 * (1 - m / n), "what is missing": lambda n, c, m: 100 * m / (n * c)},
    ),
    "dq-different-keys": Solver(
        lambda n, m: n - m,
        {"both rows go": lambda n, m: n - 2 * m, "every row is a customer": lambda n, m: n},
    ),
    "dq-wrong-rows-in-all": Solver(
        lambda s, e, n: n * e / s,
        {"those of the sample": lambda s, e, n: e, "as per cent": lambda s, e, n: n * e / 100},
    ),
    "dq-hours-since-the-last-row": Solver(
        lambda a, b: 24 - a + b,
        {
            "difference of the numbers": lambda a, b: a - b,
            "up to midnight": lambda a, b: 24 - a,
            "a day more": lambda a, b: 48 - a + b,
        },
    ),
}
