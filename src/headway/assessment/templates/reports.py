"""Solvers: dashboards and reports."""

from headway.assessment.templates.solving import Solver

HOUR = 3600
MINUTES = 1440
YEAR = 12

SOLVERS = {
    "dh-hours-of-queries": Solver(
        lambda k, s, u, v: k * s * u * v / HOUR,
        {
            "one chart": lambda k, s, u, v: s * u * v / HOUR,
            "each person once": lambda k, s, u, v: k * s * u / HOUR,
            "in minutes": lambda k, s, u, v: k * s * u * v / 60,
        },
    ),
    "dh-results-that-are-kept": Solver(
        lambda k, s, m: k * s * MINUTES / m / HOUR,
        {
            "one chart": lambda k, s, m: s * MINUTES / m / HOUR,
            "once a day": lambda k, s, m: k * s / HOUR,
            "every minute": lambda k, s, m: k * s * MINUTES / HOUR,
        },
    ),
    "dh-share-under-a-filter": Solver(
        lambda n, a, r, w: 100 * w / a,
        {
            "of those returned": lambda n, a, r, w: 100 * w / r,
            "of all orders": lambda n, a, r, w: 100 * w / n,
            "all that was returned": lambda n, a, r, w: 100 * r / n,
        },
    ),
    "rp-plan-to-date": Solver(
        lambda p, m, a: 100 * a / (p * m / YEAR),
        {"of the whole year": lambda p, m, a: 100 * a / p, "of one month": lambda p, m, a: 100 * a / (p / YEAR)},
    ),
    "rp-what-is-still-needed": Solver(
        lambda p, m, a: (p - a) / (YEAR - m),
        {
            "the plan of a month": lambda p, m, a: p / YEAR,
            "over the whole year": lambda p, m, a: (p - a) / YEAR,
            "what has come in": lambda p, m, a: a / m,
        },
    ),
    "rp-index-that-rises": Solver(
        lambda a, b: 100 * (b - a) / a,
        {
            "points": lambda a, b: b - a,
            "since 2020": lambda a, b: b - 100,
            "of the new one": lambda a, b: 100 * (b - a) / b,
        },
    ),
    "rp-part-of-the-growth": Solver(
        lambda s, t, n, m: 100 * (m - n) / (t - s),
        {
            "growth of the part": lambda s, t, n, m: 100 * (m - n) / n,
            "the part now": lambda s, t, n, m: 100 * m / t,
            "of the old whole": lambda s, t, n, m: 100 * (m - n) / s,
        },
    ),
}
