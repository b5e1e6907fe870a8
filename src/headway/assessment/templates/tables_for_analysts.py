"""Solvers: tables for analysts."""

from heapq import heapify, heapreplace

from headway.assessment.templates.solving import Solver

NOON = 720
DAY = 1440


def on_two_workers(a: int, b: int, c: int, d: int) -> int:
    """Whoever is free first takes the next load."""
    ends = [0, 0]
    heapify(ends)
    for minutes in (a, b, c, d):
        heapreplace(ends, ends[0] + minutes)
    return max(ends)


SOLVERS = {
    "de-loads-on-two-workers": Solver(
        on_two_workers,
        {
            "one after the other": lambda a, b, c, d: a + b + c + d,
            "all at once": lambda a, b, c, d: max(a, b, c, d),
            "halves of the time": lambda a, b, c, d: (a + b + c + d) / 2,
        },
    ),
    "de-files-merged-each-night": Solver(
        lambda m, p, d: p * (d - 1) + p * NOON // m,
        {
            "never merged": lambda m, p, d: p * (d - 1) * DAY // m + p * NOON // m,
            "all days in one": lambda m, p, d: p + p * NOON // m,
            "folders forgotten": lambda m, p, d: d - 1 + NOON // m,
            "today is merged": lambda m, p, d: p * d,
        },
    ),
    "ae-sum-that-grew": Solver(
        lambda k, p: k * p,
        {"adds": lambda k, p: k + p, "items alone": lambda k, p: k, "payments alone": lambda k, p: p},
    ),
    "ae-how-old-at-most": Solver(
        lambda a, b, t: a + b + t,
        {
            "the longer wait alone": lambda a, b, t: max(a, b) + t,
            "on average": lambda a, b, t: (a + b) / 2 + t,
            "waits alone": lambda a, b, t: a + b,
            "no wait": lambda a, b, t: t,
        },
    ),
}
