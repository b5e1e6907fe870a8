"""Solvers: whole solutions."""

from math import ceil

from headway.assessment.templates.solving import Solver

HOUR = 3600
MONTH = 30 * 24 * 60


def servers(u: int, r: int, p: int, s: int) -> int:
    """Servers that the busiest hour needs, none to spare."""
    return ceil(u * 1000 * r * p / 100 / HOUR / s)


SOLVERS = {
    "sa-two-copies-in-a-chain": Solver(
        lambda a, b, c: a * (1 - (1 - b / 100) ** 2) * c / 100,
        {
            "one copy": lambda a, b, c: a * b * c / 1e4,
            "both copies are needed": lambda a, b, c: a * b * b * c / 1e6,
            "the weakest part": lambda a, b, c: min(a, b, c),
            "the copies cannot fail": lambda a, b, c: a * c / 100,
        },
    ),
    "sa-buy-or-build": Solver(
        lambda f, u, b, m, y: abs(f * u * y / 1000 - b - m * y),
        {
            "one year": lambda f, u, b, m, y: abs(f * u / 1000 - b - m),
            "building costs once": lambda f, u, b, m, y: abs(f * u * y / 1000 - b),
            "the cheaper way's cost": lambda f, u, b, m, y: min(f * u * y / 1000, b + m * y),
        },
    ),
    "sa-servers-for-the-busiest-hour": Solver(
        lambda u, r, p, s: servers(u, r, p, s) + 1,
        {
            "none to spare": servers,
            "an even day": lambda u, r, p, s: ceil(u * 1000 * r / 24 / HOUR / s) + 1,
            "twice as many": lambda u, r, p, s: 2 * servers(u, r, p, s),
        },
    ),
    "sa-time-with-a-way-out": Solver(
        lambda t, p, m, s: (p * m + (100 - p) * (t + s)) / 100,
        {
            "the limit costs nothing": lambda t, p, m, s: (p * m + (100 - p) * s) / 100,
            "the simpler service costs nothing": lambda t, p, m, s: (p * m + (100 - p) * t) / 100,
            "both in all calls": lambda t, p, m, s: m + s,
        },
    ),
    "ca-machines-when-a-zone-fails": Solver(
        lambda n, z: ceil(n / (z - 1)) * z,
        {
            "a zone's share on top": lambda n, z: n + ceil(n / z),
            "none to spare": lambda n, z: n,
            "all twice": lambda n, z: 2 * n,
        },
    ),
    "ca-minutes-without-service": Solver(
        lambda a: (100 - a) / 100 * MONTH,
        {
            "a year": lambda a: (100 - a) / 100 * 365 * 24 * 60,
            "per cent are shares": lambda a: (100 - a) * MONTH,
            "in hours": lambda a: (100 - a) / 100 * 30 * 24,
        },
    ),
    "ca-bill-of-old-and-new-files": Solver(
        lambda g, p, q, m: g * 1000 * (p + (m - 1) * q) / 100,
        {
            "all are new": lambda g, p, q, m: g * 1000 * m * p / 100,
            "all are old": lambda g, p, q, m: g * 1000 * m * q / 100,
            "a month too many": lambda g, p, q, m: g * 1000 * (p + m * q) / 100,
            "in cents": lambda g, p, q, m: g * 1000 * (p + (m - 1) * q),
        },
    ),
}
