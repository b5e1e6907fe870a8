"""Solvers: reading data."""

from math import log10, sqrt

from headway.assessment.templates.solving import Solver

BEYOND = {1: 16.0, 2: 2.5, 3: 0.15}


def false_share(p: float, power: float = 0.8, level: float = 0.05) -> float:
    """Of the significant results, where p % of the effects are real."""
    return (100 - p) * level / ((100 - p) * level + p * power)


SOLVERS = {
    "da-growth-of-a-share": Solver(
        lambda a, b: 100 * (b - a) / a,
        {"percentage points": lambda a, b: b - a, "of the new share": lambda a, b: 100 * (b - a) / b},
    ),
    "da-growth-of-two-years": Solver(
        lambda a, b: (100 + a) * (100 + b) / 100 - 100,
        {"adds the rates": lambda a, b: a + b, "multiplies the rates": lambda a, b: a * b / 100},
    ),
    "da-payers-of-a-funnel": Solver(
        lambda v, s, p: v * s * p / 10_000,
        {"of all visitors": lambda v, s, p: v * p / 100, "adds the shares": lambda v, s, p: v * (s + p) / 100},
    ),
    "da-points-between-shops": Solver(
        lambda a, n, b: 100 * (a / n - b / 1000),
        {
            "difference of the counts": lambda a, n, b: a - b,
            "of one another": lambda a, n, b: 100 * (a / n * 1000 / b - 1),
        },
    ),
    "da-purchases-a-customer": Solver(
        lambda n, m, k: (n + m * k) / (n + m),
        {"both groups count alike": lambda n, m, k: (1 + k) / 2, "all bought often": lambda n, m, k: k},
    ),
    "viz-bars-from-a-raised-axis": Solver(
        lambda a, b, s: (b - s) / (a - s),
        {"ratio of the values": lambda a, b, s: b / a, "difference of the values": lambda a, b, s: b - a},
    ),
    "viz-distance-on-a-log-axis": Solver(
        lambda a, b: round(2 * log10(b / a)),
        {"from one": lambda a, b: 2 * log10(b), "an even scale": lambda a, b: 2 * (b - a) / 9},
    ),
    "viz-radius-of-a-circle": Solver(
        lambda r, k: r * sqrt(k),
        {"radii show the number": lambda r, k: r * k, "the area itself": lambda r, k: r * r * k},
    ),
    "viz-values-in-a-bin": Solver(
        lambda a: 2 + (20 <= a < 30),
        {"both bounds": lambda a: 3 + (20 <= a < 30), "no bound": lambda a: 1 + (20 < a < 30)},
    ),
    "st-mean-without-one": Solver(
        lambda n, m, x: (n * m - x) / (n - 1),
        {"divides by all": lambda n, m, x: (n * m - x) / n, "it stays": lambda n, m, x: m},
    ),
    "st-expected-in-a-table": Solver(
        lambda n, a, b: a * b / n,
        {"all who are ill": lambda n, a, b: b, "half of the ill": lambda n, a, b: b / 2},
    ),
    "st-error-of-a-difference": Solver(
        lambda n, s, m, t: sqrt(s * s / n + t * t / m),
        {
            "adds the errors": lambda n, s, m, t: s / sqrt(n) + t / sqrt(m),
            "subtracts the errors": lambda n, s, m, t: abs(s / sqrt(n) - t / sqrt(m)),
            "forgets the sizes": lambda n, s, m, t: sqrt(s * s + t * t),
        },
    ),
    "st-share-below": Solver(
        lambda n, k: 100 * k / n, {"those above": lambda n, k: 100 * (n - k) / n, "the number": lambda n, k: k}
    ),
    "st-share-beyond-deviations": Solver(
        lambda k: BEYOND[k], {"both sides": lambda k: 2 * BEYOND[k], "those within": lambda k: 100 - 2 * BEYOND[k]}
    ),
    "st-false-among-significant": Solver(
        false_share,
        {"the level": lambda p: 0.05, "one minus the power": lambda p: 0.2, "none real": lambda p: 1 - p / 100},
    ),
}
