"""Solvers: figures for decisions."""

from headway.assessment.templates.solving import Solver

LAST_YEAR = (100, 110, 90, 120)
PEOPLE = 10_000

SOLVERS = {
    "bi-different-people-in-two-weeks": Solver(
        lambda a, b, c: a + b - c,
        {
            "people add up": lambda a, b, c: a + b,
            "those of both weeks go": lambda a, b, c: a + b - 2 * c,
            "the larger week": lambda a, b, c: max(a, b),
        },
    ),
    "bi-up-to-the-same-month": Solver(
        lambda a, b, c: 100 * (a + b + c) / sum(LAST_YEAR[:3]) - 100,
        {
            "April of last year counts": lambda a, b, c: 100 * (a + b + c) / sum(LAST_YEAR) - 100,
            "a mean of the months": lambda a, b, c: 100 * (a / 100 + b / 110 + c / 90) / 3 - 100,
            "March alone": lambda a, b, c: 100 * c / 90 - 100,
            "as a ratio": lambda a, b, c: 100 * (a + b + c) / sum(LAST_YEAR[:3]),
        },
    ),
    "bi-stock-of-a-quarter": Solver(
        lambda a, b, c, d: c + d,
        {
            "months add up": lambda a, b, c, d: a + b + c + 30 + 50 + d,
            "mean of the months": lambda a, b, c, d: (a + b + c + 30 + 50 + d) / 3,
            "one shop": lambda a, b, c, d: c,
        },
    ),
    "st-rise-in-plain-numbers": Solver(
        lambda p, a: a * p / 100,
        {
            "points of ten thousand": lambda p, a: p * 100,
            "the new number": lambda p, a: a * (1 + p / 100),
            "per cent are cases": lambda p, a: p,
        },
    ),
    "st-one-complaint-fewer": Solver(
        lambda a, b: 1000 / (a - b),
        {
            "the fall in per cent": lambda a, b: 100 * (a - b) / a,
            "the fall itself": lambda a, b: a - b,
            "orders to a complaint": lambda a, b: 1000 / b,
        },
    ),
    "st-drawn-larger-than-it-is": Solver(
        lambda a, b, h, k: (k - h) / h / ((b - a) / a),
        {
            "sizes in place of growth": lambda a, b, h, k: k / h / (b / a),
            "the other way": lambda a, b, h, k: (b - a) / a / ((k - h) / h),
            "millimetres to units": lambda a, b, h, k: (k - h) / (b - a),
        },
    ),
    "st-positive-tests-in-ten-thousand": Solver(
        lambda p, s, f: (p * s + (100 - p) * f) * PEOPLE / 1e4,
        {
            "the ill alone": lambda p, s, f: p * s * PEOPLE / 1e4,
            "the healthy alone": lambda p, s, f: (100 - p) * f * PEOPLE / 1e4,
            "all can be false": lambda p, s, f: (p * s + 100 * f) * PEOPLE / 1e4,
        },
    ),
    "dk-margin-of-a-shop": Solver(
        lambda c, p: 100 * (p - c) / p,
        {
            "of what was paid": lambda c, p: 100 * (p - c) / c,
            "the cost": lambda c, p: 100 * c / p,
            "in EUR": lambda c, p: p - c,
        },
    ),
    "dk-energy-of-a-heater": Solver(
        lambda k, m: k * m / 60,
        {
            "minutes are hours": lambda k, m: k * m,
            "power is energy": lambda k, m: k,
            "divides by hours": lambda k, m: k / (m / 60),
        },
    ),
    "dk-beds-in-use": Solver(
        lambda b, n, d: 100 * n * d / (b * 30),
        {
            "patients to beds": lambda b, n, d: 100 * n / (b * 30),
            "stays are days": lambda b, n, d: 100 * n / (b * d),
            "the free ones": lambda b, n, d: 100 - 100 * n * d / (b * 30),
        },
    ),
    "dk-loss-that-a-bank-expects": Solver(
        lambda e, p, r: e * p / 100 * (1 - r / 100),
        {
            "nothing comes back": lambda e, p, r: e * p / 100,
            "what comes back": lambda e, p, r: e * p / 100 * r / 100,
            "adds the rates": lambda e, p, r: e * (p + r) / 100,
        },
    ),
}
