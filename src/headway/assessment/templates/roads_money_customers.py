"""Solvers: roadmaps, money and customers."""

from headway.assessment.templates.solving import Solver


def growing(g: int, months: int) -> float:
    """What is brought in when the k-th month brings k times g."""
    return g * months * (months + 1) / 2


SOLVERS = {
    "rm-week-when-all-is-there": Solver(
        lambda a, b, c: max(a + b, c),
        {
            "all one after the other": lambda a, b, c: a + b + c,
            "the longest alone": lambda a, b, c: max(a, b, c),
            "the shorter way": lambda a, b, c: min(a + b, c),
        },
    ),
    "rm-weeks-at-the-pace-so-far": Solver(
        lambda x, y, w: w * y / x,
        {
            "the plan holds from now on": lambda x, y, w: w,
            "late by as many weeks": lambda x, y, w: w + y - x,
            "the other way round": lambda x, y, w: w * x / y,
        },
    ),
    "rm-launch-that-slips": Solver(
        lambda g, n, s: growing(g, n) - growing(g, n - s),
        {
            "the first months are lost": lambda g, n, s: growing(g, s),
            "each month brings as much": lambda g, n, s: g * s,
            "what is still brought in": lambda g, n, s: growing(g, n - s),
        },
    ),
    "rm-worth-of-a-trial": Solver(
        lambda b, p, g, t: (1 - p) * b - t,
        {
            "the trial is free": lambda b, p, g, t: (1 - p) * b,
            "compared with nothing": lambda b, p, g, t: p * (g - b) - t,
            "saved when it works": lambda b, p, g, t: p * b - t,
        },
    ),
    "rm-all-on-time": Solver(
        lambda n, p: 100 - 100 * (p / 100) ** n,
        {
            "as one team": lambda n, p: 100 - p,
            "launches on time": lambda n, p: 100 * (p / 100) ** n,
            "all must be late": lambda n, p: 100 * (1 - p / 100) ** n,
        },
    ),
    "ba-price-with-a-margin": Solver(
        lambda c, m: c / (1 - m / 100),
        {
            "part of the cost": lambda c, m: c * (1 + m / 100),
            "what is left is the price": lambda c, m: c * (1 - m / 100),
            "cost divided by the part": lambda c, m: c / (m / 100),
        },
    ),
    "ba-price-that-is-cut": Solver(
        lambda m, d: 100 * d / (m - d),
        {
            "as much as the price falls": lambda m, d: d,
            "sales in EUR stay": lambda m, d: 100 * d / (100 - d),
            "part of the old rest": lambda m, d: 100 * d / m,
        },
    ),
    "ba-money-that-is-tied-up": Solver(
        lambda k, d, s, c: (k + d - s) * c,
        {
            "suppliers are paid at once": lambda k, d, s, c: (k + d) * c,
            "stock alone": lambda k, d, s, c: k * c,
            "suppliers wait as long again": lambda k, d, s, c: (k + d + s) * c,
        },
    ),
    "ba-order-for-idle-machines": Solver(
        lambda v, f, p, q: (p - v) * q,
        {
            "all costs count": lambda v, f, p, q: (p - v - f) * q,
            "income is profit": lambda v, f, p, q: p * q,
            "machines alone count": lambda v, f, p, q: (p - f) * q,
        },
    ),
    "ba-worth-today-of-two-years": Solver(
        lambda c, a, r: a / (1 + r / 100) + a / (1 + r / 100) ** 2 - c,
        {
            "money costs nothing": lambda c, a, r: 2 * a - c,
            "both after one year": lambda c, a, r: 2 * a / (1 + r / 100) - c,
            "cost is not taken off": lambda c, a, r: a / (1 + r / 100) + a / (1 + r / 100) ** 2,
        },
    ),
    "ba-customers-who-pay-the-rest": Solver(
        lambda f, v, p, s: 1000 * f / (p * (1 - s / 100) - v),
        {
            "the shop takes nothing": lambda f, v, p, s: 1000 * f / (p - v),
            "customers cost nothing": lambda f, v, p, s: 1000 * f / (p * (1 - s / 100)),
            "the shop takes of what is left": lambda f, v, p, s: 1000 * f / ((p - v) * (1 - s / 100)),
        },
    ),
    "cf-happy-ones-who-answer": Solver(
        lambda h, a, b: 100 * h * a / (h * a + (100 - h) * b),
        {
            "who answers is like all": lambda h, a, b: h,
            "of all customers": lambda h, a, b: h * a / 100,
            "groups are as large": lambda h, a, b: 100 * a / (a + b),
        },
    ),
    "cf-one-page-fewer": Solver(
        lambda p, n: n * ((1 - p / 100) ** 3 - (1 - p / 100) ** 4),
        {
            "a page loses of all": lambda p, n: n * p / 100,
            "those who finish now": lambda p, n: n * (1 - p / 100) ** 3,
            "from five to four": lambda p, n: n * ((1 - p / 100) ** 4 - (1 - p / 100) ** 5),
        },
    ),
    "cf-those-who-say-nothing": Solver(
        lambda k, c, x: k * c * x / 100,
        {
            "those who complain are all": lambda k, c, x: c * x / 100,
            "all leave": lambda k, c, x: k * c,
            "the silent ones alone": lambda k, c, x: (k * c - c) * x / 100,
        },
    ),
    "cf-calls-for-one-solution": Solver(
        lambda p: 100 / p,
        {
            "two are enough": lambda p: 1 + (100 - p) / 100,
            "calls that fail": lambda p: (100 - p) / p,
            "divides by the chance of failing": lambda p: 100 / (100 - p),
        },
    ),
}
