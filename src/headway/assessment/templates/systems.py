"""Solvers: systems."""

from math import ceil

from headway.assessment.templates.solving import Solver

DAYS = 365

SOLVERS = {
    "sd-servers-with-a-spare": Solver(
        lambda r, c: ceil(r / c) + 1,
        {"without the spare": lambda r, c: ceil(r / c), "twice as many": lambda r, c: 2 * ceil(r / c)},
    ),
    "sd-storage-of-a-year": Solver(
        lambda n, b, k: n * b * k * DAYS / 1e6,
        {"one copy": lambda n, b, k: n * b * DAYS / 1e6, "one day": lambda n, b, k: n * b * k / 1e6},
    ),
    "sd-load-behind-a-cache": Solver(
        lambda a, b: (100 - b) / (100 - a),
        {
            "ratio of the hits": lambda a, b: a / b,
            "the difference": lambda a, b: a - b,
            "the share itself": lambda a, b: (100 - b) / 100,
        },
    ),
    "sd-two-of-one-and-one-of-the-other": Solver(
        lambda p, q: p * (1 - (1 - q) ** 2),
        {
            "all three are needed": lambda p, q: p * q * q,
            "one copy only": lambda p, q: p * q,
            "the copies never fail": lambda p, q: p,
        },
    ),
    "ds-reads-of-a-quorum": Solver(
        lambda n, w: n - w + 1,
        {"as many as were written": lambda n, w: w, "those that were not": lambda n, w: n - w, "all": lambda n, w: n},
    ),
    "ds-failures-of-a-majority": Solver(
        lambda n: (n - 1) // 2,
        {"one must be left": lambda n: n - 1, "none": lambda n: 0, "the majority itself": lambda n: n // 2 + 1},
    ),
    "ds-keys-that-move": Solver(
        lambda n: n / (n + 1),
        {
            "the share of the new one": lambda n: 1 / (n + 1),
            "a share of each old one": lambda n: 1 / n,
            "half": lambda n: 0.5,
        },
    ),
    "ds-retries-multiply": Solver(
        lambda k, t: t**k, {"they add up": lambda k, t: k * t, "the last one alone": lambda k, t: t}
    ),
    "ra-requests-for-all-pages": Solver(
        lambda p, n: ceil(n / p),
        {"full pages only": lambda p, n: n // p, "one more to see the end": lambda p, n: ceil(n / p) + 1},
    ),
    "ra-minutes-of-a-rate-limit": Solver(
        lambda k, n: ceil(n / k),
        {"counts from 0": lambda k, n: ceil(n / k) - 1},
    ),
}
