"""Solvers: many machines."""

from math import ceil

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "dist-updates-of-an-epoch": Solver(
        lambda n, g, b: n // (g * b),
        {"each GPU by itself": lambda n, g, b: n // b, "an update for each example": lambda n, g, b: n // g},
    ),
    "dist-share-of-talking": Solver(
        lambda c, w: c / (c + w),
        {"the exchange": lambda c, w: w / (c + w), "the one over the other": lambda c, w: w / c},
    ),
    "dist-speed-of-more-gpus": Solver(
        lambda c, g, w: c / (c / g + w),
        {"the number of GPUs": lambda c, g, w: g, "the exchange is shared too": lambda c, g, w: c / ((c + w) / g)},
    ),
    "dist-slowest-decides": Solver(
        lambda a, b, c: max(a, b, c),
        {"the mean": lambda a, b, c: (a + b + c) / 3, "one after the other": lambda a, b, c: a + b + c},
    ),
    "dist-gradients-of-a-step": Solver(
        lambda p: 2 * p, {"a byte for each": lambda p: p, "as many as with 32 bits": lambda p: 4 * p}
    ),
    "dist-optimiser-in-shards": Solver(
        lambda p, g: 8 * p / g,
        {"a full copy each": lambda p, g: 8 * p, "one byte for each": lambda p, g: p / g},
    ),
    "k8s-pods-on-a-node": Solver(
        lambda c, m, r: min(2 * c, m // r),
        {"the larger number": lambda c, m, r: max(2 * c, m // r), "adds the two": lambda c, m, r: 2 * c + m // r},
    ),
    "k8s-pods-after-scaling": Solver(
        lambda t, n, u: ceil(n * u / t),
        {"rounds down": lambda t, n, u: n * u // t, "it stays": lambda t, n, u: n},
    ),
    "k8s-pods-during-an-update": Solver(
        lambda n, s, u: n - u,
        {"all the time all": lambda n, s, u: n, "fewer and more cancel out": lambda n, s, u: n - u + s},
    ),
    "k8s-unit-of-a-request": Solver(lambda m: m / 1000, {"whole cores": lambda m: m, "hundredths": lambda m: m / 100}),
}
