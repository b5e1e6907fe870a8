"""Solvers: loops that hold, tests that tell."""

from math import exp

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "ctl-watts-for-an-error": Solver(
        lambda k, w, m: k * (w - m),
        {
            "measured less wanted": lambda k, w, m: k * (m - w),
            "what is wanted alone": lambda k, w, m: k * w,
            "the gain divides": lambda k, w, m: (w - m) / k,
        },
    ),
    "ctl-where-it-settles": Solver(
        lambda g, k, w: w * k * g / (1 + k * g),
        {
            "no error stays": lambda g, k, w: w,
            "nothing is fed back": lambda g, k, w: w * k * g,
            "the error that stays": lambda g, k, w: w / (1 + k * g),
        },
    ),
    "ctl-state-after-some-steps": Solver(
        lambda a, k, x, n: (a - k) ** n * x,
        {
            "controlled once": lambda a, k, x, n: a ** (n - 1) * (a - k) * x,
            "not controlled": lambda a, k, x, n: a**n * x,
            "the sign is lost": lambda a, k, x, n: (a + k) ** n * x,
        },
    ),
    "ctl-gain-that-is-too-much": Solver(
        lambda a: a + 1,
        {
            "the lower limit": lambda a: a - 1,
            "up to one": lambda a: 1,
            "up to where x is 0 at once": lambda a: a,
        },
    ),
    "ctl-part-of-the-way": Solver(
        lambda c, t: 100 * (1 - exp(-t / c)),
        {
            "what is left": lambda c, t: 100 * exp(-t / c),
            "a straight line": lambda c, t: 100 * min(1, t / c),
            "63 % at any time": lambda c, t: 100 * (1 - exp(-1)),
        },
    ),
    "ut-paths-of-a-function": Solver(
        lambda n: 2**n,
        {
            "each branch once": lambda n: 2 * n,
            "one more than decisions": lambda n: n + 1,
            "pairs of decisions": lambda n: n * n,
        },
    ),
    "ut-red-by-chance": Solver(
        lambda n, p: 100 * (1 - (1 - p / 100) ** n),
        {
            "chances add up": lambda n, p: n * p,
            "as one test": lambda n, p: p,
            "runs that are green": lambda n, p: 100 * (1 - p / 100) ** n,
        },
    ),
    "ut-faults-that-are-noticed": Solver(
        lambda m, e, k: 100 * k / (m - e),
        {
            "of all changes": lambda m, e, k: 100 * k / m,
            "those that are missed": lambda m, e, k: 100 * (m - e - k) / (m - e),
            "unseen is noticed": lambda m, e, k: 100 * (k + e) / m,
        },
    ),
}
