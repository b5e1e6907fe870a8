"""Solvers: how data are laid out in a firm."""

from math import comb

from headway.assessment.templates.solving import Solver

HOUR = 60

SOLVERS = {
    "da-links-without-a-hub": Solver(
        lambda n: comb(n, 2) - n,
        {
            "each link twice": lambda n: n * (n - 1) - n,
            "links before": lambda n: comb(n, 2),
            "the hub has none": lambda n: n - 1,
        },
    ),
    "da-store-of-raw-data": Solver(
        lambda g, d, r, c: g * d * r * c / 100 / 1000,
        {
            "one copy": lambda g, d, r, c: g * d * c / 100 / 1000,
            "not compressed": lambda g, d, r, c: g * d * r / 1000,
            "saves what it takes": lambda g, d, r, c: g * d * r * (100 - c) / 100 / 1000,
        },
    ),
    "da-lost-with-the-first-house": Solver(
        lambda h, m: h * HOUR + m,
        {
            "from copy to copy": lambda h, m: h * HOUR,
            "the time of copying": lambda h, m: m,
            "half on average": lambda h, m: (h * HOUR + m) / 2,
            "copying saves time": lambda h, m: h * HOUR - m,
        },
    ),
    "da-report-through-three-systems": Solver(
        lambda a, b, c: a * b * c / 10_000,
        {
            "the weakest decides": lambda a, b, c: min(a, b, c),
            "the mean": lambda a, b, c: (a + b + c) / 3,
            "one of them is enough": lambda a, b, c: 100 - (100 - a) * (100 - b) * (100 - c) / 10_000,
        },
    ),
}
