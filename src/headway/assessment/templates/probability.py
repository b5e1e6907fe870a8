"""Solvers: probability."""

from math import comb, exp, hypot, log, prod

from headway.assessment.templates.solving import Solver

SOLVERS = {
    "prob-complement-dice": Solver(
        lambda n: 1 - (5 / 6) ** n, {"adds the chances": lambda n: n / 6, "all are sixes": lambda n: (1 / 6) ** n}
    ),
    "prob-bayes-test": Solver(
        lambda p, s, f: p * s / (p * s + (100 - p) * f),
        {
            "forgets the base rate": lambda p, s, f: s / 100,
            "one minus the false alarms": lambda p, s, f: 1 - f / 100,
            "share of those with it who are found": lambda p, s, f: p * s / 10000,
        },
    ),
    "prob-binomial-exactly": Solver(
        lambda n, p: comb(n, 2) * p**2 * (1 - p) ** (n - 2),
        {
            "forgets in how many ways": lambda n, p: p**2 * (1 - p) ** (n - 2),
            "forgets those who do not buy": lambda n, p: comb(n, 2) * p**2,
        },
    ),
    "prob-expected-value": Solver(
        lambda a, p, c: a * p - c,
        {"forgets the price": lambda a, p, c: a * p, "pays only when losing": lambda a, p, c: a * p - c * (1 - p)},
    ),
    "prob-variance-sum": Solver(
        lambda a, b: hypot(a, b),
        {"standard deviations add": lambda a, b: a + b, "gives the variance": lambda a, b: a * a + b * b},
    ),
    "prob-conditional-table": Solver(
        lambda n, a, b, c: c / a,
        {"of all visitors": lambda n, a, b, c: c / n, "the condition exchanged": lambda n, a, b, c: c / b},
    ),
    "prob-union": Solver(
        lambda a, b, c: a + b - c,
        {"counts both twice": lambda a, b, c: a + b, "takes them as independent": lambda a, b, c: a + b - a * b},
    ),
    "prob-birthday": Solver(
        lambda k, n: 1 - prod((n - i) / n for i in range(k)),
        {"keys over slots": lambda k, n: k / n, "only with the first key": lambda k, n: 1 - ((n - 1) / n) ** (k - 1)},
    ),
    "prob-geometric-wait": Solver(
        lambda p: 1 / p,
        {
            "does not count the failure": lambda p: 1 / p - 1,
            "the middle instead of the mean": lambda p: log(0.5) / log(1 - p),
        },
    ),
    "prob-poisson-none": Solver(
        lambda r, h: exp(-r * h),
        {"forgets the hours": lambda r, h: exp(-r), "the chance of some": lambda r, h: 1 - exp(-r * h)},
    ),
    "prob-total-expectation": Solver(
        lambda a, x, y: (a * x + (100 - a) * y) / 100,
        {"mean of the two means": lambda a, x, y: (x + y) / 2, "only the app": lambda a, x, y: a * x / 100},
    ),
    "prob-monte-carlo-error": Solver(
        lambda n, e: 16 * n,
        {"error falls with the number": lambda n, e: 4 * n, "the number grows with the root": lambda n, e: 2 * n},
    ),
    "prob-markov-two-steps": Solver(
        lambda a, b: (1 - a) ** 2 + a * b,
        {"never comes back": lambda a, b: (1 - a) ** 2, "one step only": lambda a, b: 1 - a},
    ),
    "prob-markov-stationary": Solver(
        lambda a, b: b / (a + b),
        {"the other state": lambda a, b: a / (a + b), "chance of not breaking": lambda a, b: 1 - a},
    ),
}
