"""Solvers: runs by plan."""

from math import ceil

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "af-days-that-are-caught-up": Solver(
        lambda d: d - 1,
        {"today as well": lambda d: d, "only the last": lambda d: 1, "the first is left out": lambda d: d - 2},
    ),
    "af-until-it-gives-up": Solver(
        lambda r, w, t: (r + 1) * t + r * w,
        {
            "retries are tries": lambda r, w, t: r * t + (r - 1) * w,
            "a wait for each try": lambda r, w, t: (r + 1) * (t + w),
            "no waiting": lambda r, w, t: (r + 1) * t,
        },
    ),
    "af-tasks-through-a-pool": Solver(
        lambda n, t, k: ceil(n / k) * t,
        {
            "one after the other": lambda n, t, k: n * t,
            "the last round is shorter": lambda n, t, k: n * t / k,
            "all at once": lambda n, t, k: t,
        },
    ),
}
