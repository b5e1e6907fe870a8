"""Solvers: models with open weights."""

from math import cos, hypot, sqrt

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "ll-bytes-of-the-weights": Solver(
        lambda n, b, p: n * b / 8 * (1 + p / 100),
        {
            "bits are bytes": lambda n, b, p: n * b * (1 + p / 100),
            "no scales": lambda n, b, p: n * b / 8,
            "a byte a weight": lambda n, b, p: n * 1.5 * (1 + p / 100),
        },
    ),
    "ll-tokens-beside-the-weights": Solver(
        lambda g, n, k: (g - n / 2) * 1000 / k,
        {
            "no weights": lambda g, n, k: g * 1000 / k,
            "weights of a byte": lambda g, n, k: (g - n) * 1000 / k,
            "the weights alone": lambda g, n, k: n / 2 * 1000 / k,
        },
    ),
    "ll-gated-feed-forward": Solver(
        lambda d, h: 3 * d * h / 1e6,
        {
            "no gate": lambda d, h: 2 * d * h / 1e6,
            "one projection": lambda d, h: d * h / 1e6,
            "the way down is square": lambda d, h: (2 * d * h + h * h) / 1e6,
        },
    ),
    "ll-scaled-by-root-mean-square": Solver(
        lambda a, b: a / sqrt((a * a + b * b) / 2),
        {
            "to length one": lambda a, b: a / hypot(a, b),
            "the mean is taken off": lambda a, b: -1,
            "by the mean": lambda a, b: 2 * a / (a + b),
        },
    ),
    "ll-turned-by-their-places": Solver(
        lambda t, m, n: cos((m - n) * t),
        {
            "places add up": lambda t, m, n: cos((m + n) * t),
            "turning changes nothing": lambda t, m, n: 1,
            "a product of both": lambda t, m, n: cos(m * t) * cos(n * t),
        },
    ),
}
