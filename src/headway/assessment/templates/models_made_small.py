"""Solvers: models made small."""

from math import exp

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "mc-weights-after-pruning": Solver(
        lambda n, p: n * (100 - p) / 100, {"those set to zero": lambda n, p: n * p / 100, "all": lambda n, p: n}
    ),
    "mc-layer-as-two-thin-ones": Solver(
        lambda d, r: d / (2 * r),
        {
            "one of the two": lambda d, r: d / r,
            "the numbers that are left": lambda d, r: 2 * d * r,
            "squares it": lambda d, r: (d / r) ** 2,
        },
    ),
    "mc-sparse-with-positions": Solver(
        lambda n, p: n * p / 100 * 6,
        {
            "values alone": lambda n, p: n * p / 100 * 2,
            "dense": lambda n, p: n * 2,
            "a position for each weight": lambda n, p: n * p / 100 * 2 + n * 4,
        },
    ),
    "mc-when-sparse-is-smaller": Solver(
        lambda v, i: 100 * v / (v + i),
        {
            "always": lambda v, i: 100,
            "values alone": lambda v, i: 100 * v / (v + 2 * i),
        },
    ),
    "mc-softer-outputs": Solver(
        lambda z, t: 1 / (1 + exp(-z / t)),
        {
            "not softened": lambda z, t: 1 / (1 + exp(-z)),
            "multiplies": lambda z, t: 1 / (1 + exp(-z * t)),
            "softens the probability": lambda z, t: 1 / (1 + exp(-z)) / t,
        },
    ),
    "ed-frames-a-second": Solver(
        lambda a, m, b: 1000 / (a + m + b),
        {
            "the model alone": lambda a, m, b: 1000 / m,
            "the time": lambda a, m, b: a + m + b,
            "without drawing": lambda a, m, b: 1000 / (a + m),
        },
    ),
    "ed-hours-of-a-battery": Solver(
        lambda w, i, m, p: w / (i + m * p / 100),
        {
            "always runs": lambda w, i, m, p: w / (i + m),
            "rests": lambda w, i, m, p: w / i,
            "one or the other": lambda w, i, m, p: w / (i * (1 - p / 100) + m * p / 100),
        },
    ),
    "ed-does-it-fit": Solver(
        lambda r, a, b, c, d: r - max(a + b, b + c, c + d),
        {
            "all at once": lambda r, a, b, c, d: r - (a + b + c + d),
            "outputs alone": lambda r, a, b, c, d: r - max(a, b, c, d),
            "the last layer": lambda r, a, b, c, d: r - (c + d),
        },
    ),
    "ed-bytes-that-are-sent": Solver(
        lambda n, k, p: n * k * 86400 / 1e6 * (1 - p / 100),
        {
            "what is still sent": lambda n, k, p: n * k * 86400 / 1e6 * p / 100,
            "one camera": lambda n, k, p: k * 86400 / 1e6 * (1 - p / 100),
            "an hour": lambda n, k, p: n * k * 3600 / 1e6 * (1 - p / 100),
        },
    ),
}
