"""Solvers: relational databases and stars."""

from headway.assessment.templates.solving import Solver


def days(a: int, b: int) -> int:
    """Of the years a to b; no full century that is not leap lies among them."""
    return 365 * (b - a + 1) + sum(year % 4 == 0 for year in range(a, b + 1))


SOLVERS = {
    "rd-rows-of-a-left-join": Solver(
        lambda n, k, p: n - k + k * p,
        {
            "those with a partner only": lambda n, k, p: k * p,
            "a row for each customer": lambda n, k, p: n,
            "all and their partners": lambda n, k, p: n + k * p,
        },
    ),
    "rd-after-a-rollback": Solver(
        lambda a, x, y: a - y,
        {
            "what is rolled back counts": lambda a, x, y: a - x - y,
            "a rollback adds": lambda a, x, y: a + x - y,
            "a rollback goes on": lambda a, x, y: a,
        },
    ),
    "dd-rows-of-a-calendar": Solver(
        days,
        {"no leap years": lambda a, b: 365 * (b - a + 1), "without the last year": lambda a, b: days(a, b - 1)},
    ),
    "dd-rows-of-a-snapshot": Solver(
        lambda n, t, m: n * m,
        {
            "a row for each booking": lambda n, t, m: n * t * m,
            "the newest only": lambda n, t, m: n,
            "a row for each month": lambda n, t, m: m,
        },
    ),
}
