"""Solvers: clouds."""

from math import ceil

from headway.assessment.templates.solving import Solver

GIB = 1024
MONTHS = 12

SOLVERS = {
    "aws-month-of-a-bucket": Solver(
        lambda g, p, r, q: g * p + r * q,
        {
            "storage only": lambda g, p, r, q: g * p,
            "each read costs the price": lambda g, p, r, q: g * p + r * 1000 * q,
        },
    ),
    "aws-gigabyte-seconds": Solver(
        lambda m, n, d: n * d / 1000 * m / GIB,
        {
            "forgets the memory": lambda m, n, d: n * d / 1000,
            "in ms": lambda m, n, d: n * d * m / GIB,
            "one run": lambda m, n, d: d / 1000 * m / GIB,
        },
    ),
    "aws-spot-with-repeats": Solver(
        lambda p, h, s, x: p * h * (1 - s / 100 * (1 + x / 100)),
        {
            "nothing is done again": lambda p, h, s, x: p * h * (1 - s / 100),
            "what it costs": lambda p, h, s, x: p * h * s / 100 * (1 + x / 100),
            "repeats at the full price": lambda p, h, s, x: p * h * (1 - s / 100 - x / 100),
        },
    ),
    "aws-price-of-downloads": Solver(
        lambda p, f, n, m: (n * m / 1000 - f) * p,
        {"nothing is free": lambda p, f, n, m: n * m / 1000 * p, "free for each user": lambda p, f, n, m: 0},
    ),
    "gcp-limit-saves-nothing": Solver(
        lambda t, c, p: 2 * t / c * p,
        {
            "a limit reads ten rows": lambda t, c, p: 0,
            "whole rows are read": lambda t, c, p: t * p,
            "one column": lambda t, c, p: t / c * p,
        },
    ),
    "gcp-instances-of-a-service": Solver(
        lambda r, t, c: ceil(r * t / 1000 / c),
        {
            "one request at a time": lambda r, t, c: ceil(r * t / 1000),
            "a second for each": lambda r, t, c: ceil(r / c),
            "rounds down": lambda r, t, c: r * t // 1000 // c,
        },
    ),
    "gcp-instances-that-keep-up": Solver(
        lambda r, t, c: ceil(r * t / 1000 / c),
        {
            "one request at a time": lambda r, t, c: ceil(r * t / 1000),
            "a second for each": lambda r, t, c: ceil(r / c),
            "rounds down": lambda r, t, c: r * t // 1000 // c,
        },
    ),
    "az-year-in-the-archive": Solver(
        lambda a, r, g, k: g * (MONTHS * a + k * r),
        {
            "reading back is free": lambda a, r, g, k: g * MONTHS * a,
            "one month": lambda a, r, g, k: g * (a + k * r),
            "reads in every month": lambda a, r, g, k: g * MONTHS * (a + k * r),
        },
    ),
}
