"""Solvers: markets and rules."""

from math import ceil

from headway.assessment.templates.solving import Solver


def added(n: int, p: float, c: int, r: int, s: int) -> float:
    """Profit after a rise of the price less the profit before."""
    return n * (1 - s / 100) * (p * (1 + r / 100) - c) - n * (p - c)


SOLVERS = {
    "pst-size-of-a-market": Solver(
        lambda n, p, q, e: n * p * q * e / 1e7,
        {
            "all firms": lambda n, p, q, e: n * e / 1e3,
            "all with the problem": lambda n, p, q, e: n * p * e / 1e5,
            "a thousand for a million": lambda n, p, q, e: n * p * q * e / 1e4,
        },
    ),
    "pst-customers-without-loss": Solver(
        lambda f, c, p: ceil(f * 1000 / (p - c)),
        {
            "customers cost nothing": lambda f, c, p: ceil(f * 1000 / p),
            "rounded down": lambda f, c, p: (f * 1000 - 1) // (p - c),
            "costs add up": lambda f, c, p: ceil(f * 1000 / (p + c)),
        },
    ),
    "pst-higher-price-fewer-customers": Solver(
        added,
        {
            "nobody leaves": lambda n, p, c, r, s: n * p * r / 100,
            "revenue alone": lambda n, p, c, r, s: n * p * ((1 - s / 100) * (1 + r / 100) - 1),
            "per cent are taken off": lambda n, p, c, r, s: n * (p - c) * (r - s) / 100,
        },
    ),
    "pst-taken-from-the-old-product": Solver(
        lambda n, m, k, o: n * (m - k / 100 * o) / 1000,
        {
            "all is new": lambda n, m, k, o: n * m / 1000,
            "those of the old one earn nothing": lambda n, m, k, o: n * m * (1 - k / 100) / 1000,
            "all leave the old one": lambda n, m, k, o: n * (m - o) / 1000,
        },
    ),
    "rc-year-of-deletion": Solver(
        lambda k, m, y: y + k + 1,
        {"from the day it was made": lambda k, m, y: y + k, "one year more": lambda k, m, y: y + k + 2},
    ),
    "rc-hours-left-to-report": Solver(
        lambda a, b: 72 - (3 * 24 - a + b),
        {
            "weekends do not count": lambda a, b: 72 - (24 - a + b),
            "a day more": lambda a, b: 96 - (3 * 24 - a + b),
            "hours that are gone": lambda a, b: 3 * 24 - a + b,
        },
    ),
    "rc-highest-fine": Solver(
        lambda m, p, t: max(m, p * t / 100),
        {"the lower one": lambda m, p, t: min(m, p * t / 100), "both": lambda m, p, t: m + p * t / 100},
    ),
}
