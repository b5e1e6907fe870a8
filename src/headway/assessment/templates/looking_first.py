"""Solvers: looking at data first, and over time."""

from math import sqrt

from headway.assessment.templates.solving import Solver

FENCE = 1.5

SOLVERS = {
    "eda-rows-without-a-gap": Solver(
        lambda a, b, c: (100 - a) * (100 - b) * (100 - c) / 10_000,
        {
            "gaps add up": lambda a, b, c: 100 - a - b - c,
            "the worst column decides": lambda a, b, c: 100 - max(a, b, c),
            "rows that lack all": lambda a, b, c: a * b * c / 10_000,
        },
    ),
    "eda-above-the-upper-fence": Solver(
        lambda q, m, u: u + FENCE * (u - q),
        {
            "from the median": lambda q, m, u: m + FENCE * (u - q),
            "by the upper half": lambda q, m, u: u + FENCE * (u - m),
            "times the quartile": lambda q, m, u: FENCE * u,
        },
    ),
    "tsa-december-without-its-season": Solver(
        lambda f, x: x / f,
        {
            "puts the season in": lambda f, x: x * f,
            "takes the excess off": lambda f, x: x * (2 - f),
            "the excess": lambda f, x: x * (f - 1),
        },
    ),
    "tsa-trend-and-season": Solver(
        lambda v, b, h, f: (v + h * b) * f,
        {
            "one month's growth": lambda v, b, h, f: (v + b) * f,
            "no season": lambda v, b, h, f: v + h * b,
            "season before growth": lambda v, b, h, f: v * f + h * b,
        },
    ),
    "tsa-doubt-of-a-random-walk": Solver(
        lambda s, h: s * sqrt(h),
        {
            "deviations add up": lambda s, h: s * h,
            "as for a day": lambda s, h: s,
            "shrinks like a mean": lambda s, h: s / sqrt(h),
        },
    ),
}
