"""Solvers: everyday work."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "se-tests-that-passed": Solver(
        lambda n, f, s: n - f - s,
        {"skipped ones pass": lambda n, f, s: n - f, "those that do not": lambda n, f, s: f + s},
    ),
    "se-hours-of-building": Solver(
        lambda m, c: m * c / 60, {"minutes": lambda m, c: m * c, "one change": lambda m, c: m / 60}
    ),
    "se-modules-that-may-change": Solver(
        lambda x, y: 2 + (x == "D") + (y == "D"),
        {
            "direct ones alone": lambda x, y: 1 + (x == "D") + (y == "D"),
            "those that D imports": lambda x, y: 0,
            "every module": lambda x, y: 5,
        },
    ),
    "se-users-who-meet-a-fault": Solver(
        lambda s, n, p: n * (100 - s) / 100 * p / 100,
        {
            "those who meet it": lambda s, n, p: n * s / 100 * p / 100,
            "if all had it": lambda s, n, p: n * p / 100,
            "those without the release": lambda s, n, p: n * (100 - s) / 100,
        },
    ),
    "ml-columns-that-are-features": Solver(
        lambda n, c: c - 2,
        {"the number too": lambda n, c: c - 1, "every column": lambda n, c: c, "rows": lambda n, c: n},
    ),
    "ml-spam-that-came-through": Solver(
        lambda s, m, k: s - k,
        {
            "good mails that were marked": lambda s, m, k: m - k,
            "more spam than marks": lambda s, m, k: s - m,
            "all that is not marked": lambda s, m, k: 500 - m,
        },
    ),
    "ml-error-of-three-predictions": Solver(
        lambda a, b, c: (a + b + c) / 3,
        {
            "signs cancel": lambda a, b, c: (a - b + c) / 3,
            "the sum": lambda a, b, c: a + b + c,
            "the mean of the squares": lambda a, b, c: (a * a + b * b + c * c) / 3,
        },
    ),
    "ml-error-after-doublings": Solver(
        lambda d, e, k: e * (1 - d / 100) ** (k.bit_length() - 1),
        {
            "one doubling": lambda d, e, k: e * (1 - d / 100),
            "a step for each time": lambda d, e, k: e * (1 - d / 100) ** k,
            "in proportion": lambda d, e, k: e / k,
        },
    ),
    "ml-precision-in-another-city": Solver(
        lambda t, f, q: t * q / (t * q + f * (100 - q)),
        {
            "half are positive": lambda t, f, q: t / (t + f),
            "the recall": lambda t, f, q: t / 100,
            "all that are marked": lambda t, f, q: (t * q + f * (100 - q)) / 10000,
        },
    ),
    "ml-cases-that-are-set-aside": Solver(
        lambda p, a, h, m: (p * a + (100 - p) * h) / 100 - m,
        {
            "the pair itself": lambda p, a, h, m: (p * a + (100 - p) * h) / 100,
            "the model's part alone": lambda p, a, h, m: a - m,
            "people alone": lambda p, a, h, m: h - m,
        },
    ),
}
