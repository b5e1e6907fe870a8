"""Solvers: models from a hub."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "hf-rows-for-training": Solver(
        lambda n, k, t: round(n * k / 100 * (1 - t)),
        {
            "rows for testing": lambda n, k, t: n * k / 100 * t,
            "without the filter": lambda n, k, t: n * (1 - t),
            "without the split": lambda n, k, t: n * k / 100,
        },
    ),
    "hf-padding-of-a-batch": Solver(
        lambda a, b, c: 3 * max(a, b, c) - a - b - c,
        {
            "all tokens": lambda a, b, c: 3 * max(a, b, c),
            "the shortest alone": lambda a, b, c: max(a, b, c) - min(a, b, c),
            "texts are not changed": lambda a, b, c: 0,
        },
    ),
    "hf-padding-to-a-fixed-length": Solver(
        lambda a, b, m: min(a, m) + min(b, m),
        {
            "nothing is cut": lambda a, b, m: a + b,
            "padding counted too": lambda a, b, m: 2 * m,
            "long texts are left out": lambda a, b, m: a,
        },
    ),
    "hf-steps-of-a-run": Solver(
        lambda n, g, b, k, e: e * n / (g * b * k),
        {
            "a step for each batch": lambda n, g, b, k, e: e * n / (g * b),
            "one device": lambda n, g, b, k, e: e * n / (b * k),
            "one epoch": lambda n, g, b, k, e: n / (g * b * k),
        },
    ),
    "hf-numbers-of-a-new-head": Solver(
        lambda d, k: d * k + k,
        {
            "no bias": lambda d, k: d * k,
            "a bias for each output": lambda d, k: d * k + d,
            "one weight each": lambda d, k: d + k,
        },
    ),
    "hf-shards-on-the-disk": Solver(
        lambda p: 4 * p,
        {"the small files": lambda p: 2 * p, "both": lambda p: 6 * p, "bits for bytes": lambda p: 32 * p},
    ),
}
