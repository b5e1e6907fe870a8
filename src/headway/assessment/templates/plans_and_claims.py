"""Solvers: plans, priorities, claims."""

from math import ceil

from headway.assessment.templates.solving import Solver

BUDGET_WEEKS = 6


def _most(x: int, y: int, z: int) -> int:
    ideas = ((4, x), (3, y), (3, z))
    chosen = ([idea for bit, idea in enumerate(ideas) if mask >> bit & 1] for mask in range(8))
    return max(sum(worth for _, worth in some) for some in chosen if sum(weeks for weeks, _ in some) <= BUDGET_WEEKS)


SOLVERS = {
    "pm-longest-way-through": Solver(
        lambda a, b, c, d: a + max(b, c) + d,
        {
            "one after the other": lambda a, b, c, d: a + b + c + d,
            "the shorter way": lambda a, b, c, d: a + min(b, c) + d,
            "the mean of both ways": lambda a, b, c, d: a + (b + c) / 2 + d,
        },
    ),
    "pm-late-without-harm": Solver(
        lambda a, b, c, e: c + e - b,
        {
            "beside C alone": lambda a, b, c, e: c - b,
            "nothing may be late": lambda a, b, c, e: 0,
            "A is saved too": lambda a, b, c, e: a + c + e - b,
            "as long as E": lambda a, b, c, e: e,
        },
    ),
    "pm-three-guesses": Solver(
        lambda o, m, p: (o + 4 * m + p) / 6,
        {
            "all count the same": lambda o, m, p: (o + m + p) / 3,
            "the likeliest": lambda o, m, p: m,
            "divides by three": lambda o, m, p: (o + 4 * m + p) / 3,
            "the middle of both ends": lambda o, m, p: (o + p) / 2,
        },
    ),
    "pm-cost-in-the-end": Solver(
        lambda b, p, e, s: b * s / e,
        {
            "the rest as planned": lambda b, p, e, s: b - e + s,
            "by what should be done": lambda b, p, e, s: b * s / p,
            "by the lateness": lambda b, p, e, s: b * p / e,
        },
    ),
    "pm-sprints-to-go": Solver(
        lambda a, b, c, r: ceil(3 * r / (a + b + c)),
        {
            "the best sprint": lambda a, b, c, r: ceil(r / max(a, b, c)),
            "the worst sprint": lambda a, b, c, r: ceil(r / min(a, b, c)),
            "rounds down": lambda a, b, c, r: 3 * r // (a + b + c),
        },
    ),
    "prio-cost-of-waiting": Solver(
        lambda a, u, b, v: min(a * u + (a + b) * v, b * v + (a + b) * u),
        {
            "the costlier first": lambda a, u, b, v: b * v + (a + b) * u,
            "each waits for itself": lambda a, u, b, v: a * u + b * v,
            "both wait for all": lambda a, u, b, v: (a + b) * (u + v),
            "while it is not begun": lambda a, u, b, v: a * v,
        },
    ),
    "prio-score-of-an-idea": Solver(
        lambda r, i, c, w: r * i * c / 100 / w,
        {
            "work counts for it": lambda r, i, c, w: r * i * c / 100 * w,
            "all are sure": lambda r, i, c, w: r * i / w,
            "work is free": lambda r, i, c, w: r * i * c / 100,
        },
    ),
    "prio-most-in-six-weeks": Solver(
        _most,
        {
            "the largest first": lambda x, y, z: x,
            "any two fit": lambda x, y, z: x + y,
            "a part of an idea": lambda x, y, z: x + y * 2 / 3,
        },
    ),
    "prio-days-for-new-work": Solver(
        lambda n, d, v, f: (n * d - v) * (100 - f) / 100,
        {
            "holidays of each": lambda n, d, v, f: n * (d - v) * (100 - f) / 100,
            "faults of all days": lambda n, d, v, f: n * d * (100 - f) / 100 - v,
            "the share of faults": lambda n, d, v, f: (n * d - v) * f / 100,
        },
    ),
    "prio-fewer-begun-at-once": Solver(
        lambda n, t, m: m / t,
        {
            "as before": lambda n, t, m: n / t,
            "the difference": lambda n, t, m: (n - m) / t,
            "times the pace": lambda n, t, m: m * t,
        },
    ),
    "ct-rate-over-both-groups": Solver(
        lambda a, b, n, m: (a * n + b * m) / (n + m),
        {
            "the mean of the rates": lambda a, b, n, m: (a + b) / 2,
            "exchanges the groups": lambda a, b, n, m: (a * m + b * n) / (n + m),
            "the larger group": lambda a, b, n, m: b,
        },
    ),
    "ct-down-and-up-again": Solver(
        lambda a, b: 100 * (1 - (1 - a / 100) * (1 + b / 100)),
        {
            "shares of different wholes": lambda a, b: a - b,
            "the first step alone": lambda a, b: a,
            "what is left": lambda a, b: 100 * (1 - a / 100) * (1 + b / 100),
        },
    ),
}
