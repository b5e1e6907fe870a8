"""Solvers: pipelines, models in use."""

from math import ceil

from headway.assessment.templates.solving import Solver

MINUTES = 10


def busy(t: int, r: int) -> float:
    """Replicas that are at work at once, on average."""
    return t * r / 1000


SOLVERS = {
    "dp-rows-after-a-second-run": Solver(
        lambda r, d: r + d,
        {"a second run replaces": lambda r, d: r, "the first run was whole": lambda r, d: 2 * r},
    ),
    "dp-rows-of-a-stream": Solver(
        lambda a, b, c: 3600 * min(a, b, c),
        {
            "the mean of the steps": lambda a, b, c: 1200 * (a + b + c),
            "the last step decides": lambda a, b, c: 3600 * c,
            "one row at a time": lambda a, b, c: 3600 / (1 / a + 1 / b + 1 / c),
        },
    ),
    "dp-seconds-until-empty": Solver(
        lambda q, i, o: q / (o - i),
        {"nothing more arrives": lambda q, i, o: q / o, "adds the rates": lambda q, i, o: q / (o + i)},
    ),
    "dp-minutes-of-a-backfill": Solver(
        lambda a, b, p: MINUTES * ceil((b - a + 1) / p),
        {
            "one after the other": lambda a, b, p: MINUTES * (b - a + 1),
            "all at once": lambda a, b, p: MINUTES,
            "shares a run out": lambda a, b, p: MINUTES * (b - a + 1) / p,
        },
    ),
    "md-failures-of-a-canary": Solver(
        lambda r, p, e: 60 * r * p * e / 10_000,
        {"all requests": lambda r, p, e: 60 * r * e / 100, "in a minute": lambda r, p, e: r * p * e / 10_000},
    ),
    "md-replicas-at-the-peak": Solver(
        lambda t, r: ceil(busy(t, r) / 0.7),
        {"busy all the time": lambda t, r: ceil(busy(t, r)), "takes 70 % of that": lambda t, r: ceil(busy(t, r) * 0.7)},
    ),
    "md-answer-time-with-a-cache": Solver(
        lambda h, a, b: (h * a + (100 - h) * b) / 100,
        {
            "both count alike": lambda h, a, b: (a + b) / 2,
            "exchanges the shares": lambda h, a, b: (h * b + (100 - h) * a) / 100,
        },
    ),
    "md-servers-of-two-versions": Solver(
        lambda n: 2 * n, {"one after the other": lambda n: n, "one more": lambda n: n + 1}
    ),
}
