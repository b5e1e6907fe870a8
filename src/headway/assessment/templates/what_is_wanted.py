"""Solvers: finding out what is wanted."""

from headway.assessment.templates.solving import Solver

HOUR = 60
DAY = 24 * HOUR

SOLVERS = {
    "rq-minutes-down": Solver(
        lambda a, b, d, p: (b - a) * HOUR * d * (100 - p) / 100,
        {
            "all hours count": lambda a, b, d, p: DAY * d * (100 - p) / 100,
            "one day": lambda a, b, d, p: (b - a) * HOUR * (100 - p) / 100,
            "in hours": lambda a, b, d, p: (b - a) * d * (100 - p) / 100,
        },
    ),
    "rq-time-left-for-the-model": Solver(
        lambda t, n, q: t - 2 * n - q,
        {
            "one way": lambda t, n, q: t - n - q,
            "nothing to look up": lambda t, n, q: t - 2 * n,
            "all of it": lambda t, n, q: t,
        },
    ),
    "rq-precision-that-follows": Solver(
        lambda n, p, r, k: n * p * r / 10_000 / k,
        {
            "all faulty ones are found": lambda n, p, r, k: n * p / 100 / k,
            "takes recall for it": lambda n, p, r, k: r / 100,
            "alarms of all parts": lambda n, p, r, k: k / n,
        },
    ),
}
