"""Solvers: keeping models in use."""

from math import ceil

from headway.assessment.templates.solving import Solver

MONTHS = 12
SECONDS = 300


def lost(d: float, v: float, k: int) -> float:
    """Of k months after one training, each d points worse than the one before."""
    return d * v * k * (k - 1) / 2


def true_alarms(p: float, h: float, f: float) -> float:
    return p * h / (p * h + (100 - p) * f)


SOLVERS = {
    "mo-cost-of-waiting": Solver(
        lambda d, v, c, k: MONTHS / k * (c + lost(d, v, k)),
        {
            "trainings cost nothing": lambda d, v, c, k: MONTHS / k * lost(d, v, k),
            "losses do not add up": lambda d, v, c, k: MONTHS / k * (c + d * v * (k - 1)),
            "the first month is worse too": lambda d, v, c, k: MONTHS / k * (c + lost(d, v, k + 1)),
        },
    ),
    "mo-trained-through-the-year": Solver(
        lambda d, v, c, k: MONTHS / k * (c + lost(d, v, k)),
        {
            "trainings cost nothing": lambda d, v, c, k: MONTHS / k * lost(d, v, k),
            "losses do not add up": lambda d, v, c, k: MONTHS / k * (c + d * v * (k - 1)),
            "the first month is worse too": lambda d, v, c, k: MONTHS / k * (c + lost(d, v, k + 1)),
        },
    ),
    "mo-releases-until-it-pays": Solver(
        lambda h, a, s: ceil(s / (h - a)),
        {
            "a pipeline takes no time": lambda h, a, s: ceil(s / h),
            "adds the times": lambda h, a, s: ceil(s / (h + a)),
            "the hours saved": lambda h, a, s: h - a,
        },
    ),
    "mm-share-of-true-alarms": Solver(
        true_alarms,
        {
            "of the bad days": lambda p, h, f: h / 100,
            "both days are alike": lambda p, h, f: h / (h + f),
        },
    ),
    "mm-predicted-too-high": Solver(
        lambda n, m, c: 100 * m - 100 * c / n,
        {
            "of the true share": lambda n, m, c: 100 * (m * n / c - 1),
            "the number of people": lambda n, m, c: m * n - c,
        },
    ),
    "mon-used-of-the-budget": Solver(
        lambda o, n, f: f / (n * (100 - o) / 100),
        {"of all requests": lambda o, n, f: f / n, "what is left": lambda o, n, f: 1 - f / (n * (100 - o) / 100)},
    ),
    "mon-seconds-until-an-alarm": Solver(
        lambda k, n: k * n,
        {"the first failed check is at once": lambda k, n: k * (n - 1), "one check is enough": lambda k, n: k},
    ),
    "mon-counter-that-was-reset": Solver(
        lambda a, b, c: (c - a + b) / SECONDS,
        {
            "a difference of the readings": lambda a, b, c: (b - a) / SECONDS,
            "since the new start": lambda a, b, c: b / SECONDS,
            "up to the new start": lambda a, b, c: (c - a) / SECONDS,
        },
    ),
}
