"""Solvers: measures, spreadsheets."""

from headway.assessment.templates.solving import Solver

MONTHS = 12
BANDS = ((0, 5), (1000, 8), (5000, 12))
FOUND = (4, 0)
"""The numbers that are always in the column."""


def band(x: float) -> int:
    """The value beside the last bound that is not above x."""
    return [value for bound, value in BANDS if bound <= x][-1]


def nearest(x: float) -> int:
    return min(BANDS, key=lambda each: abs(each[0] - x))[1]


def positive(a: float, b: float) -> int:
    return sum(x > 0 for x in (*FOUND, a, b))


SOLVERS = {
    "me-still-there-in-week-four": Solver(
        lambda n, a, b, k: 100 * b / n,
        {
            "new users count too": lambda n, a, b, k: 100 * (b + k) / n,
            "of those of week 2": lambda n, a, b, k: 100 * b / a,
            "week 2": lambda n, a, b, k: 100 * a / n,
        },
    ),
    "me-net-promoters": Solver(
        lambda n, p, d: 100 * (p - d) / n,
        {
            "promoters only": lambda n, p, d: 100 * p / n,
            "those in the middle do not count": lambda n, p, d: 100 * (p - d) / (p + d),
            "the difference of the counts": lambda n, p, d: p - d,
        },
    ),
    "me-churn-of-a-year": Solver(
        lambda c: 100 * (1 - (1 - c / 100) ** MONTHS),
        {"adds the months": lambda c: MONTHS * c, "those who stay": lambda c: 100 * (1 - c / 100) ** MONTHS},
    ),
    "me-worth-of-a-customer": Solver(
        lambda m, g, t, w: m * g / 100 * t / w,
        {
            "all that is paid": lambda m, g, t, w: m * t / w,
            "one month": lambda m, g, t, w: m * g / 100 / w,
            "the difference": lambda m, g, t, w: m * g / 100 * t - w,
        },
    ),
    "xl-dollar-signs": Solver(
        lambda a, b, f, g: b * f,
        {
            "both cells move": lambda a, b, f, g: b * g,
            "no cell moves": lambda a, b, f, g: a * f,
            "the sign holds the other": lambda a, b, f, g: a * g,
        },
    ),
    "xl-lookup-of-a-band": Solver(
        band, {"the nearest bound": nearest, "the place of the row": lambda x: 1 + (x >= 1000)}
    ),
    "xl-average-with-a-gap": Solver(
        lambda a, b, c: (a + b + c) / 3,
        {"an empty cell is 0": lambda a, b, c: (a + b + c) / 4, "the sum": lambda a, b, c: a + b + c},
    ),
    "xl-sum-where-two-hold": Solver(
        lambda a, b, c, d: a + d,
        {
            "more than 10 only": lambda a, b, c, d: d,
            "one of the two is enough": lambda a, b, c, d: a + b + c + d,
            "the second counts alone": lambda a, b, c, d: a + b + d,
            "the first counts alone": lambda a, b, c, d: a + c + d,
            "counts the rows": lambda a, b, c, d: 2,
        },
    ),
    "xl-if-inside-if": Solver(
        lambda a, b: (a + b if b > 5 else a) if a > 10 else 2 * b,
        {
            "exchanges the outer branches": lambda a, b: 2 * b if a > 10 else (a + b if b > 5 else a),
            "exchanges the inner branches": lambda a, b: (a if b > 5 else a + b) if a > 10 else b,
        },
    ),
    "xl-count-of-what": Solver(
        lambda a, b: 40 + positive(a, b),
        {
            "texts count too": lambda a, b: 50 + positive(a, b),
            "all cells count": lambda a, b: 60 + positive(a, b),
            "zero is above zero": lambda a, b: 41 + positive(a, b),
        },
    ),
}
