"""Solvers: products."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "pd-worth-of-a-customer": Solver(
        lambda m, g, c: m * g / c,
        {
            "forgets the costs": lambda m, g, c: m * 100 / c,
            "a month": lambda m, g, c: m * g / 100,
            "a year": lambda m, g, c: 12 * m * g / 100,
        },
    ),
    "pd-more-who-pay": Solver(
        lambda n, a, b, c, d: n * a * b * (d - c) / 1e6,
        {
            "all who pay then": lambda n, a, b, c, d: n * a * b * d / 1e6,
            "of the visitors": lambda n, a, b, c, d: n * (d - c) / 100,
            "of those who sign up": lambda n, a, b, c, d: n * a * (d - c) / 1e4,
        },
    ),
    "pd-cost-of-one-who-pays": Solver(
        lambda k, n, s, p: k / (n * s * p / 1e4),
        {
            "a visitor": lambda k, n, s, p: k / n,
            "one who signs up": lambda k, n, s, p: k / (n * s / 100),
            "of the visitors": lambda k, n, s, p: k / (n * p / 100),
        },
    ),
}
