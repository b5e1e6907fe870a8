"""Solvers: warehouses."""

from headway.assessment.templates.solving import Solver

BYTES, SQUEEZED = 8, 5


def minutes(n: float, r: float) -> float:
    """n million rows at r thousand a second."""
    return n * 1000 / r / 60


SOLVERS = {
    "dw-megabytes-by-columns": Solver(
        lambda n, c, k: n * k * BYTES / SQUEEZED,
        {
            "whole rows are read": lambda n, c, k: n * c * BYTES / SQUEEZED,
            "forgets the compression": lambda n, c, k: n * k * BYTES,
            "one column": lambda n, c, k: n * BYTES / SQUEEZED,
        },
    ),
    "dw-price-of-partitions": Solver(
        lambda g, p, d: g * d * p / 1000,
        {"the whole table is read": lambda g, p, d: g * 365 * p / 1000, "one day": lambda g, p, d: g * p / 1000},
    ),
    "etl-rows-after-an-upsert": Solver(
        lambda n, m, k: n + m - k,
        {
            "all are appended": lambda n, m, k: n + m,
            "the file replaces the table": lambda n, m, k: m,
            "known keys are taken out": lambda n, m, k: n - k,
        },
    ),
    "etl-minutes-of-changed-rows": Solver(
        lambda n, r, p: minutes(n, r) * (100 - p) / 100,
        {
            "what is still needed": lambda n, r, p: minutes(n, r) * p / 100,
            "the full load": lambda n, r, p: minutes(n, r),
        },
    ),
    "dbt-models-with-a-plus": Solver(
        lambda n, k: 1 + n + n * k,
        {
            "the model alone": lambda n, k: 1,
            "one step further only": lambda n, k: 1 + n,
            "without the model itself": lambda n, k: n + n * k,
        },
    ),
    "dbt-number-of-tests": Solver(
        lambda a, b: 2 * a + b,
        {
            "one for each column": lambda a, b: a + b,
            "one for each kind": lambda a, b: 3,
            "all kinds for all": lambda a, b: 3 * (a + b),
        },
    ),
}
