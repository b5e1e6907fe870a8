"""Solvers: prompts and fine-tuning."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "pe-tokens-of-a-prompt": Solver(
        lambda i, k, e, q: i + k * e + q,
        {"one example": lambda i, k, e, q: i + e + q, "forgets the question": lambda i, k, e, q: i + k * e},
    ),
    "pe-dollars-of-a-shorter-prompt": Solver(
        lambda a, b, n, p: (a - b) * n * p / 1e6,
        {
            "the price of the new one": lambda a, b, n, p: b * n * p / 1e6,
            "a thousand tokens": lambda a, b, n, p: (a - b) * n * p / 1e3,
        },
    ),
    "pe-answers-that-never-parse": Solver(
        lambda p, n: n * (100 - p) ** 2 / 10_000,
        {"without asking again": lambda p, n: n * (100 - p) / 100, "half of them": lambda p, n: n * (100 - p) / 200},
    ),
    "pe-answers-lost-after-a-retry": Solver(
        lambda p, n: n * (100 - p) ** 2 / 10_000,
        {"without asking again": lambda p, n: n * (100 - p) / 100, "half of them": lambda p, n: n * (100 - p) / 200},
    ),
    "ft-updates-with-accumulation": Solver(
        lambda n, e, b, k: e * n // (b * k),
        {
            "an update for each batch": lambda n, e, b, k: e * n // b,
            "one epoch": lambda n, e, b, k: n // (b * k),
            "more updates by adding up": lambda n, e, b, k: e * n * k // b,
        },
    ),
    "ft-memory-for-all-weights": Solver(
        lambda n: 16 * n, {"the weights only": lambda n: 2 * n, "forgets the moments": lambda n: 8 * n}
    ),
    "ft-share-of-lora": Solver(
        lambda r, d: 200 * r / d,
        {"one of its two matrices": lambda r, d: 100 * r / d, "rank times rank": lambda r, d: 100 * r * r / d / d},
    ),
    "ft-share-of-the-last-layer": Solver(
        lambda a, b, c: c / (a + b + c),
        {"a third": lambda a, b, c: 1 / 3, "beside the others": lambda a, b, c: c / (a + b)},
    ),
}
