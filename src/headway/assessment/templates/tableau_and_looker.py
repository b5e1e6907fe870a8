"""Solvers: Tableau and Looker."""

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "tb-running-total": Solver(
        lambda a, b, c: a + b + c,
        {"the month alone": lambda a, b, c: c, "the month before": lambda a, b, c: a + b, "two": lambda a, b, c: b + c},
    ),
    "tb-customers-counted-once": Solver(
        lambda x, y: len({"Ana", "Ben", "Cem", x, y}),
        {"the orders": lambda x, y: 6, "those with one order": lambda x, y: 1, "those with more": lambda x, y: 2},
    ),
    "tb-ratio-of-sums": Solver(
        lambda a, s, b, t: 100 * (a + b) / (s + t),
        {
            "adds the ratios": lambda a, s, b, t: 100 * (a / s + b / t),
            "mean of the ratios": lambda a, s, b, t: 50 * (a / s + b / t),
            "the last order": lambda a, s, b, t: 100 * b / t,
        },
    ),
    "tb-sum-of-ratios": Solver(
        lambda a, s, b, t: 100 * (a / s + b / t),
        {
            "ratio of the sums": lambda a, s, b, t: 100 * (a + b) / (s + t),
            "mean of the ratios": lambda a, s, b, t: 50 * (a / s + b / t),
            "the last order": lambda a, s, b, t: 100 * b / t,
        },
    ),
    "tb-average-over-rows": Solver(
        lambda n, x, m, y: (n * x + m * y) / (n + m),
        {
            "mean of the means": lambda n, x, m, y: (x + y) / 2,
            "weights exchanged": lambda n, x, m, y: (m * x + n * y) / (n + m),
            "adds the means": lambda n, x, m, y: x + y,
        },
    ),
    "tb-fixed-to-a-region": Solver(
        lambda a, b, c: a + b,
        {"the city": lambda a, b, c: a, "everything": lambda a, b, c: a + b + c, "mean": lambda a, b, c: (a + b) / 2},
    ),
    "tb-fixed-under-a-filter": Solver(
        lambda a, b: a + b, {"filtered first": lambda a, b: a, "what was taken out": lambda a, b: b}
    ),
    "lk-count-with-a-filter": Solver(
        lambda n, r, c: r + c,
        {
            "the first word alone": lambda n, r, c: r,
            "both at once": lambda n, r, c: 0,
            "no filter": lambda n, r, c: n + r + c,
            "the others": lambda n, r, c: n,
        },
    ),
    "lk-order-in-a-tier": Solver(
        lambda x, y: sum(20 <= each < 50 for each in (4, 10, x, 20, y, 35, 50)),
        {
            "the end counts too": lambda x, y: sum(20 <= each <= 50 for each in (4, 10, x, 20, y, 35, 50)),
            "the beginning does not": lambda x, y: sum(20 < each < 50 for each in (4, 10, x, 20, y, 35, 50)),
            "all from there on": lambda x, y: sum(each >= 20 for each in (4, 10, x, 20, y, 35, 50)),
        },
    ),
    "lk-ratio-in-the-total": Solver(
        lambda a, s, b, t: 100 * (a + b) / (s + t),
        {
            "adds the ratios": lambda a, s, b, t: 100 * (a / s + b / t),
            "mean of the ratios": lambda a, s, b, t: 50 * (a / s + b / t),
            "the north alone": lambda a, s, b, t: 100 * a / s,
        },
    ),
    "lk-total-over-a-join": Solver(
        lambda a, k, b: a + b,
        {
            "once for each item": lambda a, k, b: a * k + b,
            "divides by the items": lambda a, k, b: a / k + b,
            "the first alone": lambda a, k, b: a,
        },
    ),
    "lk-join-declared-wrongly": Solver(
        lambda a, k, b: a * k + b,
        {
            "once for each order": lambda a, k, b: a + b,
            "each by all items": lambda a, k, b: (a + b) * (k + 1),
            "the first alone": lambda a, k, b: a * k,
        },
    ),
}
