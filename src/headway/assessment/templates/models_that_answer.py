"""Solvers: models that answer in time."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "inf-tokens-by-bandwidth": Solver(
        lambda w, b: b / w,
        {
            "the wrong way": lambda w, b: w / b,
            "bandwidth alone": lambda w, b: b,
            "a byte is a token": lambda w, b: b * w,
        },
    ),
    "inf-cache-with-grouped-queries": Solver(
        lambda n, q, g, h: 2 * n * g * h * 2 / 1000,
        {
            "a key for each query head": lambda n, q, g, h: 2 * n * q * h * 2 / 1000,
            "keys alone, or a byte a number": lambda n, q, g, h: n * g * h * 2 / 1000,
            "one layer": lambda n, q, g, h: 2 * g * h * 2 / 1000,
        },
    ),
    "inf-requests-that-fit": Solver(
        lambda m, w, k: (m - w) * 1000 // k,
        {
            "weights take nothing": lambda m, w, k: m * 1000 // k,
            "weights for each": lambda m, w, k: m * 1000 // (w * 1000 + k),
            "rounds up": lambda m, w, k: -(-(m - w) * 1000 // k),
        },
    ),
    "dst-parent-in-a-heap": Solver(
        lambda i: (i - 1) // 2,
        {"counts from one": lambda i: i // 2, "a child": lambda i: 2 * i + 1, "the one before": lambda i: i - 1},
    ),
}
