"""Solvers: learning in use."""

from math import sqrt

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "ml-price-by-a-line": Solver(
        lambda a, b, k: a + b * k,
        {
            "without the constant": lambda a, b, k: b * k,
            "adds before multiplying": lambda a, b, k: (a + b) * k,
            "one room": lambda a, b, k: a + b,
        },
    ),
    "ml-per-cent-right": Solver(
        lambda n, w: 100 - 100 * w / n, {"the wrong ones": lambda n, w: 100 * w / n, "the number": lambda n, w: n - w}
    ),
    "ml-two-nearest-flats": Solver(
        lambda a, b, c, d, x: (b + c) / 2,
        {
            "the nearest alone": lambda a, b, c, d, x: b if x < 70 else c,
            "all four": lambda a, b, c, d, x: (a + b + c + d) / 4,
            "smallest and largest": lambda a, b, c, d, x: (a + d) / 2,
        },
    ),
    "ml-hits-by-their-probability": Solver(
        lambda n, p, m, q: n * p + m * q,
        {
            "those over a half": lambda n, p, m, q: n,
            "the likely ones alone": lambda n, p, m, q: n * p,
            "the mean probability": lambda n, p, m, q: (n + m) * (p + q) / 2,
        },
    ),
    "ml-gain-over-the-baseline": Solver(
        lambda v, e: 1 - e / v,
        {"what is left": lambda v, e: e / v, "by the model's error": lambda v, e: v / e - 1},
    ),
    "ml-error-of-a-measured-accuracy": Solver(
        lambda p, n: 100 * sqrt(p / 100 * (1 - p / 100) / n),
        {
            "no root": lambda p, n: 100 * p / 100 * (1 - p / 100) / n,
            "the deviation of one case": lambda p, n: 100 * sqrt(p / 100 * (1 - p / 100)),
            "the share of errors": lambda p, n: 100 - p,
        },
    ),
    "ml-one-model-for-each-group": Solver(
        lambda a, b, n: (a + 100 - b) / 2,
        {
            "positives of both": lambda a, b, n: (a + b) / 2,
            "always negative": lambda a, b, n: 100 - (a + b) / 2,
            "one group alone": lambda a, b, n: a,
        },
    ),
    "ml-labels-that-are-wrong": Solver(
        lambda a, e: a * (1 - e / 100) + (100 - a) * e / 100,
        {
            "both right": lambda a, e: a * (1 - e / 100),
            "subtracts": lambda a, e: a - e,
            "labels do not matter": lambda a, e: a,
        },
    ),
}
