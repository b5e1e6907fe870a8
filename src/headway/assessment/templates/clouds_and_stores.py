"""Solvers: warehouses and clouds in use."""

from headway.assessment.templates.solving import Solver

HOUR = 60
YEAR = 365
MEDIUM = 4
"""Credits an hour: two sizes above the smallest."""

SOLVERS = {
    "sf-cost-of-a-medium-one": Solver(
        lambda p, h: MEDIUM * h * p,
        {
            "the third size is three": lambda p, h: 3 * h * p,
            "one size up": lambda p, h: 2 * h * p,
            "credits": lambda p, h: MEDIUM * h,
        },
    ),
    "sf-one-size-larger": Solver(
        lambda k: 2 * k / 100,
        {"time alone": lambda k: k / 100, "size alone": lambda k: 2, "larger saves": lambda k: k / 200},
    ),
    "sf-idle-until-it-stops": Solver(
        lambda m, q, s: HOUR / m * (q + s),
        {
            "only while it works": lambda m, q, s: HOUR / m * q,
            "always": lambda m, q, s: HOUR,
            "idle alone": lambda m, q, s: HOUR / m * s,
        },
    ),
    "gcp-week-of-a-year": Solver(
        lambda t, k, c, p: 100 * t * k / YEAR * c / 100 * p,
        {
            "all columns": lambda t, k, c, p: 100 * t * k / YEAR * p,
            "all days": lambda t, k, c, p: 100 * t * c / 100 * p,
            "in USD": lambda t, k, c, p: t * k / YEAR * c / 100 * p,
        },
    ),
    "az-hours-that-pay-a-reservation": Solver(
        lambda p, r: r / p,
        {"the wrong way": lambda p, r: p / r, "all hours": lambda p, r: 24 * 30, "times the price": lambda p, r: r * p},
    ),
}
