"""Solvers: runs and neighbours."""

from math import sqrt

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "et-runs-of-a-sweep": Solver(
        lambda a, b, s, f: a * b * s - f,
        {
            "broken ones too": lambda a, b, s, f: a * b * s,
            "one seed": lambda a, b, s, f: a * b - f,
            "one after the other": lambda a, b, s, f: (a + b) * s - f,
        },
    ),
    "et-mean-over-seeds": Solver(
        lambda a, b, c, d: d - (a + b + c) / 3,
        {"best against one": lambda a, b, c, d: d - c, "worst against one": lambda a, b, c, d: d - a},
    ),
    "et-spread-against-a-gain": Solver(
        lambda s, n: s * sqrt(2 / n),
        {
            "one of the means": lambda s, n: s / sqrt(n),
            "single runs": lambda s, n: s * sqrt(2),
            "all runs as one": lambda s, n: s / sqrt(2 * n),
        },
    ),
    "et-bytes-of-checkpoints": Solver(
        lambda n, g, k: (n / k - 4) * g,
        {
            "what is kept": lambda n, g, k: 4 * g,
            "the best is among the last": lambda n, g, k: (n / k - 3) * g,
            "all of them": lambda n, g, k: n / k * g,
        },
    ),
    "vd-bytes-of-vectors": Solver(
        lambda n, d: n * d * 4 / 1e3,
        {
            "bytes": lambda n, d: n * d / 1e3,
            "bits": lambda n, d: n * d * 32 / 1e3,
            "half": lambda n, d: n * d * 2 / 1e3,
        },
    ),
    "vd-codes-in-place-of-vectors": Solver(
        lambda d, m: 4 * d / m,
        {
            "a byte a number": lambda d, m: d / m,
            "bits": lambda d, m: 32 * d / m,
            "numbers of a piece": lambda d, m: 2 * d / m,
        },
    ),
    "vd-recall-of-an-index": Solver(
        lambda a, b: (a + b) / 20,
        {"the worse one": lambda a, b: b / 10, "the better one": lambda a, b: a / 10, "both": lambda a, b: a * b / 100},
    ),
    "vd-lists-that-are-searched": Solver(
        lambda n, q, p: q + n * 1e6 / q * p,
        {
            "centres are free": lambda n, q, p: n * 1e6 / q * p,
            "one list": lambda n, q, p: q + n * 1e6 / q,
            "all vectors": lambda n, q, p: n * 1e6,
        },
    ),
    "vd-filter-after-the-search": Solver(
        lambda k, p: k * p / 100,
        {
            "filled up again": lambda k, p: k,
            "those left out": lambda k, p: k * (100 - p) / 100,
            "one at least": lambda k, p: k * p / 100 + 1,
        },
    ),
    "pa-share-that-comes-back": Solver(
        lambda n, a, b: 100 * b / n,
        {
            "of the month before": lambda n, a, b: 100 * b / a,
            "in June": lambda n, a, b: 100 * a / n,
            "those who left": lambda n, a, b: 100 - 100 * b / n,
        },
    ),
    "pa-step-that-loses-most": Solver(
        lambda v, c, p: 100 * (c - p) / c,
        {
            "those who pay": lambda v, c, p: 100 * p / c,
            "of all who come": lambda v, c, p: 100 * (c - p) / v,
            "without a basket too": lambda v, c, p: 100 * (v - p) / v,
        },
    ),
    "pa-days-of-a-month": Solver(
        lambda d, m: 30 * d / m,
        {"the share": lambda d, m: d / m, "upside down": lambda d, m: m / d, "each day new ones": lambda d, m: 1},
    ),
    "pa-active-in-the-third-month": Solver(
        lambda n, r: n * (1 + r / 100 + (r / 100) ** 2),
        {
            "nobody leaves": lambda n, r: 3 * n,
            "the first ones alone": lambda n, r: n * (r / 100) ** 2,
            "one month of staying": lambda n, r: n * (1 + r / 100),
        },
    ),
    "pa-mean-of-new-and-old": Solver(
        lambda a, b, s, t: (b - a) * (t - s) / 100,
        {
            "the rate itself": lambda a, b, s, t: a * t / 100 + b * (100 - t) / 100,
            "new ones alone": lambda a, b, s, t: a * (t - s) / 100,
            "no change in a group": lambda a, b, s, t: 0,
        },
    ),
}
SOLVERS["vd-results-left-by-rights"] = SOLVERS["vd-filter-after-the-search"]
